package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.named
import dev.rankine.ops.unflatten
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.boundAxis
import dev.rankine.tensor.unchecked

private const val UNFLATTEN_LAYER_RULE =
    "s axis=? parts... -> [*part(s, 0, axis(s, axis)), *reshape([at(s, axis)], parts), *part(s, axis(s, axis) + 1, rank(s))]"

/**
 * Cuts an axis into several: the opposite of [Flatten]. `[N, C*H*W] -> [N, C, H, W]`. It has no parameters.
 *
 * `unflatten(x, Rows, Columns)` gives the new axes names, whose sizes are checked.
 *
 * @property axis the axis that is cut; negative counts from the end.
 * @property parts the sizes of the new axes; one may be -1: it is what remains.
 * @throws ShapeException if [parts] are no sizes, or more than one is -1.
 */
@ShapeRule(UNFLATTEN_LAYER_RULE)
@OptIn(UncheckedShape::class)
public class Unflatten(public val axis: Int, public val parts: List<Int>) : Mapping() {
    /** `Unflatten(1, 3, 32, 32)`. */
    public constructor(axis: Int, vararg parts: Int) : this(axis, parts.toList())

    init {
        if (parts.isEmpty() || parts.any { it < -1 } || parts.count { it == -1 } > 1) {
            throw ShapeException("unflatten: the parts are no sizes, of which one may be -1: $parts")
        }
    }

    override fun forward(x: Value): Value = unflatten(x, axis, *parts.toIntArray())

    /** `[N, A*B] -> [N, A, B]`. Throws [ShapeException] if that is not what is cut, or the parts have other sizes. */
    @ShapeRule("[n, f] a=? b=? -> [n, a, b] where f == a*b \"the parts do not make the axis\"")
    @JvmName("invoke3")
    public operator fun <N : Dim<*>, F : Dim<*>, A : Dim<*>, B : Dim<*>> invoke(
        x: Tensor<Mat<N, F>>,
        a: Sized<A>,
        b: Sized<B>,
    ): Tensor<Cube<N, A, B>> = cut(x.value, a, b).unchecked()

    /** `[N, A*B*C] -> [N, A, B, C]`. Throws [ShapeException] if that is not what is cut, or the parts have other sizes. */
    @ShapeRule("[n, f] a=? b=? c=? -> [n, a, b, c] where f == a*b*c \"the parts do not make the axis\"")
    @JvmName("invoke4")
    public operator fun <N : Dim<*>, F : Dim<*>, A : Dim<*>, B : Dim<*>, C : Dim<*>> invoke(
        x: Tensor<Mat<N, F>>,
        a: Sized<A>,
        b: Sized<B>,
        c: Sized<C>,
    ): Tensor<Rank4<N, A, B, C>> = cut(x.value, a, b, c).unchecked()

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun invoke(x: Tensor<AnyShape>): Tensor<AnyShape> = call(x.value).unchecked()

    override fun details(): String = "axis $axis to ${parts.joinToString(" x ")}"

    private fun cut(x: Value, vararg names: Sized<*>): Value {
        val y = call(x)
        if ((axis != 1 && axis != -1) || y.rank != names.size + 1) {
            throw ShapeException(
                "unflatten: does not cut the last axis into ${names.size}: axis $axis into ${parts.size}",
                listOf("input" to x.sizes, "result" to y.sizes),
            )
        }
        val axes: List<Axis<*>?> =
            listOf(x.sizes.axis(0)) + names.mapIndexed { i, name -> boundAxis("unflatten", "elements", x, y, i + 1, name) }
        return y.named(y.sizes.withAxes(axes.toTypedArray()))
    }
}
