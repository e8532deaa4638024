package dev.rankine.data

import dev.rankine.data.drawn.Figure
import dev.rankine.data.drawn.Scene
import dev.rankine.data.drawn.SceneStyle
import dev.rankine.data.drawn.SplitMix64

/**
 * Coloured figures in noise: images of 3 x 32 x 32 in 10 classes that need no download, with the sizes of CIFAR-10.
 *
 * Every image shows one of the figures [NAMES]. Its colour, that of the ground, place, size, proportions, slant, shade, specks and noise are drawn at
 * random, so that no single pixel and no colour tells the class.
 */
public object DrawnShapes {
    private val figures = Figure.entries
    private const val CHANNELS = 3

    /** What the ten classes show, in the order of their numbers. */
    @JvmField
    public val NAMES: List<String> = figures.map { it.title }

    /**
     * Draws [count] images. The same [seed] gives the same bytes on every JVM, and fewer images are the first of more:
     * `draw(10, seed)` are the first ten of `draw(100, seed)`. Take different seeds for training and testing.
     *
     * The labels are balanced: every ten images in a row hold each figure once, in random order.
     *
     * @throws IllegalArgumentException if [count] is negative or the pixels would not fit in one array (more than 699,050 images).
     */
    @JvmStatic
    public fun draw(count: Int, seed: Long): LabelledImages {
        val numbers = CHANNELS * Scene.AREA
        val most = Int.MAX_VALUE / numbers
        require(count in 0..most) { "draw: count is out of range: $count is not in 0..$most" }
        val pixels = ByteArray(count * numbers)
        val labels = ByteArray(count)
        val style = SceneStyle()
        var order = IntArray(0)
        for (index in 0 until count) {
            if (index % figures.size == 0) order = shuffled(figures.size, seed, -1 - index)
            val label = order[index % figures.size]
            labels[index] = label.toByte()
            Scene(SplitMix64(seed, index.toLong()), style).paint(figures[label], pixels, index * numbers)
        }
        return LabelledImages(count, Scene.SIDE, Scene.SIDE, figures.size, pixels, labels, CHANNELS)
    }
}
