package dev.rankine.samples.quickstart

import dev.rankine.data.DrawnDigits
import dev.rankine.data.LabelledImages
import dev.rankine.data.Mnist
import dev.rankine.shapes.FormatException
import java.nio.file.Files
import java.nio.file.Path

/**
 * Where the images come from.
 *
 * @property name what the output calls it.
 * @property train the images to learn from; drawn or read when first asked for.
 * @property test the images to judge by.
 */
internal class Source(val name: String, train: () -> LabelledImages, test: () -> LabelledImages) {
    val train: LabelledImages by lazy(train)
    val test: LabelledImages by lazy(test)

    companion object {
        private const val TRAIN = 12_000
        private const val TEST = 2_000
        private const val TEST_SEED = 1_000

        /** Digits drawn from [seed]. */
        fun drawn(seed: Long): Source =
            Source("digits drawn by the program", { DrawnDigits.draw(TRAIN, seed) }, { DrawnDigits.draw(TEST, seed + TEST_SEED) })

        /**
         * The four files of MNIST in [directory].
         *
         * @throws FormatException if one is missing, damaged or empty.
         */
        fun mnist(directory: Path): Source {
            if (!Files.isDirectory(directory)) {
                throw FormatException("$directory", if (Files.exists(directory)) "is not a directory" else "there is no such directory")
            }
            val images = Mnist.load(directory)
            for ((what, set) in listOf("learn from" to images.train, "test" to images.test)) {
                if (set.pixels.isEmpty()) throw FormatException("$directory", "holds no images to $what")
            }
            return Source("MNIST from $directory", { images.train }, { images.test })
        }
    }
}
