package dev.rankine.samples.resnet

import dev.rankine.data.Cifar10
import dev.rankine.data.DrawnShapes
import dev.rankine.data.LabelledImages
import dev.rankine.data.Normalization
import dev.rankine.shapes.FormatException
import java.nio.file.Path

/**
 * Where the images come from.
 *
 * @property name what the output calls it.
 * @property images what to learn from, and what to judge by.
 * @property kinds what the classes show, in the order of their numbers.
 */
internal class Source(val name: String, val images: Cifar10, val kinds: List<String>) {
    /** Normalizations of the channels, taken from the images to learn from. Throws [FormatException] if a channel is of one value. */
    fun normalizations(): List<Normalization> {
        val train = images.train
        val area = train.rows * train.columns
        for (channel in 0 until train.channels) {
            val planes = (0 until train.count).map { (it * train.channels + channel) * area }
            val first = train.pixels[planes[0]]
            val isEmpty = planes.all { from -> (from until from + area).all { train.pixels[it] == first } }
            if (isEmpty) throw FormatException(name, "the images are empty: every pixel of channel $channel is ${first.toInt() and 0xff}")
        }
        return Normalization.ofChannels(train)
    }

    companion object {
        /** As many images to test are drawn as this part of those to learn from. */
        private const val TESTED = 5
        private const val TEST_SEED = 1_000

        /** [count] coloured figures drawn from [seed], and a fifth as many to test. */
        fun drawn(count: Int, seed: Long): Source {
            val images = Cifar10(DrawnShapes.draw(count, seed), DrawnShapes.draw(maxOf(count / TESTED, 1), seed + TEST_SEED))
            return Source("figures drawn by the program", images, DrawnShapes.NAMES)
        }

        /** The six files of CIFAR-10 in [directory]. Throws [FormatException] if one is missing or damaged. */
        fun cifar10(directory: Path): Source = Source("CIFAR-10 from $directory", Cifar10.load(directory), Cifar10.NAMES)
    }
}
