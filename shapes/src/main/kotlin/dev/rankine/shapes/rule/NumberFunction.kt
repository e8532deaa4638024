package dev.rankine.shapes.rule

import dev.rankine.shapes.rule.ArgumentKind.INPUTS
import dev.rankine.shapes.rule.ArgumentKind.NUMBER
import dev.rankine.shapes.rule.ArgumentKind.SEQUENCE

/** The functions that give a number; [word] calls them in a rule. */
internal enum class NumberFunction(val word: String, vararg val kinds: ArgumentKind) {
    /** The size of an axis. */
    AT("at", SEQUENCE, NUMBER) {
        override fun of(sequences: List<LongArray?>, numbers: LongArray): Long {
            val sizes = sequences[0] ?: return UNKNOWN
            val axis = axisIndex(sizes.size, numbers[0])
            return if (axis == UNKNOWN) {
                UNKNOWN
            } else if (sizes.isEmpty()) {
                1
            } else {
                sizes[axis.toInt()]
            }
        }
    },

    /** An axis counted from the first. */
    AXIS("axis", SEQUENCE, NUMBER) {
        override fun of(sequences: List<LongArray?>, numbers: LongArray): Long =
            sequences[0]?.let { axisIndex(it.size, numbers[0]) } ?: UNKNOWN
    },

    /** A place on an axis of a size, counted from its first element. */
    PLACE("place", NUMBER, NUMBER) {
        override fun of(sequences: List<LongArray?>, numbers: LongArray): Long {
            val (place, size) = numbers
            return if (place == UNKNOWN || (place < 0 && size == UNKNOWN)) {
                UNKNOWN
            } else if (place < 0) {
                place + size
            } else {
                place
            }
        }
    },

    /** How many elements a slice of an axis has: its size, where the slice starts and ends, the step. */
    SLICE("slice", NUMBER, NUMBER, NUMBER, NUMBER) {
        override fun of(sequences: List<LongArray?>, numbers: LongArray): Long {
            val (size, start, end, step) = numbers
            if (step == 0L) throw RuleFailure("the step must not be 0")
            if (numbers.any { it == UNKNOWN }) return UNKNOWN
            val low = if (step > 0) 0L else -1L
            val high = low + size
            val first = if (start == NO_START) (if (step > 0) low else high) else NumberFunction.bound(start, size, low, high)
            val last = if (end == NO_END) (if (step > 0) high else low) else NumberFunction.bound(end, size, low, high)
            val distance = if (step > 0) last - first else first - last
            val stride = if (step > 0) step else -step
            return if (distance <= 0) 0 else (distance + stride - 1) / stride
        }
    },

    /** How many inputs there are. */
    COUNT("count", INPUTS) {
        override fun of(sequences: List<LongArray?>, numbers: LongArray): Long = sequences.size.toLong()
    },
    ;

    /** The value for these arguments, [UNKNOWN] if it depends on one that is. */
    abstract fun of(sequences: List<LongArray?>, numbers: LongArray): Long

    companion object {
        /** The number that stands for "from the end at which the slice begins". */
        const val NO_START: Long = Int.MIN_VALUE.toLong()

        /** The number that stands for "up to the end at which the slice ends". */
        const val NO_END: Long = Int.MAX_VALUE.toLong()

        private fun bound(place: Long, size: Long, low: Long, high: Long): Long =
            (if (place < 0) place + size else place).coerceIn(low, high)
    }
}

/** A call of a function that gives a number. */
internal class NumberCall(private val function: NumberFunction, private val arguments: List<Argument>) : Expression() {
    override val text: String get() = arguments.joinToString(", ", "${function.word}(", ")") { it.text }

    override fun evaluate(cells: LongArray): Long {
        val values = arguments.evaluate(cells)
        return function.of(values.sequences, values.numbers)
    }
}

/**
 * The number of [axis], negative from the end, of [rank] axes; a scalar accepts -1 and 0 as PyTorch does. [UNKNOWN] if [axis] is.
 * Says what [dev.rankine.shapes.Sizes.axisIndex] says.
 */
internal fun axisIndex(rank: Int, axis: Long): Long {
    if (axis == UNKNOWN) return UNKNOWN
    val limit = maxOf(rank, 1)
    if (axis < -limit || axis >= limit) throw RuleFailure("axis out of range: $axis is not in [${-limit}, ${limit - 1}]")
    return if (axis < 0) axis + limit else axis
}
