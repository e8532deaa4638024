package dev.rankine.plugin

import org.jetbrains.kotlin.fir.FirSession
import org.jetbrains.kotlin.fir.expressions.FirCheckNotNullCall
import org.jetbrains.kotlin.fir.expressions.FirCheckedSafeCallSubject
import org.jetbrains.kotlin.fir.expressions.FirElvisExpression
import org.jetbrains.kotlin.fir.expressions.FirExpression
import org.jetbrains.kotlin.fir.expressions.FirFunctionCall
import org.jetbrains.kotlin.fir.expressions.FirLiteralExpression
import org.jetbrains.kotlin.fir.expressions.FirOperation
import org.jetbrains.kotlin.fir.expressions.FirPropertyAccessExpression
import org.jetbrains.kotlin.fir.expressions.FirQualifiedAccessExpression
import org.jetbrains.kotlin.fir.expressions.FirSafeCallExpression
import org.jetbrains.kotlin.fir.expressions.FirSmartCastExpression
import org.jetbrains.kotlin.fir.expressions.FirSpreadArgumentExpression
import org.jetbrains.kotlin.fir.expressions.FirThisReceiverExpression
import org.jetbrains.kotlin.fir.expressions.FirTypeOperatorCall
import org.jetbrains.kotlin.fir.expressions.FirVarargArgumentsExpression
import org.jetbrains.kotlin.fir.expressions.FirWhenExpression
import org.jetbrains.kotlin.fir.expressions.FirWrappedDelegateExpression
import org.jetbrains.kotlin.fir.expressions.FirWrappedExpression
import org.jetbrains.kotlin.fir.expressions.argument
import org.jetbrains.kotlin.fir.references.toResolvedValueParameterSymbol
import org.jetbrains.kotlin.fir.types.isNothing
import org.jetbrains.kotlin.fir.types.resolvedType
import java.util.IdentityHashMap

/**
 * What expressions of a module are known to be. Everything is found once: a chain of calls would cost its length squared otherwise, and
 * a tree of vals that use others twice would be exponential.
 */
internal class Evaluator(session: FirSession) {
    val dims = Dims(session, this)
    val types = Types(session, dims)
    private val values = Values(this)
    private val calls = Calls(this, Rules(session))
    private val found = IdentityHashMap<FirExpression, Finding>()
    private var depth = 0

    /** What [expression] is known to be. */
    fun known(expression: FirExpression): Known? = find(expression).known

    /** What is wrong with a call or an [access], or null if nothing is. */
    fun clash(access: FirQualifiedAccessExpression): String? = find(access).clash

    private fun find(expression: FirExpression): Finding {
        found[expression]?.let { return it }
        if (depth >= DEEPEST) return Finding.NOTHING
        // what refers to itself is unknown
        found[expression] = Finding.NOTHING
        depth++
        try {
            return evaluate(expression).also { found[expression] = it }
        } finally {
            depth--
        }
    }

    private fun evaluate(expression: FirExpression): Finding {
        val type = types.known(expression.resolvedType)
        return try {
            val value = value(expression)
            val both = joined(value, type)
            if (expression is FirFunctionCall && value is Shaped && type is Shaped && both == null) {
                contradiction(expression, value, type)?.let { throw Clash(it) }
            }
            Finding(both, null)
        } catch (clash: Clash) {
            Finding(null, clash.message)
        }
    }

    private fun value(expression: FirExpression): Known? =
        when (expression) {
            is FirLiteralExpression -> literal(expression.value)
            is FirSmartCastExpression -> known(expression.originalExpression)
            is FirCheckNotNullCall -> known(expression.argument)
            is FirTypeOperatorCall -> if (expression.operation in CASTS) known(expression.argument) else null
            is FirSafeCallExpression -> (expression.selector as? FirExpression)?.let(::known)
            is FirCheckedSafeCallSubject -> known(expression.originalReceiverRef.value)
            is FirElvisExpression -> common(listOf(expression.lhs, expression.rhs).filter { !it.resolvedType.isNothing }.map(::known))
            is FirWhenExpression -> branches(expression)
            is FirVarargArgumentsExpression -> items(expression.arguments)
            is FirWrappedDelegateExpression -> known(expression.expression)
            is FirWrappedExpression -> known(expression.expression)
            is FirPropertyAccessExpression -> subject(expression) ?: values.of(expression)
            is FirThisReceiverExpression -> expression.calleeReference.boundSymbol?.let(calls::subject)
            is FirFunctionCall -> calls.of(expression)
            else -> null
        }

    /** `it`. */
    private fun subject(access: FirPropertyAccessExpression): Known? =
        access.calleeReference.toResolvedValueParameterSymbol()?.let(calls::subject)

    private fun literal(value: Any?): Known? =
        when (value) {
            is Long -> Extent(value.toInt()).takeIf { value in Int.MIN_VALUE..Int.MAX_VALUE }
            is Int -> Extent(value)
            is Boolean -> Extent(if (value) 1 else 0)
            else -> null
        }

    /** What all branches agree on that have a value: the others leave. */
    private fun branches(expression: FirWhenExpression): Known? {
        val values = expression.branches.map { it.result }.filter { !it.resolvedType.isNothing }
        return common(values.map { block -> (block.statements.lastOrNull() as? FirExpression)?.let(::known) })
    }

    /** Elements, those of spread lists among them. */
    private fun items(elements: List<FirExpression>): Items? {
        val items = ArrayList<Known?>()
        for (element in elements) {
            val known = known(if (element is FirSpreadArgumentExpression) element.expression else element)
            if (element is FirSpreadArgumentExpression) items.addAll((known as? Items ?: return null).items) else items.add(known)
        }
        return Items(items)
    }

    /** What a result and the declared type of its call contradict each other in. An axis of size 1 may broadcast. */
    private fun contradiction(call: FirFunctionCall, value: Shaped, type: Shaped): String? {
        if (value.axes.size != type.axes.size) return null

        fun differs(a: Int?, b: Int?) = a != null && b != null && a != b && a != 1
        val axis = value.axes.indices.firstOrNull { differs(value.axes[it].size, type.axes[it].size) } ?: return null
        return "${calls.word(call)}: result axis $axis is ${type.axes[axis]}: ${value.axes[axis].size} computed; result $value"
    }

    private class Finding(val known: Known?, val clash: String?) {
        companion object {
            val NOTHING = Finding(null, null)
        }
    }

    private companion object {
        /** Far above what people write, far below what the stack holds. */
        const val DEEPEST = 200

        val CASTS = setOf(FirOperation.AS, FirOperation.SAFE_AS)
    }
}
