package dev.rankine.golden.ops

import dev.rankine.golden.Given
import dev.rankine.golden.absent
import dev.rankine.ops.Value
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/** The arguments of a case under PyTorch's names; every one must be read, so that none is left out silently. */
internal class Arguments(private val given: Map<String, Given>) {
    private val read = HashSet<String>()

    /** The arguments that nobody has read. */
    val unread: Set<String> get() = given.keys - read

    /** Whether [name] is given and not null. */
    fun has(name: String): Boolean = find(name) != null

    /** Notes that [names] have no meaning here: devices, memory formats, whether a copy is made. */
    fun ignore(vararg names: String) {
        read += names
    }

    fun tensor(name: String): Value = tensorOrNull(name) ?: missing(name)

    fun tensorOrNull(name: String): Value? =
        when (val found = find(name)) {
            null -> null
            is Given.Tensor -> found.value
            else -> wrong(name, "a tensor")
        }

    fun tensors(name: String): List<Value> = items(name).map { (it as? Given.Tensor ?: wrong(name, "a list of tensors")).value }

    fun isTensor(name: String): Boolean = given[name] is Given.Tensor

    fun isList(name: String): Boolean = given[name] is Given.Items

    fun isText(name: String): Boolean = given[name] is Given.Text

    fun isFlag(name: String): Boolean = given[name] is Given.Flag

    fun isElementType(name: String): Boolean = given[name] is Given.ElementType

    fun int(name: String): Int = intOrNull(name) ?: missing(name)

    fun int(name: String, default: Int): Int = intOrNull(name) ?: default

    fun intOrNull(name: String): Int? = find(name)?.let { whole(name, it) }

    /** A list of whole numbers; one number is a list of one. */
    fun ints(name: String): List<Int> = intsOrNull(name) ?: missing(name)

    fun intsOrNull(name: String): List<Int>? =
        when (val found = find(name)) {
            null -> null
            is Given.Items -> found.items.map { whole(name, it) }
            else -> listOf(whole(name, found))
        }

    /** As [ints], where numbers may be left out. */
    fun intsOrNulls(name: String): List<Int?> =
        when (val found = find(name)) {
            is Given.Items -> found.items.map { item -> item.takeIf { it != Given.Nothing }?.let { whole(name, it) } }
            null -> listOf(null)
            else -> listOf(whole(name, found))
        }

    fun sizes(name: String): Sizes = Sizes.of(ints(name))

    fun number(name: String): Number = numberOrNull(name) ?: missing(name)

    fun double(name: String, default: Double): Double = numberOrNull(name)?.toDouble() ?: default

    fun numberOrNull(name: String): Number? =
        when (val found = find(name)) {
            null -> null
            is Given.Number -> found.number
            is Given.Flag -> if (found.flag) 1L else 0L
            else -> wrong(name, "a number")
        }

    fun flag(name: String, default: Boolean): Boolean = flagOrNull(name) ?: default

    fun flagOrNull(name: String): Boolean? =
        when (val found = find(name)) {
            null -> null
            is Given.Flag -> found.flag
            is Given.Number -> found.number.toInt() != 0
            else -> wrong(name, "a flag")
        }

    fun text(name: String, default: String): String = textOrNull(name) ?: default

    fun textOrNull(name: String): String? =
        when (val found = find(name)) {
            null -> null
            is Given.Text -> found.text
            else -> wrong(name, "a text")
        }

    fun dtypeOrNull(name: String): DType? =
        when (val found = find(name)) {
            null -> null
            is Given.ElementType -> found.dtype
            else -> absent("$name = ${shown(found)}")
        }

    fun moduleOrNull(name: String): Given.Module? =
        when (val found = find(name)) {
            null -> null
            is Given.Module -> found
            else -> wrong(name, "a module")
        }

    private fun items(name: String): List<Given> = (find(name) as? Given.Items ?: wrong(name, "a list")).items

    private fun whole(name: String, value: Given): Int =
        when (value) {
            is Given.Number if value.number is Long -> Math.toIntExact(value.number)
            is Given.Flag -> if (value.flag) 1 else 0
            else -> wrong(name, "whole numbers")
        }

    private fun find(name: String): Given? {
        read += name
        return given[name].takeIf { it != Given.Nothing }
    }

    private fun missing(name: String): Nothing = error("argument $name is missing")

    private fun wrong(name: String, wanted: String): Nothing = absent("$name is not $wanted")

    private fun shown(value: Given): String = (value as? Given.Other)?.json?.toString() ?: value.javaClass.simpleName

    companion object {
        /** [positional] arguments under the names of [parameters], and [named] ones. */
        fun bind(parameters: List<String>, positional: List<Given>, named: Map<String, Given>): Arguments {
            if (positional.size > parameters.size) absent("more than ${parameters.size} arguments")
            return Arguments(positional.indices.associate { parameters[it] to positional[it] } + named)
        }
    }
}
