package dev.rankine.ops.plain.kernels

// As PixelsF32, for float64.

/** The matrix of columns of an image the other way round; [tap] says which kernel element a column is. */
internal class PixelsF64(private val plan: ConvolutionPlan, private val x: DoubleArray) : RightF64 {
    private val turned = DoubleArray(plan.channels * plan.plane)

    /** Takes the image whose planes start at [start]. */
    fun read(start: Int) {
        val channels = plan.channels
        for (channel in 0 until channels) {
            var to = channel
            for (from in start + channel * plan.plane until start + (channel + 1) * plan.plane) {
                turned[to] = x[from]
                to += channels
            }
        }
    }

    /** The kernel element of [column]. */
    fun tap(column: Int): Int = column % plan.channels * plan.area + column / plan.channels

    override fun pack(k: Int, depth: Int, column: Int, width: Int, into: Array<DoubleArray>) {
        for (i in 0 until depth) {
            val y = (k + i) / plan.resultWidth * plan.attributes.stride[0] - plan.attributes.padding[0]
            val x = (k + i) % plan.resultWidth * plan.attributes.stride[1] - plan.attributes.padding[1]
            row(y, x, column, width, into[i])
        }
    }

    /** Columns [column] to `column + width` of the kernels' elements where their first one meets row [y] and column [x] of the image. */
    private fun row(y: Int, x: Int, column: Int, width: Int, into: DoubleArray) {
        var at = 0
        var place = column / plan.channels
        var channel = column % plan.channels
        while (at < width) {
            val count = minOf(plan.channels - channel, width - at)
            val down = y + place / plan.kernelWidth * plan.attributes.dilation[0]
            val right = x + place % plan.kernelWidth * plan.attributes.dilation[1]
            if (down < 0 || down >= plan.height || right < 0 || right >= plan.width) {
                into.fill(0.0, at, at + count)
            } else {
                System.arraycopy(turned, (down * plan.width + right) * plan.channels + channel, into, at, count)
            }
            at += count
            channel = 0
            place++
        }
    }
}
