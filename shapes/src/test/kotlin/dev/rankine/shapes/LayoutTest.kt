package dev.rankine.shapes

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.arbitrary
import io.kotest.property.arbitrary.element
import io.kotest.property.arbitrary.list
import io.kotest.property.checkAll

internal class LayoutTest :
    FunSpec({
        test("row-major layouts count up") {
            checkAll(arbSizes(0..4)) { list ->
                val layout = Layout.of(Sizes.of(list), 5)
                layout.places() shouldBe List(layout.elements) { 5 + it }
                layout.isContiguous shouldBe true
            }
        }

        test("isContiguous tells whether the elements count up from the offset") {
            checkAll(3_000, arbLayout()) { layout ->
                layout.isContiguous shouldBe (layout.places() == List(layout.elements) { layout.offset + it })
            }
            Layout(Sizes.of(2, 1, 3), intArrayOf(3, 99, 1), 7).isContiguous shouldBe true
        }

        test("span holds the smallest and the largest place") {
            checkAll(3_000, arbLayout()) { layout ->
                val places = layout.places()
                layout.span() shouldBe if (places.isEmpty()) null else places.min()..places.max()
            }
        }

        test("pick reorders, drops and inserts axes") {
            val cases =
                arbitrary { rs ->
                    val layout = arbLayout().bind()
                    val kept = (0 until layout.rank).shuffled(rs.random).take(rs.random.nextInt(layout.rank + 1))
                    layout to (kept + List(rs.random.nextInt(3)) { -1 }).shuffled(rs.random)
                }
            checkAll(2_000, cases) { (layout, order) ->
                val picked = layout.pick(order.toIntArray())
                picked.sizes.toList() shouldBe order.map { if (it < 0) 1 else layout.sizes[it] }
                for (index in multiIndices(picked.sizes.toList())) {
                    val source = List(layout.rank) { axis -> order.indexOf(axis).let { if (it < 0) 0 else index[it] } }
                    picked.place(index) shouldBe layout.place(source)
                }
            }
        }

        test("slice takes every step-th element, backwards too") {
            val cases =
                arbitrary { rs ->
                    val layout = arbLayout(0..5).bind()
                    val axis = rs.random.nextInt(maxOf(layout.rank, 1))
                    val size = if (layout.rank == 0) 0 else layout.sizes[axis]
                    val wanted = (0 until size).filter { rs.random.nextInt(3) > 0 }.shuffled(rs.random).take(2)
                    val step = if (wanted.size == 2) wanted[1] - wanted[0] else 1
                    val start = wanted.firstOrNull() ?: 0
                    val chosen = generateSequence(start) { it + step }.takeWhile { it in 0 until size }.toList()
                    layout to listOf(axis, start, if (wanted.isEmpty()) 0 else chosen.size, step)
                }
            checkAll(2_000, cases) { (layout, arguments) ->
                val (axis, start, count, step) = arguments
                if (axis < layout.rank) {
                    val slice = layout.slice(axis, start, count, step)
                    slice.sizes.toList() shouldBe
                        layout.sizes
                            .toList()
                            .toMutableList()
                            .also { it[axis] = count }
                    for (index in multiIndices(slice.sizes.toList())) {
                        val source = index.toMutableList().also { it[axis] = start + index[axis] * step }
                        slice.place(index) shouldBe layout.place(source)
                    }
                }
            }
            Layout.of(Sizes.of(4), 3).slice(0, 4, 0, 1).offset shouldBe 3
        }

        test("expand repeats axes of size 1 and adds leading ones, or refuses") {
            val outcomes = mutableMapOf(true to 0, false to 0)
            checkAll(5_000, arbLayout(), Arb.list(Arb.element(1, 3, 3, 2, 0), 0..5)) { layout, target ->
                val lead = target.size - layout.rank
                val fits =
                    lead >= 0 &&
                        layout.sizes
                            .toList()
                            .indices
                            .all { layout.sizes[it] == 1 || layout.sizes[it] == target[it + lead] }
                outcomes.merge(fits, 1, Int::plus)
                if (fits) {
                    val expanded = layout.expand("expand", Sizes.of(target))
                    expanded.sizes.toList() shouldBe target
                    for (index in multiIndices(target)) {
                        val source = List(layout.rank) { if (layout.sizes[it] == 1) 0 else index[it + lead] }
                        expanded.place(index) shouldBe layout.place(source)
                    }
                } else {
                    shouldThrow<ShapeException> { layout.expand("expand", Sizes.of(target)) }.message shouldBe
                        "expand: cannot broadcast ${layout.sizes} to $target\n  input  ${layout.sizes}"
                }
            }
            outcomes.values.forEach { (it > 300) shouldBe true }
        }

        test("expand keeps names: the target's first, then the source's on axes that are not repeated") {
            val layout = Layout.of(Sizes.named(Batch of 1, Heads of 4))
            layout.expand("expand", Sizes.of(2, 3, 4)).sizes.toString() shouldBe "[2, 3, Heads = 4]"
            layout.expand("expand", Sizes.of(5, 1, 4)).sizes.toString() shouldBe "[5, Batch = 1, Heads = 4]"
            layout.expand("expand", Sizes.of(1, 4)).sizes.toString() shouldBe "[Batch = 1, Heads = 4]"
            layout.expand("expand", Sizes.named(Batch of 3, Renamed of 4)).sizes.toString() shouldBe "[Batch = 3, another name = 4]"
            Layout
                .of(Sizes.of(1))
                .expand("expand", Sizes.named(Batch of 3))
                .sizes
                .toString() shouldBe "[Batch = 3]"
        }

        test("equality takes sizes, strides and offset") {
            val layout = Layout(Sizes.of(2, 3), intArrayOf(3, 1), 4)
            layout shouldBe Layout.of(Sizes.named(Batch of 2, Renamed of 3), 4)
            layout.hashCode() shouldBe Layout.of(Sizes.of(2, 3), 4).hashCode()
            List(100) { Layout(Sizes.of(2, 3), intArrayOf(it / 10, it % 10), 4).hashCode() }.toSet().size shouldBe 100
            List(100) { Layout.of(Sizes.of(2, 3), it).hashCode() }.toSet().size shouldBe 100
            layout shouldNotBe Layout.of(Sizes.of(2, 3), 5)
            layout shouldNotBe Layout(Sizes.of(2, 3), intArrayOf(1, 2), 4)
            layout shouldNotBe Layout.of(Sizes.of(3, 2), 4)
            layout.toString() shouldBe "[2, 3] strides [3, 1] offset 4"
            layout.strides()[0] = 9
            layout.stride(0) shouldBe 3
        }

        test("strides and names must fit the sizes") {
            shouldThrow<ShapeException> { Layout(Sizes.of(2, 3), intArrayOf(1), 0) }.message shouldBe
                "layout: one stride per axis is needed: 1 strides for 2 axes\n  input  [2, 3]"
            Layout
                .of(Sizes.of(2))
                .named(Sizes.named(Batch of 2))
                .sizes
                .toString() shouldBe "[Batch = 2]"
            shouldThrow<ShapeException> { Layout.of(Sizes.of(2)).named(Sizes.named(Batch of 3)) }.message shouldBe
                "layout: names of other sizes: [2] against [Batch = 3]\n  input  [2]"
        }
    })
