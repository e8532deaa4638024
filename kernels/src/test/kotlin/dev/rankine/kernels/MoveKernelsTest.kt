package dev.rankine.kernels

import dev.rankine.ops.PadAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.broadcastTo
import dev.rankine.ops.cat
import dev.rankine.ops.constantPad
import dev.rankine.ops.contiguous
import dev.rankine.ops.copy
import dev.rankine.ops.copyFrom
import dev.rankine.ops.elementsOnHost
import dev.rankine.ops.expand
import dev.rankine.ops.flip
import dev.rankine.ops.hostArray
import dev.rankine.ops.invoke
import dev.rankine.ops.permute
import dev.rankine.ops.reshape
import dev.rankine.ops.slice
import dev.rankine.ops.sliceScatter
import dev.rankine.ops.toLongArray
import dev.rankine.ops.transpose
import dev.rankine.ops.tril
import dev.rankine.ops.triu
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

/** Moves of sizes and layouts that the suite has not, against reads one by one. */
internal class MoveKernelsTest :
    FunSpec({
        for (bits in listOf(128, 256, 512)) {
            val backend = VectorBackend(bits, "vector-$bits")

            context("$bits bits") {
                for (dtype in listOf(DType.U8, DType.I16, DType.I32, DType.I64)) {
                    test("copies of $dtype from every layout") {
                        for (x in layouts(backend, dtype)) copy(x).toLongArray() shouldBe oneByOne(x)
                    }

                    test("copies of $dtype into every layout") {
                        for (y in layouts(backend, dtype).filter { !it.repeats() }) {
                            val x = numbers(backend, dtype, y.elements, 5).let { reshape(it, *y.sizes.toIntArray()) }
                            y.copyFrom(x).toLongArray() shouldBe oneByOne(x)
                        }
                    }
                }

                test("a long row that nothing divides") {
                    val x = numbers(backend, DType.I32, 1_000_003)
                    copy(x).toLongArray() shouldBe oneByOne(x)
                    copy(slice(x, 0, null, null, 3)).toLongArray() shouldBe oneByOne(slice(x, 0, null, null, 3))
                }

                test("a write that touches nothing beside the target") {
                    for (width in 1..70) {
                        val y = numbers(backend, DType.U8, 3 * 80).let { reshape(it, 3, 80) }
                        val before = y.toLongArray()
                        slice(y, 1, 5, 5 + width).copyFrom(numbers(backend, DType.U8, 3 * width, 77).let { reshape(it, 3, width) })
                        val source = numbers(backend, DType.U8, 3 * width, 77).toLongArray()
                        y.toLongArray() shouldBe
                            LongArray(240) { if (it % 80 in 5 until 5 + width) source[it / 80 * width + it % 80 - 5] else before[it] }
                    }
                }

                test("cat along every axis, of operands in any order") {
                    val a = permute(numbers(backend, DType.I16, 60 * 70 * 80).let { reshape(it, 60, 70, 80) }, 2, 0, 1)
                    val b = reshape(numbers(backend, DType.I16, 60 * 70 * 80, 9), 80, 60, 70)
                    for (axis in 0..2) {
                        val y = cat(listOf(a, b), axis)
                        val parts = slice(y, axis, 0, a.sizes[axis]) to slice(y, axis, a.sizes[axis])
                        oneByOne(parts.first) shouldBe oneByOne(a)
                        oneByOne(parts.second) shouldBe oneByOne(b)
                    }
                }

                test("pads that add, cut off, and leave nothing of the operand") {
                    val x = transpose(numbers(backend, DType.I32, 90 * 50).let { reshape(it, 50, 90) }, 0, 1)
                    for (pads in listOf(
                        listOf(3, 5, 7, 2),
                        listOf(-3, 5, 0, -2),
                        listOf(-60, 61, 4, 4),
                        listOf(70, -60),
                        listOf(0, 0, 100, -91),
                    )) {
                        constantPad(x, pads, -4).toLongArray() shouldBe padded(x, PadAttributes(pads, -4L))
                    }
                }

                test("triangles of matrices in any order") {
                    val x = transpose(numbers(backend, DType.I64, 3 * 130 * 90).let { reshape(it, 3, 90, 130) }, 1, 2)
                    for (k in listOf(-200, -7, 0, 1, 33, 200)) {
                        for (operand in listOf(x, contiguous(x))) {
                            val all = oneByOne(x)
                            val (row, column) = { i: Int -> i / 90 % 130 } to { i: Int -> i % 90 }
                            tril(operand, k).toLongArray() shouldBe LongArray(all.size) { if (column(it) - row(it) <= k) all[it] else 0 }
                            triu(operand, k).toLongArray() shouldBe LongArray(all.size) { if (column(it) - row(it) >= k) all[it] else 0 }
                        }
                    }
                }

                test("a slice that is replaced, walking backwards") {
                    val x = reshape(numbers(backend, DType.I32, 40 * 50), 40, 50)
                    val source = reshape(numbers(backend, DType.I32, 40 * 10, 3), 40, 10)
                    val y = sliceScatter(x, source, 1, 49, 29, -2)
                    oneByOne(slice(y, 1, 49, 29, -2)) shouldBe oneByOne(source)
                    oneByOne(slice(y, 1, 0, 30)) shouldBe oneByOne(slice(x, 1, 0, 30))
                }
            }
        }
    })

