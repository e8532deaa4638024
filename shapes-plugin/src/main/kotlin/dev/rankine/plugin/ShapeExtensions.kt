package dev.rankine.plugin

import org.jetbrains.kotlin.compiler.plugin.CompilerPluginRegistrar
import org.jetbrains.kotlin.fir.FirSession
import org.jetbrains.kotlin.fir.analysis.checkers.declaration.DeclarationCheckers
import org.jetbrains.kotlin.fir.analysis.checkers.declaration.FirRegularClassChecker
import org.jetbrains.kotlin.fir.analysis.checkers.expression.ExpressionCheckers
import org.jetbrains.kotlin.fir.analysis.checkers.expression.FirQualifiedAccessExpressionChecker
import org.jetbrains.kotlin.fir.analysis.extensions.FirAdditionalCheckersExtension
import org.jetbrains.kotlin.fir.extensions.FirExtensionRegistrar
import org.jetbrains.kotlin.fir.extensions.FirExtensionRegistrarAdapter

/** Adds the checks to the compiler. */
internal object ShapeExtensions {
    fun register(storage: CompilerPluginRegistrar.ExtensionStorage, severity: Severity) {
        with(storage) { FirExtensionRegistrarAdapter.registerExtension(ShapeChecks(severity)) }
    }
}

private class ShapeChecks(private val severity: Severity) : FirExtensionRegistrar() {
    override fun ExtensionRegistrarContext.configurePlugin() {
        +FirAdditionalCheckersExtension.Factory { session -> Checkers(session, severity) }
        registerDiagnosticContainers(ShapeDiagnostics)
    }
}

/** The checks of one module; they share what they find out. */
private class Checkers(session: FirSession, severity: Severity) : FirAdditionalCheckersExtension(session) {
    private val evaluator = Evaluator(session)
    private val reports = Reports(severity)

    override val expressionCheckers: ExpressionCheckers =
        object : ExpressionCheckers() {
            override val qualifiedAccessExpressionCheckers: Set<FirQualifiedAccessExpressionChecker> =
                setOf(AccessChecker(reports, evaluator::clash))
        }

    override val declarationCheckers: DeclarationCheckers =
        object : DeclarationCheckers() {
            override val regularClassCheckers: Set<FirRegularClassChecker> = setOf(DimChecker(evaluator, reports))
        }
}
