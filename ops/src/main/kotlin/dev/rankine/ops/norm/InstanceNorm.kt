@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule

/**
 * `(x - mean) / sqrt(variance + eps) * weight + bias` over each channel of each example; the variance is the biased one: [groupNorm] with as
 * many groups as channels. With [useInputStats] false, mean and variance are the running ones, as in [batchNorm].
 * `[N, C, *d] -> [N, C, *d]`, all others `[C]`. Floating types only. Ulyanov, Vedaldi & Lempitsky, arXiv:1607.08022.
 *
 * The running statistics are read, never written.
 *
 * @throws ShapeException if sizes do not fit, if a channel of an example has a single element and its own statistics are to be used,
 * or if there are no running statistics to use.
 * @throws dev.rankine.shapes.DTypeException if the elements are bool or integers, or the types do not go together.
 */
@ShapeRule("[n, c, *d] mean:[c]? variance:[c]? weight:[c]? bias:[c]? -> [n, c, *d]")
@JvmOverloads
public fun instanceNorm(
    x: Value,
    runningMean: Value? = null,
    runningVar: Value? = null,
    weight: Value? = null,
    bias: Value? = null,
    useInputStats: Boolean = true,
    eps: Double = 1e-5,
): Value {
    if (!useInputStats) return batchNorm(x, runningMean, runningVar, weight, bias, eps = eps)
    checkBatch("instance_norm", x, weight, bias)
    val channels = x.sizes.filterAxes { it == 1 }
    runningMean?.let { checkParameter("instance_norm", "running mean", it, x, channels) }
    runningVar?.let { checkParameter("instance_norm", "running var", it, x, channels) }
    val count = (2 until x.rank).fold(1) { product, axis -> product * x.sizes[axis] }
    if (count == 1) {
        throw ShapeException("instance_norm: a channel of an example needs more than one element: 1 given", listOf("input" to x.sizes))
    }
    if (x.elements == 0) return copy(x)
    return groupNorm(x, x.sizes[1], weight, bias, eps)
}

/**
 * What a training step of instance normalization gives.
 *
 * @property y the standardized values.
 * @property runningMean what the running mean becomes, not recorded; null if none was given.
 * @property runningVar what the running variance becomes, not recorded; null if none was given.
 */
public class InstanceNormResult internal constructor(public val y: Value, public val runningMean: Value?, public val runningVar: Value?) :
    Holder {
        override fun heldValues(): List<Value> = listOfNotNull(y, runningMean, runningVar)
    }

/**
 * [instanceNorm] with the statistics of the input, and what the running statistics become: `running + momentum * (mean - running)` with the
 * mean over the examples of their means and of their unbiased variances. `[N, C, *d] -> [N, C, *d]`, all others `[C]`.
 *
 * @throws ShapeException if sizes do not fit or a channel of an example has a single element.
 * @throws dev.rankine.shapes.DTypeException if the elements are bool or integers, or the types do not go together.
 */
@JvmOverloads
public fun instanceNormTraining(
    x: Value,
    runningMean: Value? = null,
    runningVar: Value? = null,
    weight: Value? = null,
    bias: Value? = null,
    momentum: Double = 0.1,
    eps: Double = 1e-5,
): InstanceNormResult {
    val y = instanceNorm(x, runningMean, runningVar, weight, bias, true, eps)
    val axes = (2 until x.rank).toList()
    return noGrad {
        InstanceNormResult(
            y,
            runningMean?.let { moved(it, mean(mean(widen(x), axes), listOf(0)), momentum, x.elements) },
            runningVar?.let { moved(it, mean(variance(widen(x), axes), listOf(0)), momentum, x.elements) },
        )
    }
}
