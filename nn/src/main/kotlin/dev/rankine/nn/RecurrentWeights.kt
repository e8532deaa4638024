package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.linear
import dev.rankine.ops.plus
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.DType

/** The weights of one layer and direction of a recurrence, or of a cell. */
internal class RecurrentWeights(
    private val input: Parameter<AnyShape>,
    recurrent: Parameter<AnyShape>,
    private val inputBias: Parameter<AnyShape>?,
    recurrentBias: Parameter<AnyShape>?,
    projection: Parameter<AnyShape>?,
) {
    private val recurrentParameter = recurrent
    private val recurrentBiasParameter = recurrentBias
    private val projectionParameter = projection

    val recurrent: Value get() = recurrentParameter.value

    /** The type of the numbers; a parametrised parameter is not computed for it. */
    val dtype: DType get() = recurrentParameter.dtype
    val recurrentBias: Value? get() = recurrentBiasParameter?.value
    val projection: Value? get() = projectionParameter?.value

    /** The products with the input, of all steps at once, with its bias. `[*p, I] -> [*p, gates*F]` */
    fun products(x: Value): Value = linear(x, input.value, inputBias?.value)

    /** As [products], with both biases: where nothing stands between the products of input and state. */
    fun biasedProducts(x: Value): Value {
        val bias = inputBias?.value
        val other = recurrentBias
        return linear(x, input.value, if (bias == null || other == null) null else bias + other)
    }
}
