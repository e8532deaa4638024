@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

/**
 * What a training step of batch normalization gives.
 *
 * @property y the standardized values.
 * @property mean the mean per channel of the batch; a gradient flows through it.
 * @property variance the biased variance per channel of the batch; a gradient flows through it.
 * @property runningMean what the running mean becomes, not recorded; null if none was given.
 * @property runningVar what the running variance becomes, not recorded; null if none was given.
 */
public class BatchNormResult internal constructor(
    public val y: Value,
    public val mean: Value,
    public val variance: Value,
    public val runningMean: Value?,
    public val runningVar: Value?,
) : Holder {
    override fun heldValues(): List<Value> = listOfNotNull(y, mean, variance, runningMean, runningVar)
}

/**
 * Batch normalization with the statistics of the batch, and what the running statistics become:
 * `running + momentum * (batch - running)`, where the batch's variance is the unbiased one.
 * `[N, C, *d] -> [N, C, *d]`, all others `[C]`. See [batchNorm].
 *
 * @throws ShapeException if sizes do not fit or a channel has a single element.
 * @throws dev.rankine.shapes.DTypeException if the elements are bool or integers, or the types do not go together.
 */
@JvmOverloads
public fun batchNormTraining(
    x: Value,
    runningMean: Value? = null,
    runningVar: Value? = null,
    weight: Value? = null,
    bias: Value? = null,
    momentum: Double = 0.1,
    eps: Double = 1e-5,
): BatchNormResult {
    checkBatch("batch_norm", x, weight, bias)
    val channels = Sizes.of(x.sizes[1])
    runningMean?.let { checkParameter("batch_norm", "running mean", it, x, channels) }
    runningVar?.let { checkParameter("batch_norm", "running var", it, x, channels) }
    val count = reducedCount(x.sizes, otherAxes(x))
    if (count == 1) {
        throw ShapeException("batch_norm: a channel needs more than one element while training: 1 given", listOf("input" to x.sizes))
    }
    val attributes = BatchNormAttributes(eps, weight != null, bias != null)
    val (y, mean, variance) = batchNormOp(attributes, listOfNotNull(x, weight, bias))
    return noGrad {
        val unbiased = if (runningVar != null && count > 0) variance * (count / (count - 1.0)) else variance
        BatchNormResult(
            y,
            mean,
            variance,
            runningMean?.let { moved(it, mean, momentum, count) },
            runningVar?.let { moved(it, unbiased, momentum, count) },
        )
    }
}

/** Without any element in the batch the running statistics stay. */
internal fun moved(running: Value, batch: Value, momentum: Double, count: Int): Value =
    if (count == 0) copy(running) else to(widen(running) * (1 - momentum) + batch * momentum, running.dtype)
