package dev.rankine.ops

import dev.rankine.shapes.Sizes

/**
 * Calls [visit] for every product that a convolution adds up: with the numbers of the input element, of the weight element, and of the
 * result element that the product goes into. Elements of the padding are left out.
 */
internal inline fun forEachProduct(
    attributes: Conv2dAttributes,
    input: Sizes,
    weight: Sizes,
    result: Sizes,
    visit: (input: Int, weight: Int, result: Int) -> Unit,
) {
    val batch = if (result.rank == 4) result[0] else 1
    val channels = input[-3]
    val groupInputs = weight[1]
    val groupOutputs = weight[0] / attributes.groups
    val (strideDown, strideRight) = attributes.stride
    val (dilationDown, dilationRight) = attributes.dilation
    for (image in 0 until batch) {
        for (channel in 0 until weight[0]) {
            for (row in 0 until result[-2]) {
                for (column in 0 until result[-1]) {
                    val into = ((image * weight[0] + channel) * result[-2] + row) * result[-1] + column
                    for (i in 0 until groupInputs) {
                        val plane = image * channels + channel / groupOutputs * groupInputs + i
                        for (down in 0 until weight[2]) {
                            val y = row * strideDown - attributes.padding[0] + down * dilationDown
                            if (y < 0 || y >= input[-2]) continue
                            for (right in 0 until weight[3]) {
                                val x = column * strideRight - attributes.padding[1] + right * dilationRight
                                if (x < 0 || x >= input[-1]) continue
                                visit(
                                    (plane * input[-2] + y) * input[-1] + x,
                                    ((channel * groupInputs + i) * weight[2] + down) * weight[3] + right,
                                    into,
                                )
                            }
                        }
                    }
                }
            }
        }
    }
}

/** Sums that go into the elements of [target]: in double for floating types and rounded once, in long for others. */
internal class Totals(private val target: Elements) {
    private val isFloating = target.dtype.isFloating
    private val floats = DoubleArray(if (isFloating) target.count else 0)
    private val integers = LongArray(if (isFloating) 0 else target.count)

    /** Sum [into] starts with element [from] of [value]. */
    fun start(into: Int, value: Elements, from: Int) {
        if (isFloating) floats[into] = value.double(from) else integers[into] = value.long(from)
    }

    /** Adds element [from] of [value] to sum [into]. */
    fun add(into: Int, value: Elements, from: Int) {
        if (isFloating) floats[into] += value.double(from) else integers[into] += value.long(from)
    }

    /** Adds the product of element [i] of [a] and element [j] of [b] to sum [into]. */
    fun add(into: Int, a: Elements, i: Int, b: Elements, j: Int) {
        if (isFloating) floats[into] += a.double(i) * b.double(j) else integers[into] += a.long(i) * b.long(j)
    }

    /** Divides every sum; integers towards zero. A divisor of 0 stands for a sum without any term. */
    fun divide(divisors: IntArray) {
        for (i in divisors.indices) {
            if (divisors[i] != 0) {
                if (isFloating) {
                    floats[i] /= divisors[i].toDouble()
                } else {
                    integers[i] /= divisors[i].toLong()
                }
            }
        }
    }

    fun store() {
        for (i in 0 until target.count) if (isFloating) target.set(i, floats[i]) else target.set(i, integers[i])
    }
}
