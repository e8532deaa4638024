package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.promote

/** Promotes the operands to one element type as PyTorch does, and broadcasts them to one shape. */
internal fun elementwisePreparation(types: Types): Prepare =
    Prepare { op, inputs ->
        var dtype = inputs[0].dtype
        var rank = inputs[0].rank
        for (i in 1 until inputs.size) {
            dtype = promote(dtype, rank, inputs[i].dtype, inputs[i].rank)
            rank = maxOf(rank, inputs[i].rank)
        }
        if (types.integersBecomeFloats && !dtype.isFloating) dtype = DType.DEFAULT
        alignTo(dtype, broadcastSizes(op, inputs), inputs)
    }

/** The operands converted to [dtype] and broadcast to [sizes]; the same array if nothing changes. */
internal fun alignTo(dtype: DType, sizes: Sizes, inputs: Array<Value>): Array<Value> {
    if (inputs.all { it.dtype == dtype && it.sizes == sizes }) return inputs
    return Array(inputs.size) { broadcastTo(to(inputs[it], dtype), sizes) }
}

internal fun broadcastSizes(op: String, inputs: Array<Value>): Sizes {
    if (inputs.size == 1) return inputs[0].sizes
    return Sizes.broadcast(op, *Array(inputs.size) { inputs[it].sizes })
}

/** Bool and integers become the default floating type. */
internal val floatingPreparation: Prepare = elementwisePreparation(Types.FLOATS)
