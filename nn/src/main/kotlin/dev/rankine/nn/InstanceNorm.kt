package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.full
import dev.rankine.ops.instanceNorm
import dev.rankine.ops.instanceNormTraining
import dev.rankine.ops.item
import dev.rankine.ops.ones
import dev.rankine.ops.squeeze
import dev.rankine.ops.unsqueeze
import dev.rankine.ops.zeros
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Axis
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * `(x - mean) / sqrt(variance + eps) * weight + bias` per channel of each example. Mean and variance are those of the input; a module that
 * tracks statistics moves them while training, and takes them in evaluation. Ulyanov, Vedaldi & Lempitsky, arXiv:1607.08022.
 *
 * @property momentum how far the running statistics move with each batch; with null they stay, as in PyTorch.
 * @property eps what is added to the variance.
 */
public abstract class InstanceNorm<C : Dim<*>> internal constructor(
    channels: Sized<C>,
    private val rank: Int,
    public val momentum: Double?,
    public val eps: Double,
    affine: Boolean,
    trackRunningStatistics: Boolean,
) : Mapping() {
    private val axis: Axis<C> = channels.toAxis()

    init {
        checkMomentum("instance_norm", momentum)
        checkEps("instance_norm", eps)
    }

    /** `[C]`, ones at first; null if the module is not affine. */
    public val weight: Parameter<Vec<C>>? by optional(affine, parameter(axis) { ones(it) })

    /** `[C]`, zeros at first; null if the module is not affine. */
    public val bias: Parameter<Vec<C>>? by optional(affine, parameter(axis) { zeros(it) })

    /** `[C]`, `running_mean` in the state_dict; null if the module keeps no statistics. */
    public val runningMean: Buffer? by optional(trackRunningStatistics, buffer(zeros(Sizes.named(axis)), "running_mean"))

    /** `[C]`, `running_var` in the state_dict: unbiased; null if the module keeps no statistics. */
    public val runningVariance: Buffer? by optional(trackRunningStatistics, buffer(ones(Sizes.named(axis)), "running_var"))

    /** `[]`, int64, `num_batches_tracked` in the state_dict; null if the module keeps no statistics. PyTorch never counts it up. */
    public val batchesTracked: Buffer? by
        optional(trackRunningStatistics, buffer(zeros(Sizes.SCALAR, DType.I64), "num_batches_tracked"))

    /** The channels of planes are the third axis from the end, with or without a batch. */
    override val takes: KnownAxis? get() = if (rank == 4) KnownAxis(AxisPlace.CHANNELS, axis) else null

    override fun gives(before: KnownAxis?): KnownAxis? = takes ?: before

    override fun forward(x: Value): Value {
        if (x.rank !in rank - 1..rank) {
            throw ShapeException("instance_norm: needs ${rank - 1} or $rank axes: ${x.rank} given", listOf("input" to x.sizes))
        }
        checkChannels("instance_norm", x, x.rank - rank + 1, axis)
        return if (x.rank == rank) normalized(x) else squeeze(normalized(unsqueeze(x, 0)), 0)
    }

    private fun normalized(x: Value): Value {
        val mean = runningMean
        val variance = runningVariance
        if (mean == null || variance == null) return instanceNorm(x, weight = weight?.value, bias = bias?.value, eps = eps)
        if (!isTraining) return instanceNorm(x, mean.value, variance.value, weight?.value, bias?.value, useInputStats = false, eps = eps)
        val result = instanceNormTraining(x, mean.value, variance.value, weight?.value, bias?.value, momentum ?: 0.0, eps)
        result.runningMean?.let { mean.assign(it) }
        result.runningVar?.let { variance.assign(it) }
        return result.y
    }

    /** Untyped: all is checked at run time. */
    @OptIn(UncheckedShape::class)
    @JvmName("invokeUntyped")
    public operator fun <S : AnyShape> invoke(x: Tensor<S>): Tensor<AnyShape> = call(x.value).unchecked()

    override fun details(): String =
        listOfNotNull(
            "${axis.dim} = ${axis.size}",
            "momentum = $momentum",
            "eps = $eps",
            "not affine".takeIf { weight == null },
            "no running statistics".takeIf { runningMean == null },
        ).joinToString()
}
