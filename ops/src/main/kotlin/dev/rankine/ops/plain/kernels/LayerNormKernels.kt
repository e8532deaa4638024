package dev.rankine.ops.plain.kernels

import dev.rankine.ops.LayerNormAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.Value
import dev.rankine.ops.layerNormGradientOp
import dev.rankine.ops.layerNormOp
import dev.rankine.ops.layerNormWeightGradientOp
import dev.rankine.shapes.DType

/** Layer normalization and its gradients. */
internal val layerNormKernels: List<Pair<Op<*>, PlainKernel<*>>> =
    listOf(
        layerNormOp to LayerNormF32,
        layerNormOp to LayerNormF64,
        layerNormGradientOp to LayerNormGradientF32,
        layerNormGradientOp to LayerNormGradientF64,
        layerNormWeightGradientOp to LayerNormWeightGradientF32,
        layerNormWeightGradientOp to LayerNormWeightGradientF64,
    )

/** How many numbers are normalized together: those of the last axes of [x]. */
internal fun rowLength(x: Value, attributes: LayerNormAttributes): Int =
    (x.rank - attributes.axes until x.rank).fold(1) { product, axis -> product * x.sizes[axis] }

/** Whether all of [values] are of [dtype] and laid out in order. */
internal fun isAll(dtype: DType, values: Array<Value>): Boolean = values.all { it.dtype == dtype && it.layout.isContiguous }
