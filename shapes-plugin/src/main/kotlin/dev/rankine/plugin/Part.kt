package dev.rankine.plugin

import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeException

/** The arguments of a call by the names of the parameters. */
internal interface Arguments {
    /** Whether the called function has a parameter of this name. */
    fun declares(name: String): Boolean

    /** Whether the call gives it a value rather than leave it at its default. */
    fun gives(name: String): Boolean

    /** What is known of the value. */
    operator fun get(name: String): Known?

    /** A call without arguments. */
    object None : Arguments {
        override fun declares(name: String): Boolean = false

        override fun gives(name: String): Boolean = false

        override fun get(name: String): Known? = null
    }
}

/** A call that fails whatever the unknowns are; the message is one line. */
internal class Clash(message: String) : RuntimeException(message, null, false, false)

/**
 * A rule as a declaration carries it.
 *
 * @property bind how integers and lists of the rule are called in the declaration, where they differ.
 */
internal class DeclaredRule(val rule: Rule, val bind: Map<String, String>)

/**
 * One step of a computation: the rule of a call.
 *
 * @property op the word of messages.
 * @property declared null if only the arguments are known.
 */
internal class Part(val op: String, val declared: DeclaredRule?, val arguments: Arguments) {
    /** The first result for [inputs], or null if it is unknown; [made] is what made the receiver, null if that cannot be seen. */
    fun result(inputs: List<Shaped?>, made: Arguments? = Arguments.None): Shaped? {
        val (rule, bind) = declared?.let { it.rule to it.bind } ?: return null
        if (inputs.size < rule.inputsNeeded || inputs.size > rule.inputs.size) return null
        val values = Binding(bind, arguments, made)
        val numbers = rule.numbers.map { (name, default) -> values.number(name, default) }
        val lists = rule.lists.map(values::list)
        try {
            val results = rule.infer(op, inputs.map { input -> input?.axes?.map { it.size } }, numbers, lists)
            return results.first()?.let { sizes -> Shaped(sizes.map { Extent(it) }) }
        } catch (failure: ShapeException) {
            val operands = rule.inputs.zip(inputs).map { (name, sizes) -> sizes?.let { "$name $it" } }
            val given = rule.lists.zip(lists).map { (name, list) -> list?.let { "$name ${it.map { n -> n ?: "?" }}" } }
            throw Clash(
                (
                    listOf(failure.problem) +
                        (operands + given).filterNotNull().joinToString().ifEmpty {
                            null
                        }
                ).filterNotNull().joinToString("; "),
            )
        }
    }
}

/** Where the integers and lists of a rule come from: the call's own parameters, else those of what [made] the receiver. */
private class Binding(private val bind: Map<String, String>, private val own: Arguments, private val made: Arguments?) {
    fun number(name: String, default: Int?): Int? {
        val called = bind[name] ?: name
        val element = ELEMENT.matchEntire(called)
        val parameter = element?.groupValues?.get(1) ?: called
        val from = source(parameter) ?: return null
        if (!from.gives(parameter)) return default
        return when (val value = from[parameter]) {
            is Extent -> value.size
            is Items -> element(value.items, element?.groupValues?.get(2)?.toInt())
            else -> null
        }
    }

    fun list(name: String): List<Int?>? {
        val parameter = bind[name] ?: name
        val value = source(parameter)?.takeIf { it.gives(parameter) }?.get(parameter)
        return (value as? Items)?.items?.map { (it as? Extent)?.size }
    }

    /** The call that has the parameter, or leaves it to the rule's default; null if it cannot be seen. */
    private fun source(parameter: String): Arguments? = if (own.declares(parameter)) own else made

    /** One number stands for all directions, as in PyTorch. */
    private fun element(items: List<Known?>, index: Int?): Int? =
        when {
            items.isEmpty() -> null
            index != null -> (items[index % items.size] as? Extent)?.size
            else -> (common(items) as? Extent)?.size
        }

    private companion object {
        /** `stride[1]`. */
        val ELEMENT = Regex("""(\w+)\[(\d)]""")
    }
}

/** What [input] becomes when it goes through the parts. */
internal fun Mapping.result(input: Shaped?): Shaped? {
    var value = input
    for ((i, part) in parts.withIndex()) {
        value =
            try {
                part?.result(listOf(value))
            } catch (clash: Clash) {
                throw if (parts.size == 1) clash else Clash("part $i, ${clash.message}")
            }
    }
    return value
}
