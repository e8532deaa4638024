package dev.rankine.conformance.rules

import dev.rankine.ops.Value
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Sizes
import dev.rankine.tensor.Tensor
import java.lang.reflect.InvocationTargetException

/** A call of a function with drawn arguments; [receiver] is that of a member. */
internal class DrawnCall(private val function: RuledFunction, private val receiver: Any?, private val arguments: List<Any?>) {
    /** The sizes of the tensors, the receiver first. */
    val inputs: List<List<Int>> = (listOf(receiver) + arguments).flatMap(::tensors)

    val numbers: Map<String, Int?> = values(function.rule.numbers, ::number)

    val lists: Map<String, List<Int?>?> = values(function.rule.lists, ::list)

    /** What the function gives; throws what it throws. */
    fun run(): Any? =
        try {
            function.method.invoke(receiver, *arguments.toTypedArray())
        } catch (wrapped: InvocationTargetException) {
            throw wrapped.targetException
        }

    override fun toString(): String = "$function of $inputs, numbers $numbers, lists $lists"

    private fun tensors(argument: Any?): List<List<Int>> =
        when (argument) {
            is Value -> listOf(argument.sizes.toList())
            is Tensor<*> -> listOf(argument.sizes.toList())
            is List<*> -> argument.flatMap { if (it is Value || it is Tensor<*>) tensors(it) else emptyList() }
            else -> emptyList()
        }

    /** What is not null, by the names of the rule. */
    private fun <T> values(names: List<String>, read: (Any?, Int?) -> T): Map<String, T> =
        names
            .map { it to function.source(it) }
            .filter { (_, source) -> function.names.indexOf(source.first).let { it >= 0 && arguments[it] != null } }
            .filterNot { (_, source) -> arguments[function.names.indexOf(source.first)] == emptyList<Int>() && source.second != null }
            .associate { (name, source) -> name to read(arguments[function.names.indexOf(source.first)], source.second) }

    private fun number(argument: Any?, element: Int?): Int? =
        when (argument) {
            is Int -> argument
            is Boolean -> if (argument) 1 else 0
            is Enum<*> -> argument.ordinal
            is Axis<*> -> argument.size
            is List<*> -> argument[element!! % argument.size] as Int
            else -> null
        }

    private fun list(argument: Any?, element: Int?): List<Int?>? =
        when (argument) {
            is Sizes -> argument.toList()
            is IntArray -> argument.asList()
            is Int -> listOf(argument)
            is FloatArray -> unknown(argument.size)
            is DoubleArray -> unknown(argument.size)
            is LongArray -> unknown(argument.size)
            is BooleanArray -> unknown(argument.size)
            is Array<*> -> unknown(argument.size)
            is List<*> -> argument.map { it as? Int }
            else -> error("$argument${element ?: ""} is no list")
        }

    private fun unknown(size: Int): List<Int?> = List(size) { null }
}
