package dev.rankine.nn

import dev.rankine.ops.InterpolateMode
import dev.rankine.ops.Value
import dev.rankine.ops.interpolate
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked
import dev.rankine.tensor.withLast

/**
 * Resizes lines, planes or volumes. `[N, C, L] -> [N, C, L']`, `[N, C, H, W] -> [N, C, H', W']`, `[N, C, D, H, W] -> [N, C, D', H', W']`.
 * It has no parameters.
 *
 * `resize(x, rows = Rows, columns = Columns)` names the axes of the result, whose sizes are checked.
 *
 * @param size the sizes of the result, one number for all directions or one for each; or else
 * @param scale by how much each direction grows, one number for all directions or one for each.
 * @param mode how the elements of the result are found; a plane needs [InterpolateMode.BILINEAR] where a line needs
 * [InterpolateMode.LINEAR].
 * @param alignCorners whether the first and the last elements of both lie on each other; else the edges of their areas do.
 * @param recomputeScale whether places are computed with the sizes that [scale], rounded down, gives, and not with [scale] itself.
 * @throws IllegalArgumentException unless there is either a size or a scale, of positive numbers.
 */
@OptIn(UncheckedShape::class)
public open class Upsample(
    private val size: List<Int>? = null,
    private val scale: List<Double>? = null,
    private val mode: InterpolateMode = InterpolateMode.NEAREST,
    private val alignCorners: Boolean = false,
    private val recomputeScale: Boolean = false,
) : Mapping() {
    /** With one scale for all directions. */
    public constructor(scale: Double, mode: InterpolateMode = InterpolateMode.NEAREST, alignCorners: Boolean = false) :
        this(null, listOf(scale), mode, alignCorners)

    init {
        require((size == null) != (scale == null)) { "upsample: needs either a size or a scale: $size and $scale given" }
        require(size.orEmpty().all { it >= 1 }) { "upsample: a size must be at least 1: $size given" }
        require(scale.orEmpty().all { it > 0 && it < Double.POSITIVE_INFINITY }) { "upsample: a scale must be positive: $scale given" }
    }

    override fun gives(before: KnownAxis?): KnownAxis? =
        before?.takeIf { it.place == AxisPlace.CHANNELS && 2 in mode.directions && (size ?: scale)!!.size != 3 }

    override fun forward(x: Value): Value = interpolate(x, size, scale, mode, alignCorners, recomputeScale)

    /** `[N, C, L] -> [N, C, R]`. Throws [ShapeException] if the result has another length. */
    @ShapeRule("[n, c, _] length=? -> [n, c, length]")
    @JvmName("invokeNamed3")
    public operator fun <N : Dim<*>, C : Dim<*>, L : Dim<*>, R : Dim<*>> invoke(
        x: Tensor<Cube<N, C, L>>,
        length: Sized<R>,
    ): Tensor<Cube<N, C, R>> = withLast("upsample", x.value, call(x.value), "elements" to length).unchecked()

    /** `[N, C, H, W] -> [N, C, R, L]`. Throws [ShapeException] if the result has other numbers of rows or columns. */
    @ShapeRule("[n, c, _, _] rows=? columns=? -> [n, c, rows, columns]")
    @JvmName("invokeNamed4")
    public operator fun <N : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>, R : Dim<*>, L : Dim<*>> invoke(
        x: Tensor<Rank4<N, C, H, W>>,
        rows: Sized<R>,
        columns: Sized<L>,
    ): Tensor<Rank4<N, C, R, L>> = withLast("upsample", x.value, call(x.value), "rows" to rows, "columns" to columns).unchecked()

    /**
     * `[N, C, D, H, W] -> [N, C, T, R, L]`. Throws [ShapeException] if the result has another depth or other numbers of rows or columns.
     */
    @ShapeRule("[n, c, _, _, _] depth=? rows=? columns=? -> [n, c, depth, rows, columns]")
    @JvmName("invokeNamed5")
    public operator fun <N : Dim<*>, C : Dim<*>, D : Dim<*>, H : Dim<*>, W : Dim<*>, T : Dim<*>, R : Dim<*>, L : Dim<*>> invoke(
        x: Tensor<Rank5<N, C, D, H, W>>,
        depth: Sized<T>,
        rows: Sized<R>,
        columns: Sized<L>,
    ): Tensor<Rank5<N, C, T, R, L>> =
        withLast("upsample", x.value, call(x.value), "planes" to depth, "rows" to rows, "columns" to columns).unchecked()

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun invoke(x: Tensor<AnyShape>): Tensor<AnyShape> = call(x.value).unchecked()

    override fun details(): String =
        listOfNotNull(
            if (size != null) "size = $size" else "scale = $scale",
            mode.word,
            "aligned corners".takeIf { alignCorners },
        ).joinToString()
}

/** [Upsample] of planes by the nearest elements. `[N, C, H, W] -> [N, C, H', W']`. */
public class UpsamplingNearest2d(size: List<Int>? = null, scale: List<Double>? = null) : Upsample(size, scale) {
    /** With one scale for rows and columns. */
    public constructor(scale: Double) : this(null, listOf(scale))

    override fun forward(x: Value): Value = super.forward(planes("upsampling_nearest2d", x))
}

/** [Upsample] of planes by lines between elements in both directions, with aligned corners. `[N, C, H, W] -> [N, C, H', W']`. */
public class UpsamplingBilinear2d(size: List<Int>? = null, scale: List<Double>? = null) :
    Upsample(size, scale, InterpolateMode.BILINEAR, alignCorners = true) {
    /** With one scale for rows and columns. */
    public constructor(scale: Double) : this(null, listOf(scale))

    override fun forward(x: Value): Value = super.forward(planes("upsampling_bilinear2d", x))
}

private fun planes(op: String, x: Value): Value {
    if (x.rank != 4) throw ShapeException("$op: needs a batch of planes: ${x.sizes} given")
    return x
}
