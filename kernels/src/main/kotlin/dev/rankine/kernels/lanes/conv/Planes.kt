package dev.rankine.kernels.lanes

import dev.rankine.kernels.address
import dev.rankine.ops.Backend
import dev.rankine.ops.Value

/** The planes of a value `[n, c, h, w]` or `[c, h, w]` of any layout. */
internal class Planes(private val value: Value) {
    private val start = value.address()
    private val bytes = value.dtype.bytes.toLong()
    private val rank = value.rank

    /** Where the value is stored. */
    val backend: Backend get() = value.backend
    val channels: Int = if (rank > 2) value.sizes[-3] else 1
    val images: Int = if (rank > 3) value.sizes[-4] else 1
    val h: Int = value.sizes[-2]
    val w: Int = value.sizes[-1]

    /** How many planes there are. */
    val count: Int = channels * images

    /** Bytes from a channel to the next, and from an image to the next. */
    val channelStep: Long = if (rank > 2) value.layout.stride(rank - 3) * bytes else 0
    val imageStep: Long = if (rank > 3) value.layout.stride(rank - 4) * bytes else 0

    /** Where the memory of the value ends. */
    val limit: Long = value.layout.span()?.let { start + (it.last + 1L - value.layout.offset) * bytes } ?: start

    /** Elements from a row to the next, and from a column to the next. */
    val rowStride: Int = value.layout.stride(rank - 2)
    val columnStride: Int = value.layout.stride(rank - 1)

    /** Whether the rows of a plane lie one after another. */
    val isDense: Boolean = columnStride == 1 && (rowStride == w || h == 1)

    /** A plane to set to one address after another; every thread needs its own. */
    fun plane(): PlaneOfElements = PlaneOfElements(value.dtype, h, w, rowStride, columnStride, limit)

    /** The address of plane [i], counted over images and channels. */
    fun at(i: Int): Long = at(i / channels, i % channels)

    fun at(image: Int, channel: Int): Long = start + image * imageStep + channel * channelStep
}
