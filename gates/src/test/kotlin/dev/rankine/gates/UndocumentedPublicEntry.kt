package dev.rankine.gates

import dev.detekt.api.Config
import dev.detekt.api.Entity
import dev.detekt.api.Finding
import dev.detekt.api.Rule
import dev.detekt.api.RuleName
import dev.detekt.api.RuleSet
import dev.detekt.api.RuleSetId
import dev.detekt.api.RuleSetProvider
import org.jetbrains.kotlin.psi.KtEnumEntry
import org.jetbrains.kotlin.psi.KtNamedDeclaration
import org.jetbrains.kotlin.psi.KtTypeAlias
import org.jetbrains.kotlin.psi.psiUtil.isPublic
import org.jetbrains.kotlin.psi.psiUtil.parentsWithSelf

/** Finds what detekt's own rules on documentation leave out: public enum entries and type aliases without KDoc. */
internal class UndocumentedPublicEntry(config: Config) : Rule(config, "Public enum entries and type aliases need documentation.") {
    override fun visitEnumEntry(enumEntry: KtEnumEntry) {
        check(enumEntry)
        super.visitEnumEntry(enumEntry)
    }

    override fun visitTypeAlias(typeAlias: KtTypeAlias) {
        check(typeAlias)
        super.visitTypeAlias(typeAlias)
    }

    private fun check(declaration: KtNamedDeclaration) {
        val isVisible = declaration.parentsWithSelf.filterIsInstance<KtNamedDeclaration>().all { it.isPublic }
        if (isVisible && declaration.docComment == null) {
            report(Finding(Entity.atName(declaration), "${declaration.name} is missing documentation."))
        }
    }
}

/** Makes the rules of this module known to detekt. */
internal class GateRules : RuleSetProvider {
    override val ruleSetId: RuleSetId = RuleSetId("gates")

    override fun instance(): RuleSet = RuleSet(ruleSetId, mapOf(RuleName("UndocumentedPublicEntry") to ::UndocumentedPublicEntry))
}
