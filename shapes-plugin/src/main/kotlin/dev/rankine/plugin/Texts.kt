package dev.rankine.plugin

import org.jetbrains.kotlin.fir.expressions.FirExpression
import org.jetbrains.kotlin.fir.expressions.FirFunctionCall
import org.jetbrains.kotlin.fir.expressions.FirLiteralExpression
import org.jetbrains.kotlin.fir.expressions.FirPropertyAccessExpression
import org.jetbrains.kotlin.fir.expressions.FirStringConcatenationCall
import org.jetbrains.kotlin.fir.expressions.arguments
import org.jetbrains.kotlin.fir.expressions.unwrapArgument
import org.jetbrains.kotlin.fir.references.toResolvedPropertySymbol

/** Constant strings: literals, constants, and what is joined of them. */
internal object Texts {
    /** The text, or null if [expression] is no constant string. */
    fun of(expression: FirExpression): String? =
        when (val plain = expression.unwrapArgument()) {
            is FirLiteralExpression -> {
                plain.value as? String
            }

            is FirPropertyAccessExpression -> {
                plain.calleeReference
                    .toResolvedPropertySymbol()
                    ?.resolvedInitializer
                    ?.let(::of)
            }

            is FirStringConcatenationCall -> {
                joined(plain.arguments)
            }

            is FirFunctionCall -> {
                if (plain.calleeReference.name.asString() ==
                    "plus"
                ) {
                    joined(listOfNotNull(plain.explicitReceiver) + plain.arguments)
                } else {
                    null
                }
            }

            else -> {
                null
            }
        }

    private fun joined(parts: List<FirExpression>): String? = parts.map { of(it) ?: return null }.joinToString("")
}
