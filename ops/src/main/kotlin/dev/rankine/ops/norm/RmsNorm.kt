@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** How many trailing [axes] are divided by their root mean square, and what is added to the mean square ([eps]). */
public data class RmsNormAttributes(public val axes: Int, public val eps: Double)

/** Divides the trailing axes by the root of their mean square; inputs `x`, then the weight if there is one. The row behind [rmsNorm]. */
public val rmsNormOp: OpN<RmsNormAttributes> =
    OpN(
        "rms_norm",
        Definition { (axes, eps), inputs ->
            val x = widen(inputs[0])
            val last = ReduceAttributes((x.rank - axes until x.rank).toList(), true)
            arrayOf(to(affine(x * rsqrt(meanOp(last, x * x) + eps), inputs.getOrNull(1), null), inputs[0].dtype))
        },
        { call ->
            val sizes = call.sizes().filterAxes { it >= call.sizes().rank - call.attributes.axes }
            call.inputs.getOrNull(1)?.let { checkParameter(call.name, "weight", it, call.x, sizes) }
            arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), call.sizes()))
        },
        Gradients.Derived,
        null,
        Names("nn.functional.rms_norm"),
    )

/** The rule of [rmsNorm]. */
internal const val RMS_NORM_RULE: String =
    "s weight:w? normalizedSizes... -> s where rank(normalizedSizes) >= 1 \"needs at least one axis to normalize\", " +
        "rank(s) >= rank(normalizedSizes) \"the input has too few axes\", " +
        "part(s, rank(s) - rank(normalizedSizes), rank(s)) == normalizedSizes \"the last axes are not the normalized ones\", " +
        "w == normalizedSizes \"weight has other sizes\""

/**
 * `x / sqrt(mean(x^2) + eps) * weight` over the last axes, which have [normalizedSizes].
 * `[*p, *normalized] -> [*p, *normalized]`, the weight `[*normalized]`. Floating types only. Zhang & Sennrich, arXiv:1910.07467.
 *
 * @param eps null for the distance from 1 to the next number of the type of [x].
 * @throws ShapeException if the last axes or the weight have other sizes.
 * @throws dev.rankine.shapes.DTypeException if the elements are bool or integers, or the types do not go together.
 */
@ShapeRule(RMS_NORM_RULE)
@JvmOverloads
public fun rmsNorm(x: Value, normalizedSizes: List<Int>, weight: Value? = null, eps: Double? = null): Value {
    val sizes = Sizes.of(*normalizedSizes.toIntArray())
    if (sizes.rank == 0) throw ShapeException("rms_norm: needs at least one axis to normalize: []", listOf("input" to x.sizes))
    val last = x.sizes.filterAxes { it >= x.rank - sizes.rank }
    if (last != sizes) {
        throw ShapeException("rms_norm: the last axes are not the normalized ones: $last != $sizes", listOf("input" to x.sizes))
    }
    return rmsNormOp(RmsNormAttributes(sizes.rank, eps ?: step(x.dtype)), listOfNotNull(x, weight))[0]
}

/** How far the next number is from 1. */
private fun step(dtype: DType): Double =
    when (dtype) {
        DType.F64 -> Math.ulp(1.0)
        DType.F16 -> 1.0 / (1 shl 10)
        DType.BF16 -> 1.0 / (1 shl 7)
        else -> Math.ulp(1f).toDouble()
    }
