package dev.rankine.train

import kotlin.math.exp

/**
 * The area under the receiver operating characteristic: the chance that an example of a class has a higher score for it than one that
 * is not of it, equal scores counting half. It needs all scores at once, and keeps them.
 *
 * @property columns how many scores an example has: 1 for a single one, else one a class.
 */
internal class RankStatistic(private val columns: Int, private var rows: DoubleArray = DoubleArray(0), private var size: Int = 0) :
    Statistic(KIND) {
    /** Whether what is behind [size] may be written to: of several copies it is the first one's. */
    private var ownsRest = true

    override val isCheap: Boolean get() = false

    override val width: Int get() = columns

    override val value: Double get() =
        if (columns == 1) area(0) { it == 1.0 } else (0..<columns).sumOf { column -> area(column) { it == column.toDouble() } } / columns

    override val numbers: DoubleArray get() = doubleArrayOf(columns.toDouble()) + rows.copyOf(size)

    /** Adds an example of class [target] with logits [scores] from [offset] on. Those of classes become probabilities, by which examples are ordered. */
    fun add(target: Double, scores: DoubleArray, offset: Int) {
        val end = size + 1L + columns
        if (end > rows.size || !ownsRest) rows = rows.copyOf(capacity(rows.size, end))
        ownsRest = true
        rows[size] = target
        if (columns == 1) {
            rows[size + 1] = scores[offset]
        } else {
            val largest = (0..<columns).maxOf { scores[offset + it] }
            val sum = (0..<columns).sumOf { exp(scores[offset + it] - largest) }
            for (column in 0..<columns) rows[size + 1 + column] = exp(scores[offset + column] - largest) / sum
        }
        size = end.toInt()
    }

    /** Nothing is copied until something is added to the copy: a copy is taken after every step. */
    override fun copy(): RankStatistic = RankStatistic(columns, rows, size).also { it.ownsRest = false }

    /** From the sum of the ranks of the examples that are of the class (Mann and Whitney, 1947); NaN if all or none are, or a score is NaN. */
    private fun area(column: Int, isOf: (Double) -> Boolean): Double {
        val width = 1 + columns
        val examples = size / width
        val order = (0..<examples).sortedBy { rows[it * width + 1 + column] }
        val score = { place: Int -> rows[order[place] * width + 1 + column] }
        if (examples == 0 || score(examples - 1).isNaN()) return Double.NaN
        var ranks = 0.0
        var inside = 0L
        var from = 0
        while (from < examples) {
            var to = from + 1
            while (to < examples && score(to) == score(from)) to++
            val members = (from..<to).count { isOf(rows[order[it] * width]) }
            ranks += members * ((from + 1 + to) / 2.0) // the mean of the places from + 1 to `to`
            inside += members
            from = to
        }
        return (ranks - inside * (inside + 1) / 2.0) / (inside.toDouble() * (examples - inside))
    }

    companion object {
        const val KIND = "auc"

        /** The largest array that every JVM makes, less a place for the number of columns in [numbers]. */
        private const val MOST = Int.MAX_VALUE - 9

        /** How large an array that has [now] places becomes to have room for [needed]. */
        fun capacity(now: Int, needed: Long): Int {
            require(needed <= MOST) { "auc: all scores are kept, and these are too many: $needed numbers, at most $MOST" }
            return maxOf(needed, minOf(2L * now, MOST.toLong())).toInt()
        }

        fun of(kind: String, numbers: DoubleArray): Statistic? {
            if (kind != KIND || numbers.isEmpty()) return null
            val columns = count(numbers[0])?.toInt() ?: return null
            if (columns < 1 || (numbers.size - 1) % (1L + columns) != 0L) return null
            return RankStatistic(columns, numbers.copyOfRange(1, numbers.size), numbers.size - 1)
        }
    }
}
