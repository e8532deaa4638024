package dev.rankine.shapes

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.types.shouldBeSameInstanceAs
import io.kotest.property.Arb
import io.kotest.property.arbitrary.int
import io.kotest.property.checkAll

internal class SizesTest :
    FunSpec({
        val named = Sizes.named(Batch of 32, Pixels of 784)

        test("elements is the number of multi-indices") {
            checkAll(arbSizes(0..4)) { list ->
                val sizes = Sizes.of(list)
                sizes.elements shouldBe multiIndices(list).size
                sizes.rank shouldBe list.size
                sizes.toList() shouldBe list
                sizes.toIntArray().toList() shouldBe list
                sizes shouldBe Sizes.of(*list.toIntArray())
                sizes.hashCode() shouldBe Sizes.of(*list.toIntArray()).hashCode()
                list.indices.forEach {
                    sizes[it] shouldBe list[it]
                    sizes[it - list.size] shouldBe list[it]
                }
            }
            Sizes.of() shouldBeSameInstanceAs Sizes.SCALAR
            List(100) { Sizes.of(it / 10, it % 10).hashCode() }.toSet().size shouldBe 100
        }

        test("sizes are copied in and out") {
            val array = intArrayOf(2, 3)
            val sizes = Sizes.of(*array)
            array[0] = 9
            sizes.toIntArray()[0] = 9
            sizes shouldBe Sizes.of(2, 3)
        }

        test("an axis number means what PyTorch makes of it, or is refused with the range") {
            checkAll(arbSizes(1..3), Arb.int(-7..7)) { list, axis ->
                val sizes = Sizes.of(list)
                val limit = if (list.isEmpty()) 1 else list.size
                if (axis in -limit until limit) {
                    sizes.axisIndex("sum", axis) shouldBe Math.floorMod(axis, limit)
                } else {
                    shouldThrow<ShapeException> { sizes.axisIndex("sum", axis) }.message shouldBe
                        "sum: axis out of range: $axis is not in [${-limit}, ${limit - 1}]\n  input  $sizes"
                }
            }
            shouldThrow<ShapeException> { named.axisIndex("softmax", 2) }.message shouldBe
                "softmax: axis out of range: 2 is not in [-2, 1]\n  input  [Batch = 32, Pixels = 784]"
        }

        test("negative sizes and more elements than an Int counts are refused") {
            shouldThrow<ShapeException> { Sizes.of(2, -3) }.message shouldBe "sizes: a size cannot be negative: [2, -3]"
            shouldThrow<ShapeException> { Sizes.of(0, -3) }.message shouldBe "sizes: a size cannot be negative: [0, -3]"
            shouldThrow<ShapeException> { Sizes.of(65536, 32768) }.message shouldBe
                "sizes: too many elements: [65536, 32768] exceeds 2147483647"
            Sizes.of(Int.MAX_VALUE).elements shouldBe Int.MAX_VALUE
            // a product that overflows a Long on the way
            shouldThrow<ShapeException> { Sizes.of(*IntArray(5) { 1 shl 30 }) }
            Sizes.of(1 shl 30, 1 shl 30, 1 shl 30, 0).elements shouldBe 0
        }

        test("names serve messages, not equality") {
            named.toString() shouldBe "[Batch = 32, Pixels = 784]"
            named shouldBe Sizes.of(32, 784)
            named.isNamed shouldBe true
            Sizes.of(32, 784).isNamed shouldBe false
            Sizes.SCALAR.toString() shouldBe "[]"
            named.axis(-1)?.dim shouldBe Pixels
            Sizes.of(3).axis(0) shouldBe null
            (named as Any) shouldNotBe listOf(32, 784)
        }

        test("names follow their axes") {
            named.pick(intArrayOf(1, -1, 0)).toString() shouldBe "[Pixels = 784, 1, Batch = 32]"
            named.filterAxes { it == 1 }.toString() shouldBe "[Pixels = 784]"
            (named + Sizes.of(3)).toString() shouldBe "[Batch = 32, Pixels = 784, 3]"
            (Sizes.of(3) + named).toString() shouldBe "[3, Batch = 32, Pixels = 784]"
            (Sizes.of(3) + Sizes.of(4)).isNamed shouldBe false
            named.with(0, 8).toString() shouldBe "[8, Pixels = 784]"
            named.with(0, 32) shouldBeSameInstanceAs named
            Sizes.of(32, 10).namedLike(named).toString() shouldBe "[Batch = 32, 10]"
            Sizes.of(32).namedLike(named).toString() shouldBe "[32]"
            Sizes.of(32, 784).namedLike(Sizes.of(1, 2)).isNamed shouldBe false
            named.namedLike(Sizes.named(Heads of 4, HeadDim of 16)).toString() shouldBe "[Batch = 32, Pixels = 784]"
        }

        test("given names must fit") {
            val axes = arrayOf<Axis<*>?>(null, Heads of 4)
            val sizes = Sizes.of(2, 4).withAxes(axes)
            axes[1] = null
            sizes.toString() shouldBe "[2, Heads = 4]"
            sizes.withAxes(arrayOf(null, null)).isNamed shouldBe false
            shouldThrow<ShapeException> { Sizes.of(2, 4).withAxes(arrayOf(Heads of 4, null)) }.message shouldBe
                "sizes: names do not fit: [Heads of 4, null]\n  input  [2, 4]"
            shouldThrow<ShapeException> { Sizes.of(2, 4).withAxes(arrayOf(Heads of 4)) }.problem shouldBe
                "sizes: names do not fit: [Heads of 4]"
        }
    })
