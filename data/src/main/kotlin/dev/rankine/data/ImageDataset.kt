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
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * Images as flat rows of pixels, float32, with their classes, int64. A batch is `[batch, pixels]` and `[batch]`; the last one may be smaller.
 * Of images in colour, all of the first channel come first.
 *
 * @param normalization what pixels become; take that of the images to learn from for the test images too.
 * @throws ShapeException if [pixels] declares another size than `channels * rows * columns`.
 */
public fun <B : Dim<B>, P : Dim<P>> LabelledImages.dataset(
    batch: B,
    pixels: P,
    normalization: Normalization,
): Dataset<Labelled<Mat<B, P>, Vec<B>>> =
    ImageDataset(this, batch, listOf(fitted(pixels, channels * rows * columns, "pixels")), List(channels) { normalization })

/**
 * Images as planes, float32, with their classes, int64. A batch is `[batch, channel, rows, columns]` and `[batch]`;
 * the last one may be smaller.
 *
 * @param normalization what pixels of all channels become; take that of the images to learn from for the test images too.
 * @throws ShapeException if a dim declares another size than the images have.
 */
public fun <B : Dim<B>, C : Dim<C>, H : Dim<H>, W : Dim<W>> LabelledImages.dataset(
    batch: B,
    channel: C,
    rows: H,
    columns: W,
    normalization: Normalization,
): Dataset<Labelled<Rank4<B, C, H, W>, Vec<B>>> = dataset(batch, channel, rows, columns, List(channels) { normalization })

/**
 * Images as planes, float32, with their classes, int64. A batch is `[batch, channel, rows, columns]` and `[batch]`;
 * the last one may be smaller.
 *
 * @param normalizations what pixels become, for each channel; take those of the images to learn from for the test images too.
 * @throws ShapeException if a dim declares another size than the images have.
 * @throws IllegalArgumentException if there are more or fewer [normalizations] than channels.
 */
public fun <B : Dim<B>, C : Dim<C>, H : Dim<H>, W : Dim<W>> LabelledImages.dataset(
    batch: B,
    channel: C,
    rows: H,
    columns: W,
    normalizations: List<Normalization>,
): Dataset<Labelled<Rank4<B, C, H, W>, Vec<B>>> {
    val axes = listOf(fitted(channel, channels, "channels"), fitted(rows, this.rows, "rows"), fitted(columns, this.columns, "columns"))
    return ImageDataset(this, batch, axes, normalizations)
}

private fun <D : Dim<D>> LabelledImages.fitted(dim: D, size: Int, what: String): Axis<D> {
    val form = if (channels == 1) "${rows}x$columns" else "${channels}x${rows}x$columns"
    if (dim.size != null && dim.size != size) {
        throw ShapeException("dataset: the images do not fit ${dim.name}: ${dim.size} declared, the images have $size ($what of $form)")
    }
    return Axis(dim, size, "$what of $form")
}

private class ImageDataset<X : Shape, B : Dim<B>>(
    private val images: LabelledImages,
    private val batch: B,
    private val axes: List<Axis<*>>,
    normalizations: List<Normalization>,
) : Dataset<Labelled<X, Vec<B>>> {
    init {
        require(normalizations.size == images.channels) {
            "dataset: normalizations and channels differ in number: ${normalizations.size} != ${images.channels}"
        }
    }

    private val tables = normalizations.map { it.table() }
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
        val numbers = FloatArray(indices.size * tables.size * area)
        var at = 0
        for (index in indices) {
            for ((channel, table) in tables.withIndex()) {
                val from = (index * tables.size + channel) * area
                for (i in from until from + area) numbers[at++] = table[images.pixels[i].toInt() and 0xff]
            }
        }
        return numbers
    }
}
