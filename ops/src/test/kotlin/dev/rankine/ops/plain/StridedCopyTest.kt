package dev.rankine.ops.plain

import dev.rankine.ops.Value
import dev.rankine.ops.broadcastTo
import dev.rankine.ops.contiguous
import dev.rankine.ops.copyFrom
import dev.rankine.ops.elementsOnHost
import dev.rankine.ops.flip
import dev.rankine.ops.on
import dev.rankine.ops.permute
import dev.rankine.ops.slice
import dev.rankine.ops.to
import dev.rankine.ops.toLongArray
import dev.rankine.ops.valueOf
import dev.rankine.ops.zeros
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.enum
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.shuffle
import io.kotest.property.checkAll

private fun numbers(dtype: DType, vararg sizes: Int): Value {
    val count = Sizes.of(*sizes).elements
    return to(valueOf(LongArray(count) { it * 7L % 120 }, *sizes), dtype)
}

/** The numbers one by one through the layout. */
private fun Value.walked(): List<Long> = elementsOnHost().let { all -> List(all.count) { all.long(it) } }

internal class StridedCopyTest :
    FunSpec({
        val backend = PlainBackend("kernels")

        test("copies of any view, of any type, have the elements of the view") {
            checkAll(400, Arb.enum<DType>(), Arb.shuffle(listOf(0, 1, 2, 3)), Arb.int(0..15), Arb.int(1..40)) { dtype, order, cut, size ->
                on(backend) {
                    var x = permute(numbers(dtype, 3, size, 2, 5), *order.toIntArray())
                    if (cut and 1 == 1) x = slice(x, 3, null, null, -2)
                    if (cut and 2 == 2) x = flip(x, 0)
                    if (cut and 4 == 4) x = slice(x, 1, 1, null, 3)
                    if (cut and 8 == 8) x = broadcastTo(x, Sizes.of(3) + x.sizes)
                    contiguous(x).toLongArray().asList() shouldBe x.walked()
                }
            }
        }
        test("long rows and large transpositions, shared by threads") {
            on(backend) {
                for (x in listOf(
                    permute(numbers(DType.F32, 301, 517), 1, 0),
                    slice(numbers(DType.I64, 400_001), 0, 1),
                    flip(numbers(DType.U8, 262_144), 0),
                )) {
                    contiguous(x).toLongArray().asList() shouldBe x.walked()
                }
            }
        }
        test("copies into views leave the other elements alone") {
            on(backend) {
                val target = zeros(Sizes.of(70, 90), DType.F32)
                val part = slice(permute(target, 1, 0), 0, null, null, -3)
                val source = numbers(DType.F32, *part.sizes.toIntArray())
                part.copyFrom(source)
                part.walked() shouldBe source.walked()
                target.walked().count { it != 0L } shouldBe source.walked().count { it != 0L }
            }
        }
    })
