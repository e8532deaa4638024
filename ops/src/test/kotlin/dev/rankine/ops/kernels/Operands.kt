package dev.rankine.ops.kernels

import dev.rankine.ops.HostStorage
import dev.rankine.ops.Value
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.shapes.DType
import dev.rankine.shapes.Layout
import dev.rankine.shapes.Sizes
import java.util.Random

internal val kernelsBackend = PlainBackend("kernels")

private val odd = doubleArrayOf(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0, -0.0, 1e-42, 3e38, -1.0)

/** An operand with a random layout: in order, with an offset, permuted, with steps (also backwards), or repeated without a copy. */
internal fun operand(random: Random, dtype: DType, sizes: Sizes, special: Boolean = false): Value {
    val rank = sizes.rank
    val order = (0 until rank).shuffled(random)
    val kind = random.nextInt(6)
    val strides = IntArray(rank)
    var extent = 1
    for (axis in if (kind in 2..3) order else (0 until rank).reversed()) {
        val step = if (kind == 3) 1 + random.nextInt(2) else 1
        if (kind == 4 && random.nextBoolean()) continue
        strides[axis] = extent * step
        extent *= maxOf(sizes[axis] * step, 1)
    }
    if (kind == 5 && rank > 0) strides.fill(0)
    val margin = if (kind == 0) 0 else random.nextInt(4)
    var offset = margin
    if (kind == 3 && rank > 0 && sizes.elements > 0) {
        val axis = random.nextInt(rank)
        offset += (sizes[axis] - 1) * strides[axis]
        strides[axis] = -strides[axis]
    }
    if (kind == 0) return filled(random, dtype, Layout.of(sizes), maxOf(sizes.elements, 1), special)
    return filled(random, dtype, Layout(sizes, strides, offset), extent + margin + 3, special)
}

private fun filled(random: Random, dtype: DType, layout: Layout, elements: Int, special: Boolean): Value {
    val storage = kernelsBackend.allocate(dtype, elements) as HostStorage
    for (i in 0 until elements) {
        when {
            dtype == DType.BOOL -> storage.setLong(i, random.nextInt(2).toLong())
            !dtype.isFloating -> storage.setLong(i, random.nextInt(200).toLong() - 100)
            special && random.nextInt(4) == 0 -> storage.setDouble(i, odd[random.nextInt(odd.size)])
            else -> storage.setDouble(i, random.nextGaussian())
        }
    }
    return Value(dtype, layout, kernelsBackend, storage)
}

/** Sizes of rank 0 to 4 with few elements: 0, 1, odd numbers, sizes around a vector. */
internal fun sizes(random: Random, rank: Int = random.nextInt(5)): Sizes {
    val choice = if (rank == 1) intArrayOf(0, 1, 7, 15, 16, 17, 33, 1023, 1025, 3001) else intArrayOf(0, 1, 2, 3, 5, 8, 17)
    return Sizes.of(*IntArray(rank) { choice[random.nextInt(choice.size).coerceAtLeast(if (random.nextInt(4) == 0) 0 else 1)] })
}
