package dev.rankine.data

import dev.rankine.ops.Value
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Axis
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec
import dev.rankine.shapes.axis
import dev.rankine.shapes.of
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * Images as flat rows of pixels, float32, with their classes, int64. A batch is `[batch, pixels]` and `[batch]`; the last one may be smaller.
 *
 * @param normalization what pixels become; take that of the images to learn from for the test images too.
 * @throws ShapeException if [pixels] declares another size than `rows * columns`.
 */
public fun <B : Dim<B>, P : Dim<P>> LabelledImages.dataset(
    batch: B,
    pixels: P,
    normalization: Normalization,
): Dataset<Labelled<Mat<B, P>, Vec<B>>> = ImageDataset(this, batch, listOf(fitted(pixels, rows * columns, "pixels")), normalization)

/**
 * Images with one channel, float32, with their classes, int64. A batch is `[batch, channel, rows, columns]` and `[batch]`;
 * the last one may be smaller.
 *
 * @param normalization what pixels become; take that of the images to learn from for the test images too.
 * @throws ShapeException if a dim declares another size than the images have.
 */
public fun <B : Dim<B>, C : Dim<C>, H : Dim<H>, W : Dim<W>> LabelledImages.dataset(
    batch: B,
    channel: C,
    rows: H,
    columns: W,
    normalization: Normalization,
): Dataset<Labelled<Rank4<B, C, H, W>, Vec<B>>> {
    val axes = listOf(fitted(channel, 1, "channel"), fitted(rows, this.rows, "rows"), fitted(columns, this.columns, "columns"))
    return ImageDataset(this, batch, axes, normalization)
}

private fun <D : Dim<D>> LabelledImages.fitted(dim: D, size: Int, what: String): Axis<D> {
    if (dim.size != null && dim.size != size) {
        throw ShapeException(
            "dataset: the images do not fit ${dim.name}: ${dim.size} declared, the images have $size ($what of ${rows}x$columns)",
        )
    }
    return dim of size
}

private class ImageDataset<X : Shape, B : Dim<B>>(
    private val images: LabelledImages,
    private val batch: B,
    private val axes: List<Axis<*>>,
    normalization: Normalization,
) : Dataset<Labelled<X, Vec<B>>> {
    private val table = normalization.table()
    private val area = images.rows * images.columns

    override val size: Int get() = images.count

    @OptIn(UncheckedShape::class) // the axes that make the sizes are those of the type
    override fun batch(indices: IntArray): Labelled<X, Vec<B>> {
        val examples = Axis(batch, indices.size, "a batch of ${indices.size} of $size examples")
        val inputs = valueOf(pixels(indices), DType.F32, Sizes.named(examples, *axes.toTypedArray()))
        val targets = valueOf(LongArray(indices.size) { images.label(indices[it]).toLong() }, DType.I64, Sizes.named(examples))
        return Labelled(inputs.unchecked(), targets.unchecked())
    }

    private fun pixels(indices: IntArray): FloatArray {
        val numbers = FloatArray(indices.size * area)
        var at = 0
        for (index in indices) {
            val from = index * area
            for (i in from until from + area) numbers[at++] = table[images.pixels[i].toInt() and 0xff]
        }
        return numbers
    }
}
