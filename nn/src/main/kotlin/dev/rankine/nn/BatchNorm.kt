package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.batchNorm
import dev.rankine.ops.batchNormTraining
import dev.rankine.ops.full
import dev.rankine.ops.item
import dev.rankine.ops.ones
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
 * `(x - mean) / sqrt(variance + eps) * weight + bias` per channel (axis 1). While training, mean and variance are those of the batch, and
 * the running ones move towards them; in evaluation mode they are the running ones. Ioffe & Szegedy, arXiv:1502.03167.
 *
 * @property momentum how far the running statistics move with each batch; null for the mean of all batches that [batchesTracked] counts.
 * @property eps what is added to the variance.
 */
public abstract class BatchNorm<C : Dim<*>> internal constructor(
    channels: Sized<C>,
    private val ranks: IntRange,
    public var momentum: Double?,
    public val eps: Double,
    affine: Boolean,
    trackRunningStatistics: Boolean,
) : Mapping() {
    private val axis: Axis<C> = channels.toAxis()

    init {
        checkMomentum("batch_norm", momentum)
        checkEps("batch_norm", eps)
    }

    /** `[C]`, ones at first; null if the module is not affine. */
    public val weight: Parameter<Vec<C>>? by optional(affine, parameter(axis) { ones(it) })

    /** `[C]`, zeros at first; null if the module is not affine. */
    public val bias: Parameter<Vec<C>>? by optional(affine, parameter(axis) { zeros(it) })

    /** `[C]`, `running_mean` in the state_dict; null if the module keeps no statistics. */
    public val runningMean: Buffer? by
        optional(trackRunningStatistics, buffer(zeros(Sizes.named(axis)), "running_mean"))

    /** `[C]`, `running_var` in the state_dict: unbiased; null if the module keeps no statistics. */
    public val runningVariance: Buffer? by
        optional(trackRunningStatistics, buffer(ones(Sizes.named(axis)), "running_var"))

    /** `[]`, int64, `num_batches_tracked` in the state_dict; null if the module keeps no statistics. */
    public val batchesTracked: Buffer? by
        optional(trackRunningStatistics, buffer(zeros(Sizes.SCALAR, DType.I64), "num_batches_tracked"))

    override val takes: KnownAxis? get() = if (ranks.first == 4) KnownAxis(AxisPlace.CHANNELS, axis) else null

    override fun gives(before: KnownAxis?): KnownAxis? = takes ?: before

    override fun forward(x: Value): Value {
        if (x.rank !in ranks || x.sizes[1] != axis.size) {
            throw ShapeException(
                "batch_norm: needs ${ranks.joinToString(" or ") { "$it" }} axes, the second of size ${axis.size}: ${x.sizes} given",
            )
        }
        val mean = runningMean
        val variance = runningVariance
        if (!isTraining && mean != null && variance != null) {
            return batchNorm(x, mean.value, variance.value, weight?.value, bias?.value, eps = eps)
        }
        val batches = batchesTracked.takeIf { isTraining }
        val seen = if (batches != null) batches.value.item() + 1 else 1.0
        val result =
            batchNormTraining(x, mean?.value, variance?.value, weight?.value, bias?.value, momentum ?: (1 / seen), eps)
        batches?.assign(full(Sizes.SCALAR, seen.toLong(), DType.I64, x.backend))
        result.runningMean?.let { mean!!.assign(it) }
        result.runningVar?.let { variance!!.assign(it) }
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
