package dev.rankine.train

import dev.rankine.data.Dataset
import dev.rankine.data.Labelled
import dev.rankine.nn.Linear
import dev.rankine.ops.item
import dev.rankine.ops.mean
import dev.rankine.ops.minus
import dev.rankine.ops.times
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

internal object Batch : Dim<Batch>()

internal object Inputs : Dim<Inputs>(1)

internal object Outputs : Dim<Outputs>(1)

internal typealias Points = Labelled<Mat<Batch, Inputs>, Mat<Batch, Outputs>>

/** The points `(i, 2 i)` for `i` from 0. */
internal class Line(override val size: Int) : Dataset<Points> {
    @OptIn(UncheckedShape::class)
    override fun batch(indices: IntArray): Points {
        val x = FloatArray(indices.size) { indices[it].toFloat() }
        val y = FloatArray(indices.size) { 2f * indices[it] }
        return Labelled(
            valueOf(x, DType.F32, Sizes.named(Batch of x.size, Inputs of 1)).unchecked(),
            valueOf(y, DType.F32, Sizes.named(Batch of x.size, Outputs of 1)).unchecked(),
        )
    }
}

/** `y = w x` with the weight 0.5. */
internal fun slope(): Linear<Inputs, Outputs> =
    Linear(Inputs, Outputs, bias = false).also {
        it.weight.assign(valueOf(floatArrayOf(0.5f), 1, 1))
    }

internal val Linear<Inputs, Outputs>.slope: Double get() = weight.value.item()

/** The mean of the squared errors. */
@OptIn(UncheckedShape::class)
internal fun squaredError(model: Linear<Inputs, Outputs>, batch: Points): Tensor<Scalar> {
    val error = model.call(batch.inputs.value) - batch.targets.value
    return mean(error * error).unchecked()
}
