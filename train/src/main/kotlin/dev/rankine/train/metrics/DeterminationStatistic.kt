package dev.rankine.train

/**
 * The coefficient of determination of each output, `1 - sum (y - prediction)^2 / sum (y - mean y)^2`, and the mean of the outputs.
 *
 * The spread of the targets is kept as mean and squared distance from it, which batches join without loss (Chan, Golub and LeVeque, 1983).
 */
internal class DeterminationStatistic(
    private val outputs: Int,
    private val sums: DoubleArray = DoubleArray(3 * outputs),
    private var count: Long = 0,
) : Statistic(KIND) {
    override val width: Int get() = outputs

    override val value: Double get() = if (count < 2) Double.NaN else (0..<outputs).sumOf(::of) / outputs

    override val numbers: DoubleArray get() = doubleArrayOf(count.toDouble()) + sums

    /** Adds an example: its outputs in [predictions] and [targets] from [offset] on. */
    fun add(predictions: DoubleArray, targets: DoubleArray, offset: Int) {
        count++
        for (output in 0..<outputs) {
            val y = targets[offset + output]
            val away = y - sums[3 * output]
            sums[3 * output] += away / count
            sums[3 * output + 1] += away * (y - sums[3 * output])
            sums[3 * output + 2] += (y - predictions[offset + output]).let { it * it }
        }
    }

    override fun copy(): DeterminationStatistic = DeterminationStatistic(outputs, sums.copyOf(), count)

    /** Where the targets are all equal it is 1 for no error, else 0, as in scikit-learn. */
    private fun of(output: Int): Double {
        val spread = sums[3 * output + 1]
        val error = sums[3 * output + 2]
        return if (spread != 0.0) {
            1 - error / spread
        } else if (error == 0.0) {
            1.0
        } else {
            0.0
        }
    }

    companion object {
        const val KIND = "r2"

        fun of(kind: String, numbers: DoubleArray): Statistic? {
            if (kind != KIND || numbers.size < 4 || numbers.size % 3 != 1) return null
            return count(numbers[0])?.let { DeterminationStatistic((numbers.size - 1) / 3, numbers.copyOfRange(1, numbers.size), it) }
        }
    }
}
