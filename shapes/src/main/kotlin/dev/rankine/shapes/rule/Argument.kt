package dev.rankine.shapes.rule

/** What a function of a rule can take; [words] say it in messages. */
internal enum class ArgumentKind(val words: String) { NUMBER("number"), SEQUENCE("sequence"), INPUTS("inputs") }

/** What stands between the parentheses of a function. */
internal sealed class Argument {
    /** The argument as messages print it. */
    abstract val text: String

    class Number(val expression: Expression) : Argument() {
        override val text: String get() = expression.text
    }

    class Sequence(val span: Span) : Argument() {
        override val text: String get() = span.text
    }

    class Inputs(val symbol: Symbol) : Argument() {
        override val text: String get() = symbol.name
    }
}

/**
 * What the arguments of a function are in a call, by kind and in order.
 *
 * @property sequences their sizes, null where not even their number is known; a list of inputs adds those of each.
 * @property numbers [UNKNOWN] where one is not known.
 */
internal class Arguments(val sequences: List<LongArray?>, val numbers: LongArray)

/** What these arguments are in the call of [cells]. */
internal fun List<Argument>.evaluate(cells: LongArray): Arguments {
    val sequences = ArrayList<LongArray?>()
    val numbers = ArrayList<Long>()
    for (argument in this) {
        when (argument) {
            is Argument.Number -> numbers.add(argument.expression.evaluate(cells))
            is Argument.Sequence -> sequences.add(argument.span.sizes(cells))
            is Argument.Inputs -> inputs(cells, argument.symbol, sequences)
        }
    }
    return Arguments(sequences, numbers.toLongArray())
}

private fun inputs(cells: LongArray, symbol: Symbol, into: MutableList<LongArray?>) {
    for (i in 0 until cells[symbol.slot + 1].toInt()) {
        val place = cells[symbol.slot].toInt() + 2 * i
        val start = cells[place].toInt()
        val rank = cells[place + 1]
        into.add(if (rank == UNKNOWN) null else cells.copyOfRange(start, start + rank.toInt()))
    }
}

/** The sizes of a sequence, null if their number is not known. */
internal fun Span.sizes(cells: LongArray): LongArray? {
    val rank = rank(cells)
    return if (rank == UNKNOWN) null else LongArray(rank.toInt()) { size(cells, rank.toInt() - it) }
}
