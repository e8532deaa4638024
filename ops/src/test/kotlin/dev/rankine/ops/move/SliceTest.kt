package dev.rankine.ops.move

import dev.rankine.ops.All
import dev.rankine.ops.Index
import dev.rankine.ops.NewAxis
import dev.rankine.ops.Rest
import dev.rankine.ops.Value
import dev.rankine.ops.addInPlace
import dev.rankine.ops.arange
import dev.rankine.ops.cat
import dev.rankine.ops.chunk
import dev.rankine.ops.diagonal
import dev.rankine.ops.fillInPlace
import dev.rankine.ops.flip
import dev.rankine.ops.get
import dev.rankine.ops.narrow
import dev.rankine.ops.reshape
import dev.rankine.ops.select
import dev.rankine.ops.slice
import dev.rankine.ops.split
import dev.rankine.ops.stack
import dev.rankine.ops.toLongArray
import dev.rankine.ops.transpose
import dev.rankine.ops.unbind
import dev.rankine.ops.valueOf
import dev.rankine.ops.view
import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.list
import io.kotest.property.arbitrary.orNull
import io.kotest.property.arbitrary.triple
import io.kotest.property.checkAll

private fun Value.longs(): List<Long> = toLongArray().asList()

private fun counted(vararg sizes: Int): Value = reshape(arange(Sizes.of(*sizes).elements), *sizes)

/** Python's slice of a list, element by element. */
private fun <T> List<T>.sliced(start: Int?, end: Int?, step: Int): List<T> {
    fun place(given: Int) = if (given < 0) given + size else given
    val first = if (start == null) (if (step > 0) 0 else size - 1) else place(start)
    val stop =
        if (end == null) {
            (if (step > 0) size else -1)
        } else if (end < -size) {
            -1
        } else {
            place(end)
        }
    val found = ArrayList<T>()
    var i = first
    // walk in from outside the list, as the definition of the slice says, then until the end
    if (step > 0) i = maxOf(i, 0)
    if (step < 0) i = minOf(i, size - 1)
    while (if (step > 0) i < minOf(stop, size) else i > stop) {
        if (i in indices) found.add(this[i])
        i += step
    }
    return found
}

internal class SliceTest :
    FunSpec({
        val bounds = Arb.triple(Arb.int(-9..9).orNull(), Arb.int(-9..9).orNull(), Arb.int(1..4))

        test("slices of slices, forwards and backwards, are those of lists") {
            checkAll(2_000, Arb.int(0..7), Arb.list(bounds, 1..3), Arb.int(0..7)) { size, cuts, signs ->
                var value = counted(2, size, 3)
                var rows = List(2) { a -> List(size) { b -> List(3) { c -> (a * size + b) * 3L + c } } }
                for ((n, cut) in cuts.withIndex()) {
                    val (start, end, stride) = cut
                    val step = if (signs shr n and 1 == 1) -stride else stride
                    value = slice(value, 1, start, end, step)
                    rows = rows.map { it.sliced(start, end, step) }
                }
                value.sizes shouldBe Sizes.of(2, rows[0].size, 3)
                value.longs() shouldBe rows.flatten().flatten()
            }
        }
        test("views share storage: what is written through one shows in the other") {
            val x = counted(4, 3)
            val column = select(x, 1, -1)
            val rows = slice(x, 0, null, null, -2)
            x.addInPlace(100)
            column.longs() shouldBe listOf(102L, 105, 108, 111)
            rows.longs() shouldBe listOf(109L, 110, 111, 103, 104, 105)
            column.fillInPlace(7)
            x.longs() shouldBe listOf(100L, 101, 7, 103, 104, 7, 106, 107, 7, 109, 110, 7)
            diagonal(x, -1).longs() shouldBe listOf(103L, 107, 7)
            flip(x, 0, 1)[0].longs() shouldBe listOf(7L, 110, 109)
            view(x, 2, -1)[1, 0].longs() shouldBe listOf(106L)
        }
        test("what is not there is a sentence") {
            shouldThrow<ShapeException> { narrow(counted(2, 5), 1, 3, 4) }.message shouldBe
                "narrow: 4 elements from 3 on do not fit in axis 1 of size 5\n  input  [2, 5]"
            shouldThrow<ShapeException> { select(counted(2, 5), 0, 2) }.message shouldBe
                "select: index out of range: 2 is not in [-2, 1] on axis 0\n  input  [2, 5]"
            shouldThrow<ShapeException> { slice(counted(2, 5), 0, step = 0) }.problem shouldBe "slice: the step must not be 0"
            shouldThrow<ShapeException> { select(valueOf(longArrayOf(1)), 0, 0) }.problem shouldBe "select: a scalar has no axis"
            shouldThrow<ShapeException> { view(transpose(counted(2, 3), 0, 1), 6) }.message shouldBe
                "view: needs a copy: int64 [3, 2] on plain is not laid out in order\n  hint: call reshape, or contiguous() first"
            shouldThrow<ShapeException> { cat(listOf(counted(2, 3), counted(2, 4))) }.message shouldBe
                "cat: sizes differ beside axis 0: [2, 3] and [2, 4]\n  input 1  [2, 3]\n  input 2  [2, 4]"
            shouldThrow<ShapeException> { split(counted(5), listOf(2, 2)) }.problem shouldBe
                "split: parts do not add up to axis 0: [2, 2] and 5"
        }
        test("brackets") {
            val x = counted(4, 3, 2)
            x[1].longs() shouldBe (6L..11).toList()
            x[-1, 2].longs() shouldBe listOf(22L, 23)
            x[1..2].sizes shouldBe Sizes.of(2, 3, 2)
            x[1..2, 0].longs() shouldBe listOf(6L, 7, 12, 13)
            x[3 downTo 0 step 3, 2].longs() shouldBe listOf(22L, 23, 4, 5)
            x[All, 0].sizes shouldBe Sizes.of(4, 2)
            x[Rest, 0].sizes shouldBe Sizes.of(4, 3)
            x[-2..-1, All].longs() shouldBe (12L..23).toList()
            x[NewAxis, All, Index.part(1, null), Index.at(1)].sizes shouldBe Sizes.of(1, 4, 2)
            x[2 until 2].sizes shouldBe Sizes.of(0, 3, 2)
            shouldThrow<ShapeException> { x[2..4] }.message shouldBe "index: 2..4 leaves axis 0 of size 4\n  input  [4, 3, 2]"
            shouldThrow<ShapeException> { x[0, 0, 0, 0] }.problem shouldBe "index: too many entries: 4 for 3 axes"
        }
        test("parts put together are the whole") {
            val x = counted(7, 2)
            cat(split(x, 3)).longs() shouldBe x.longs()
            cat(chunk(x, 4)).longs() shouldBe x.longs()
            split(x, 3).map { it.sizes[0] } shouldBe listOf(3, 3, 1)
            stack(unbind(x, 1), 1).longs() shouldBe x.longs()
        }
        test("cat promotes and leaves out [0]") {
            val y = cat(listOf(valueOf(floatArrayOf(), 0), counted(1, 2), valueOf(intArrayOf(8, 9), 1, 2)), 1)
            y.dtype shouldBe DType.F32
            y.sizes shouldBe Sizes.of(1, 4)
            y.longs() shouldBe listOf(0L, 1, 8, 9)
        }
    })
