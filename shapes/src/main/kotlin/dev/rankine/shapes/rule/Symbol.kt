package dev.rankine.shapes.rule

/**
 * What is not known: a name before it is bound, a size that cannot be seen when a program is compiled, the rank of an absent operand.
 * Every known value fits in an `Int`.
 */
internal const val UNKNOWN: Long = Long.MIN_VALUE

/** What a name of a rule stands for. */
internal enum class SymbolKind(val words: String) {
    AXIS("an axis"),
    RUN("a run of axes"),
    NUMBER("a number"),
    LIST("a list"),
    INPUTS("any number of inputs"),
    ;

    /** Whether the name stands for a sequence of sizes rather than for one. */
    val isSequence: Boolean get() = this == RUN || this == LIST
}

/** An axis or the start of a run in an input: [index] counts from the end if negative; [isWhole] if the run is the whole input. */
internal class Origin(val input: Int, val index: Int, val isWhole: Boolean, val isOptional: Boolean)

/**
 * A name of a rule. Its value lies in the cells of a call: one cell at [slot] for a size, two for a sequence
 * (where its sizes start in the cells, how many there are).
 */
internal class Symbol(val name: String, val kind: SymbolKind, val slot: Int) {
    /** Where the inputs bind the name, in the order of the rule. */
    val origins: ArrayList<Origin> = ArrayList()

    /** Whether a call may leave the name unbound. */
    val mayBeAbsent: Boolean get() = origins.isNotEmpty() && origins.all { it.isOptional }

    /** Binds the name to the size at [position], or compares the two. A known size replaces an unknown one on either side. */
    fun bind(cells: LongArray, position: Int) {
        val bound = cells[slot]
        val size = cells[position]
        when {
            bound == UNKNOWN -> cells[slot] = size
            size == UNKNOWN -> cells[position] = bound
            bound != size -> throw Differing(this, 0, bound, size)
        }
    }

    /** Binds the name to the [length] sizes that start at [start], or compares the two runs. */
    fun bindRun(cells: LongArray, start: Int, length: Int) {
        if (cells[slot + 1] == UNKNOWN) {
            cells[slot] = start.toLong()
            cells[slot + 1] = length.toLong()
            return
        }
        val bound = cells[slot].toInt()
        if (cells[slot + 1] != length.toLong()) throw RuleFailure(differ(cells, bound, cells[slot + 1].toInt(), start, length))
        for (i in 0 until length) {
            val known = cells[bound + i]
            val size = cells[start + i]
            when {
                known == UNKNOWN -> cells[bound + i] = size
                size == UNKNOWN -> cells[start + i] = known
                known != size -> throw Differing(this, i, known, size, differ(cells, bound, length, start, length))
            }
        }
    }

    private fun differ(cells: LongArray, bound: Int, boundLength: Int, start: Int, length: Int): String {
        val subject =
            when {
                origins.all { it.isWhole } -> "sizes differ"
                origins.all { it.index == 0 } -> "leading axes differ"
                else -> "*$name differs"
            }
        return "$subject: ${describe(boundLength) { cells[bound + it] }} != ${describe(length) { cells[start + it] }}"
    }
}

/** `[2, ?, 3]`. */
internal fun describe(length: Int, size: (Int) -> Long): String =
    (0 until length).joinToString(", ", "[", "]") { i -> size(i).let { if (it == UNKNOWN) "?" else it.toString() } }
