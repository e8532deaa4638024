package dev.rankine.plugin

import org.jetbrains.kotlin.fir.expressions.FirComponentCall
import org.jetbrains.kotlin.fir.expressions.FirExpression
import org.jetbrains.kotlin.fir.expressions.FirFunctionCall
import org.jetbrains.kotlin.fir.expressions.FirVarargArgumentsExpression
import org.jetbrains.kotlin.fir.expressions.arguments
import org.jetbrains.kotlin.fir.symbols.impl.FirConstructorSymbol
import org.jetbrains.kotlin.fir.symbols.impl.FirFunctionSymbol
import org.jetbrains.kotlin.fir.types.classId
import org.jetbrains.kotlin.fir.types.resolvedType
import org.jetbrains.kotlin.name.StandardClassIds

/** What functions give that have no rule: arithmetic, lists, axes; null for all others. Throws a [Clash] where the run would fail too. */
internal fun builtIn(call: FirFunctionCall, symbol: FirFunctionSymbol<*>, evaluator: Evaluator): Known? {
    val id = symbol.callableId
    val owner = id.classId
    val name = id.callableName.asString()
    return when {
        call is FirComponentCall -> {
            element(call.explicitReceiver, call.componentIndex - 1, evaluator)
        }

        name == "get" && owner in Names.INDEXED -> {
            number(
                call.arguments.single(),
                evaluator,
            )?.let { element(call.dispatchReceiver, it, evaluator, countsFromEnd = owner == Names.SIZES) }
        }

        owner == StandardClassIds.Int -> {
            arithmetic(name, call, evaluator)
        }

        symbol is FirConstructorSymbol && call.resolvedType.classId == Names.AXIS -> {
            bound(call.arguments[0], call.arguments[1], evaluator)
        }

        id == Names.OF -> {
            bound(call.extensionReceiver ?: return null, call.arguments.single(), evaluator)
        }

        id.packageName.asString() + "." + name in Names.LISTS && owner == null -> {
            items(call, evaluator)
        }

        owner?.outerClassId == Names.SIZES && (name == "of" || name == "named") -> {
            items(call, evaluator)
        }

        owner == Names.SIZES && (name == "toList" || name == "toIntArray") -> {
            call.dispatchReceiver?.let(evaluator::known)
        }

        else -> {
            null
        }
    }
}

private fun element(list: FirExpression?, index: Int, evaluator: Evaluator, countsFromEnd: Boolean = false): Known? {
    val items = (list?.let(evaluator::known) as? Items)?.items ?: return null
    return items.getOrNull(if (index < 0 && countsFromEnd) index + items.size else index)
}

private fun number(expression: FirExpression?, evaluator: Evaluator): Int? = (expression?.let(evaluator::known) as? Extent)?.size

private fun arithmetic(name: String, call: FirFunctionCall, evaluator: Evaluator): Known? {
    val a = number(call.dispatchReceiver, evaluator)?.toLong() ?: return null
    if (call.arguments.isEmpty()) {
        return when (name) {
            "unaryMinus" -> fitting(-a)
            "unaryPlus" -> fitting(a)
            else -> null
        }
    }
    val argument = call.arguments.single()
    if (argument.resolvedType.classId != StandardClassIds.Int) return null
    val b = number(argument, evaluator)?.toLong() ?: return null
    return when (name) {
        "plus" -> fitting(a + b)
        "minus" -> fitting(a - b)
        "times" -> fitting(a * b)
        "div" -> if (b == 0L) null else fitting(a / b)
        "rem" -> if (b == 0L) null else fitting(a % b)
        else -> null
    }
}

/** What overflows is none of ours. */
private fun fitting(value: Long): Extent? = if (value in Int.MIN_VALUE..Int.MAX_VALUE) Extent(value.toInt()) else null

/** `Batch of 32`. */
private fun bound(dim: FirExpression, size: FirExpression, evaluator: Evaluator): Known? {
    val declared = evaluator.known(dim) as? Extent
    val given = number(size, evaluator) ?: return declared
    val name = declared?.name
    if (given < 0) throw Clash("axis: a size cannot be negative: ${name ?: "axis"} of $given")
    if (declared?.size != null && declared.size != given) throw Clash("axis: $name was declared with size ${declared.size}: $given given")
    return Extent(given, name)
}

/** The only argument if it is a vararg. */
private fun items(call: FirFunctionCall, evaluator: Evaluator): Known? {
    if (call.arguments.isEmpty()) return Items(emptyList())
    val only = call.arguments.singleOrNull() ?: return null
    return if (only is FirVarargArgumentsExpression) {
        evaluator.known(only)
    } else {
        evaluator.known(only)?.let {
            it as? Items
                ?: Items(listOf(it))
        }
    }
}