private fun numbers(backend: VectorBackend, dtype: DType, count: Int, seed: Int = 1): Value {
    val array = hostArray(dtype, count)
    val random = java.util.Random(seed.toLong())
    when (array) {
        is ByteArray -> random.nextBytes(array)
        is ShortArray -> for (i in array.indices) array[i] = random.nextInt().toShort()
        is IntArray -> for (i in array.indices) array[i] = random.nextInt()
        is LongArray -> for (i in array.indices) array[i] = random.nextLong()
    }
    return valueOf(array, dtype, Sizes.of(count), backend)
}

private fun layouts(backend: VectorBackend, dtype: DType): List<Value> {
    val matrix = reshape(numbers(backend, dtype, 131 * 67), 131, 67)
    val block = reshape(numbers(backend, dtype, 6 * 35 * 4 * 33), 6, 35, 4, 33)
    val picture = reshape(numbers(backend, dtype, 2 * 3 * 41 * 43), 2, 3, 41, 43)
    return listOf(
        matrix,
        transpose(matrix, 0, 1),
        slice(matrix, 1, 3, 60),
        slice(transpose(matrix, 0, 1), 1, 3, 60),
        slice(slice(matrix, 1, 3, 60, 2), 0, 1, 130, 3),
        flip(matrix, 0),
        flip(matrix, 1),
        flip(transpose(matrix, 0, 1), 0, 1),
        permute(block, 0, 2, 1, 3),
        permute(block, 3, 2, 1, 0),
        permute(block, 1, 3, 0, 2),
        permute(picture, 0, 2, 3, 1),
        permute(reshape(picture, 2, 41, 43, 3), 0, 3, 1, 2),
        expand(slice(matrix, 1, 5, 6), -1, 70),
        expand(slice(matrix, 0, 5, 6), 70, -1),
        broadcastTo(slice(slice(matrix, 0, 5, 6), 1, 2, 3), Sizes.of(9, 300)),
        slice(matrix, 0, 4, 4),
        reshape(slice(slice(matrix, 0, 5, 6), 1, 2, 3)),
        reshape(numbers(backend, dtype, 400 * 500), 400, 500).let { transpose(it, 0, 1) },
    )
}

private fun Value.repeats(): Boolean = (0 until rank).any { sizes[it] > 1 && layout.stride(it) == 0 }

private fun oneByOne(x: Value): LongArray = x.elementsOnHost().let { e -> LongArray(e.count) { e.long(it) } }

private fun padded(x: Value, attributes: PadAttributes): LongArray {
    val pads = attributes.pads + List(4 - attributes.pads.size) { 0 }
    val all = oneByOne(x)
    val (height, width) = x.sizes[0] to x.sizes[1]
    val columns = width + pads[0] + pads[1]
    return LongArray((height + pads[2] + pads[3]) * columns) {
        val row = it / columns - pads[2]
        val column = it % columns - pads[0]
        if (row in 0 until height && column in 0 until width) all[row * width + column] else attributes.value.toLong()
    }
}
