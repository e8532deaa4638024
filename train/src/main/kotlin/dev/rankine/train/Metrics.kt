package dev.rankine.train

import dev.rankine.ops.argmax
import dev.rankine.ops.eq
import dev.rankine.ops.invoke
import dev.rankine.ops.item
import dev.rankine.ops.noGrad
import dev.rankine.ops.scope
import dev.rankine.ops.sum
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor

/** Numbers that a loss function reports beside the loss: means over all examples of an epoch so far, by name. */
public class Metrics internal constructor(sums: Map<String, Sum> = emptyMap()) {
    /** The [total] of a number over [count] examples. */
    internal class Sum(val total: Double, val count: Long)

    private val means = LinkedHashMap(sums)

    /** What the means are made of, as it is now. */
    internal val sums: Map<String, Sum> get() = LinkedHashMap(means)

    /** The means so far, in the order of their first report. */
    public val values: Map<String, Double> get() = means.mapValues { it.value.total / it.value.count }

    /**
     * Adds to the mean called [name]: [total] is the sum over [count] examples. Nothing is added for no examples.
     *
     * @throws IllegalArgumentException if [count] is negative.
     */
    public fun report(name: String, total: Double, count: Int) {
        require(count >= 0) { "metrics: a number of examples cannot be negative: $count for $name" }
        if (count == 0) return
        val before = means[name]
        means[name] = if (before == null) Sum(total, count.toLong()) else Sum(before.total + total, before.count + count)
    }

    /** Reports as `accuracy` how many rows of [scores] are largest at the class that [targets] names. `[B, C], [B]`. */
    public fun <B : Dim<*>, C : Dim<*>> accuracy(scores: Tensor<Mat<B, C>>, targets: Tensor<Vec<B>>) {
        val right = noGrad { scope("accuracy") { sum(eq(argmax(scores.value, -1), targets.value)).item() } }
        report("accuracy", right, targets.value.elements)
    }
}
