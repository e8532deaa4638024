package dev.rankine.train

import kotlin.math.exp
import kotlin.math.sqrt

/** A mean over examples or elements, or what [form] makes of it. */
internal class MeanStatistic(private val form: Form, total: Double = 0.0, count: Long = 0) : Statistic(form.kind) {
    /** What the metric is of the mean. */
    enum class Form(val kind: String) { MEAN("mean"), ROOT("root of the mean"), EXPONENTIAL("exponential of the mean") }

    /** The sum. */
    var total: Double = total
        private set

    /** Over how many. */
    var count: Long = count
        private set

    /** Whether it is the mean itself. */
    val isPlain: Boolean get() = form == Form.MEAN

    override val value: Double get() =
        (total / count).let {
            when (form) {
                Form.MEAN -> it
                Form.ROOT -> sqrt(it)
                Form.EXPONENTIAL -> exp(it)
            }
        }

    override val numbers: DoubleArray get() = doubleArrayOf(total, count.toDouble())

    /** Adds the sum [total] over [count]. */
    fun add(total: Double, count: Int) {
        this.total += total
        this.count += count
    }

    override fun copy(): MeanStatistic = MeanStatistic(form, total, count)

    companion object {
        fun of(kind: String, numbers: DoubleArray): Statistic? {
            val form = Form.entries.firstOrNull { it.kind == kind && numbers.size == 2 } ?: return null
            return count(numbers[1])?.takeIf { it >= 1 }?.let { MeanStatistic(form, numbers[0], it) }
        }
    }
}
