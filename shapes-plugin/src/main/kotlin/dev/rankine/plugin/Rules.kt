package dev.rankine.plugin

import dev.rankine.shapes.Rule
import org.jetbrains.kotlin.fir.FirSession
import org.jetbrains.kotlin.fir.declarations.findArgumentByName
import org.jetbrains.kotlin.fir.declarations.getAnnotationByClassId
import org.jetbrains.kotlin.fir.declarations.hasAnnotation
import org.jetbrains.kotlin.fir.expressions.FirCollectionLiteral
import org.jetbrains.kotlin.fir.expressions.FirExpression
import org.jetbrains.kotlin.fir.expressions.FirVarargArgumentsExpression
import org.jetbrains.kotlin.fir.expressions.unwrapArgument
import org.jetbrains.kotlin.fir.symbols.FirBasedSymbol
import org.jetbrains.kotlin.name.Name

/** The rules that declarations carry, each read once. */
internal class Rules(private val session: FirSession) {
    private val declared = HashMap<FirBasedSymbol<*>, DeclaredRule?>()
    private val rules = HashMap<String, Rule?>()

    /** The rule of a function or class, or null if it has none. */
    fun of(symbol: FirBasedSymbol<*>): DeclaredRule? {
        if (symbol !in declared) declared[symbol] = read(symbol)
        return declared[symbol]
    }

    /** Whether a function or class strings mappings together. */
    fun isChain(symbol: FirBasedSymbol<*>): Boolean = symbol.hasAnnotation(Names.SHAPE_CHAIN, session)

    private fun read(symbol: FirBasedSymbol<*>): DeclaredRule? {
        val annotation = symbol.getAnnotationByClassId(Names.SHAPE_RULE, session) ?: return null
        val text = annotation.findArgumentByName(RULE, returnFirstWhenNotFound = false)?.let(Texts::of) ?: return null
        val rule = rules.getOrPut(text) { runCatching { Rule.of(text) }.getOrNull() } ?: return null
        val bind = annotation.findArgumentByName(BIND, returnFirstWhenNotFound = false)?.let(::elements).orEmpty()
        val pairs =
            bind.map { element ->
                Texts
                    .of(element)
                    ?.split('=')
                    ?.map(String::trim)
                    ?.takeIf { it.size == 2 } ?: return null
            }
        return DeclaredRule(rule, pairs.associate { (name, parameter) -> name to parameter })
    }

    private fun elements(expression: FirExpression): List<FirExpression> =
        when (val plain = expression.unwrapArgument()) {
            is FirVarargArgumentsExpression -> plain.arguments.flatMap(::elements)
            is FirCollectionLiteral -> plain.argumentList.arguments.flatMap(::elements)
            else -> listOf(plain)
        }

    private companion object {
        val RULE = Name.identifier("rule")
        val BIND = Name.identifier("bind")
    }
}
