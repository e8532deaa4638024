package dev.rankine.samples.finetuning

import dev.rankine.data.DataLoader
import dev.rankine.data.DrawnDigits
import dev.rankine.data.Labelled
import dev.rankine.data.LabelledImages
import dev.rankine.data.Normalization
import dev.rankine.data.dataset
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Vec

internal object Batch : Dim<Batch>()

internal object Pixels : Dim<Pixels>(28 * 28)

internal object Feature : Dim<Feature>(256)

internal object Digit : Dim<Digit>(10)

internal object Parity : Dim<Parity>(2)

/** Images as rows of pixels, and the class of each. */
internal typealias Images = Labelled<Mat<Batch, Pixels>, Vec<Batch>>

/** The same images as a mirror shows them; of each is asked whether the digit is odd. */
internal fun LabelledImages.mirroredParities(): LabelledImages {
    val mirrored = ByteArray(pixels.size) { pixels[it - it % columns + (columns - 1 - it % columns)] }
    return LabelledImages(count, rows, columns, classes = 2, mirrored, ByteArray(count) { (label(it) % 2).toByte() })
}

/** [count] digits that the program draws, the same for the same [seed]. */
internal fun digits(count: Int, seed: Long): LabelledImages = DrawnDigits.draw(count, seed)

/** In batches; [isTraining] ones come in a new order every epoch. */
internal fun LabelledImages.loader(normalization: Normalization, batch: Int, isTraining: Boolean): DataLoader<Images> =
    DataLoader(dataset(Batch, Pixels, normalization), batch, shuffle = isTraining)
