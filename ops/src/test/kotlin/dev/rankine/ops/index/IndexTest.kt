package dev.rankine.ops.index

import dev.rankine.ops.Value
import dev.rankine.ops.arange
import dev.rankine.ops.embedding
import dev.rankine.ops.gather
import dev.rankine.ops.indexAdd
import dev.rankine.ops.indexSelect
import dev.rankine.ops.maskedSelect
import dev.rankine.ops.nonzero
import dev.rankine.ops.on
import dev.rankine.ops.oneHot
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.ops.reshape
import dev.rankine.ops.scatter
import dev.rankine.ops.scatterAdd
import dev.rankine.ops.toLongArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

private fun Value.longs(): List<Long> = toLongArray().asList()

internal class IndexTest :
    FunSpec({
        for (backend in listOf(PlainBackend("rows", kernels = false), PlainBackend("kernels"))) {
            test("indices out of range name number, place and range: ${backend.name}") {
                on(backend) {
                    val x = valueOf(FloatArray(10) { it.toFloat() }, 10)
                    val index = valueOf(longArrayOf(3, 0, 9, 12), 4)
                    shouldThrow<ShapeException> { gather(x, 0, index) }.message shouldBe
                        "gather: index out of range: 12 at element 3 is not in [0, 9]\n  input  [10]\n  index  [4]"
                    shouldThrow<ShapeException> { indexSelect(x, 0, valueOf(longArrayOf(-1), 1)) }.problem shouldBe
                        "index_select: index out of range: -1 at element 0 is not in [0, 9]"
                    shouldThrow<ShapeException> { indexAdd(x, 0, index, valueOf(FloatArray(4), 4)) }.problem shouldBe
                        "index_add: index out of range: 12 at element 3 is not in [0, 9]"
                    shouldThrow<ShapeException> { scatterAdd(x, 0, index, valueOf(FloatArray(4), 4)) }.problem shouldBe
                        "scatter_add: index out of range: 12 at element 3 is not in [0, 9]"
                    shouldThrow<ShapeException> { gather(valueOf(FloatArray(0), 0), 0, index) }.problem shouldBe
                        "gather: index out of range: 3 at element 0: the axis has no elements"
                }
            }
        }
        test("types and sizes that do not fit are sentences") {
            val x = valueOf(FloatArray(6), 2, 3)
            shouldThrow<DTypeException> { gather(x, 0, x) }.problem shouldBe "gather: an index must be int64 or int32: float32 given"
            shouldThrow<ShapeException> { gather(x, 0, valueOf(LongArray(4), 1, 4)) }.message shouldBe
                "gather: index is larger than input on axis 1: 4 > 3\n  index  [1, 4]\n  input  [2, 3]"
            shouldThrow<DTypeException> { scatterAdd(x, 0, valueOf(LongArray(1), 1, 1), valueOf(DoubleArray(1), 1, 1)) }.problem shouldBe
                "scatter_add: element types differ: float32 != float64"
            shouldThrow<ShapeException> { embedding(x, valueOf(longArrayOf(0), 1), 2) }.problem shouldBe
                "embedding: the padding index is out of range: 2 is not in [-2, 1]"
        }
        test("repeated indices: the last one stays, sums add up") {
            val x = valueOf(longArrayOf(10, 20, 30), 3)
            val index = valueOf(intArrayOf(1, 1, 0), 3)
            val source = valueOf(longArrayOf(1, 2, 3), 3)
            scatter(x, 0, index, source).longs() shouldBe listOf<Long>(3, 2, 30)
            scatterAdd(x, 0, index, source).longs() shouldBe listOf<Long>(13, 23, 30)
            indexAdd(x, 0, index, source, 2).longs() shouldBe listOf<Long>(16, 26, 30)
        }
        test("classes as rows") {
            val y = oneHot(valueOf(longArrayOf(2, 0), 2))
            y.sizes shouldBe Sizes.of(2, 3)
            y.longs() shouldBe listOf<Long>(0, 0, 1, 1, 0, 0)
            shouldThrow<ShapeException> { oneHot(valueOf(longArrayOf(3), 1), 3) }.problem shouldBe
                "scatter: index out of range: 3 at element 0 is not in [0, 2]"
        }
        test("what a mask takes") {
            val x = reshape(arange(6), 2, 3)
            maskedSelect(x, valueOf(booleanArrayOf(true, false, true), 3)).longs() shouldBe listOf<Long>(0, 2, 3, 5)
            nonzero(reshape(arange(4), 2, 2)).longs() shouldBe listOf<Long>(0, 1, 1, 0, 1, 1)
        }
    })
