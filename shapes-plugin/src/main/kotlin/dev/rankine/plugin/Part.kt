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

/** The arguments of what made a receiver: what it has no parameter for is not left at a default, it cannot be seen. */
internal class AsMade(private val arguments: Arguments) : Arguments by arguments {
    override fun gives(name: String): Boolean = arguments.gives(name) || !arguments.declares(name)
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
    /** The results for [inputs]; [made] is what made the receiver, null if that cannot be seen. */
    fun results(inputs: List<Shaped?>, made: Arguments? = Arguments.None): List<Shaped?>? {
        val (rule, bind) = declared?.let { it.rule to it.bind } ?: return null
        if (!rule.accepts(inputs.size)) return null
        val values = Binding(bind, arguments, made)
        val numbers = rule.numbers.filter(values::has).associateWith(values::number)
        val lists = rule.lists.filter(values::has).associateWith(values::list)
        try {
            val sizes = inputs.map { input -> input?.axes?.map { it.size } }
            val names = inputs.map { input -> input?.axes?.map { it.name } }
            val results = rule.infer(op, sizes, numbers, lists, names)
            return results.map { sizes -> sizes?.let { Shaped(it.map(::Extent)) } }
        } catch (failure: ShapeException) {
            val operands =
                rule.labels(inputs.size).zip(inputs) + lists.mapValues { (_, list) -> list?.let { Items(it.map(::Extent)) } }.toList()
            val known = operands.mapNotNull { (name, value) -> value?.let { "$name $it" } }
            throw Clash(failure.problem + if (known.isEmpty()) "" else known.joinToString(prefix = "; "))
        }
    }
}

/** Where the integers and lists of a rule come from: the call's own parameters, else those of what [made] the receiver. */
private class Binding(private val bind: Map<String, String>, private val own: Arguments, private val made: Arguments?) {
    /** Whether the rule's default for [name] does not hold: the call gives another value, or one that cannot be seen. */
    fun has(name: String): Boolean = parameter(name).let { parameter -> source(parameter)?.gives(parameter) ?: true }

    fun number(name: String): Int? {
        val parameter = parameter(name)
        return when (val value = source(parameter)?.get(parameter)) {
            is Extent -> {
                value.size
            }

            is Items -> {
                element(
                    value.items,
                    ELEMENT
                        .matchEntire(bind[name] ?: name)
                        ?.groupValues
                        ?.get(2)
                        ?.toInt(),
                )
            }

            else -> {
                null
            }
        }
    }

    /** One number is a list of one. */
    fun list(name: String): List<Int?>? =
        when (val value = source(parameter(name))?.get(parameter(name))) {
            is Items -> value.items.map { (it as? Extent)?.size }
            is Extent -> listOf(value.size)
            else -> null
        }

    /** What the declaration calls a number or list of the rule. */
    private fun parameter(name: String): String {
        val called = bind[name] ?: name
        return ELEMENT.matchEntire(called)?.groupValues?.get(1) ?: called
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
                part?.results(listOf(value))?.singleOrNull()
            } catch (clash: Clash) {
                throw if (parts.size == 1) clash else Clash("part $i, ${clash.message}")
            }
    }
    return value
}
