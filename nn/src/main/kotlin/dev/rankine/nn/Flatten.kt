package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.flatten
import dev.rankine.ops.named
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Times
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.boundAxis
import dev.rankine.tensor.unchecked

private const val FLATTEN_LAYER_RULE =
    "s startAxis=1 endAxis=-1 -> [*part(s, 0, axis(s, startAxis)), " +
        "prod(part(s, axis(s, startAxis), min(axis(s, endAxis) + 1, rank(s)))), " +
        "*part(s, min(axis(s, endAxis) + 1, rank(s)), rank(s))] where " +
        "axis(s, startAxis) <= axis(s, endAxis) \"the first axis comes after the last\""

/**
 * Makes one axis of several, by default of all but the first. `[N, C, H, W] -> [N, C*H*W]`. It has no parameters.
 *
 * `flatten(x)` calls the new axis by the product of those it joins: `Maps * Rows * Columns`; `flatten(x, to = Features)` gives it a name of its
 * own, whose size is checked.
 *
 * @param startAxis,endAxis the first and the last axis to join; negative numbers count from the end.
 * @throws ShapeException if the first certainly comes after the last.
 */
@ShapeRule(FLATTEN_LAYER_RULE)
@OptIn(UncheckedShape::class)
public class Flatten(private val startAxis: Int = 1, private val endAxis: Int = -1) : Mapping() {
    init {
        if ((startAxis < 0) == (endAxis < 0) && startAxis > endAxis) {
            throw ShapeException("flatten: the first axis comes after the last: $startAxis > $endAxis")
        }
    }

    override fun forward(x: Value): Value = flatten(x, startAxis, endAxis)

    /** `[N, C, H, W] -> [N, F]`. Throws [ShapeException] if that is not what is joined, or `F` has another size. */
    @ShapeRule("[n, *p] to=? -> [n, prod(p)] where to == prod(p) \"the number of elements differs\"")
    @JvmName("invokeNamed4")
    public operator fun <N : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>, F : Dim<*>> invoke(
        x: Tensor<Rank4<N, C, H, W>>,
        to: Sized<F>,
    ): Tensor<Mat<N, F>> = joined(x.value, to).unchecked()

    /** `[N, A, B] -> [N, F]`. Throws [ShapeException] if that is not what is joined, or `F` has another size. */
    @ShapeRule("[n, *p] to=? -> [n, prod(p)] where to == prod(p) \"the number of elements differs\"")
    @JvmName("invokeNamed3")
    public operator fun <N : Dim<*>, A : Dim<*>, B : Dim<*>, F : Dim<*>> invoke(
        x: Tensor<Cube<N, A, B>>,
        to: Sized<F>,
    ): Tensor<Mat<N, F>> = joined(x.value, to).unchecked()

    /** `[N, C, H, W] -> [N, C*H*W]`. Throws [ShapeException] if other axes are joined. */
    @ShapeRule("[n, *p] -> [n, prod(p)]")
    @JvmName("invokeProduct4")
    public operator fun <N : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(
        x: Tensor<Rank4<N, C, H, W>>,
    ): Tensor<Mat<N, Times<Times<C, H>, W>>> = joined(x.value).unchecked()

    /** `[N, A, B] -> [N, A*B]`. Throws [ShapeException] if other axes are joined. */
    @ShapeRule("[n, *p] -> [n, prod(p)]")
    @JvmName("invokeProduct3")
    public operator fun <N : Dim<*>, A : Dim<*>, B : Dim<*>> invoke(x: Tensor<Cube<N, A, B>>): Tensor<Mat<N, Times<A, B>>> =
        joined(x.value).unchecked()

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun invoke(x: Tensor<AnyShape>): Tensor<AnyShape> = call(x.value).unchecked()

    override fun details(): String = "axes $startAxis to $endAxis"

    /** The result, whose second axis is [to]; by default the product of the axes that were joined, where all have names. */
    private fun joined(x: Value, to: Sized<*>? = null): Value {
        val y = call(x)
        if (y.rank != 2 || y.sizes[0] != x.sizes[0]) {
            throw ShapeException(
                "flatten: does not join all axes but the first: axes $startAxis to $endAxis",
                listOf("input" to x.sizes, "result" to y.sizes),
            )
        }
        val axis = if (to == null) product(x, y.sizes[1]) else boundAxis("flatten", "elements", x, y, 1, to)
        return y.named(y.sizes.withAxes(arrayOf(x.sizes.axis(0), axis)))
    }

    private fun product(x: Value, size: Int): Axis<*>? {
        val dims = (1 until x.rank).map { x.sizes.axis(it)?.dim ?: return null }
        return Axis(dims.reduce { left, right -> Times(left, right) }, size)
    }
}
