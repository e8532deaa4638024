package dev.rankine.shapes

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.property.arbitrary.arbitrary
import io.kotest.property.checkAll

/**
 * The places of [source]'s elements under [target] if any strides give them, by definition: a stride can only be the distance of
 * the first element from its neighbour along the axis; they are right if every element is then where it was.
 */
private fun isAffine(source: Layout, target: List<Int>): Boolean {
    val places = source.places()
    val indices = multiIndices(target)
    val byIndex = indices.zip(places).toMap()
    val origin = places[0]
    val strides = target.indices.map { axis -> byIndex[List(target.size) { if (it == axis) 1 else 0 }]?.let { it - origin } ?: 0 }
    return indices.all { index -> byIndex.getValue(index) == origin + index.indices.sumOf { index[it] * strides[it] } }
}

private fun check(source: Layout, target: List<Int>): Boolean {
    val reshaped = source.reshape(Sizes.of(target))
    val possible = isAffine(source, target)
    val right = if (possible) reshaped != null && reshaped.places() == source.places() else reshaped == null
    if (!right) withClue("$source to $target") { reshaped?.places() shouldBe if (possible) source.places() else null }
    return possible
}

private fun lists(values: List<Int>, length: Int): List<List<Int>> =
    (0 until length).fold(listOf(emptyList())) { heads, _ -> heads.flatMap { head -> values.map { head + it } } }

internal class ReshapeTest :
    FunSpec({
        test("all layouts of rank 0 to 3 with small sizes and strides, to all sizes of rank 0 to 3: a view exactly where one exists") {
            val targets = (0..3).flatMap { lists(listOf(1, 2, 3, 4, 6), it) }.groupBy { it.fold(1, Int::times) }
            val outcomes = mutableMapOf(true to 0, false to 0)
            for (rank in 0..3) {
                for (sizes in lists(listOf(1, 2, 3), rank)) {
                    for (strides in lists(listOf(0, 1, 2, 3, 6, -1), rank)) {
                        val source = Layout(Sizes.of(sizes), strides.toIntArray(), 50)
                        targets[source.elements].orEmpty().forEach { outcomes.merge(check(source, it), 1, Int::plus) }
                    }
                }
            }
            outcomes.values.forEach { (it > 5_000) shouldBe true }
        }

        test("views of row-major tensors: permuted, sliced, expanded, with axes of size 1") {
            val cases =
                arbitrary { rs ->
                    val random = rs.random
                    val sizes = List(random.nextInt(1, 4)) { random.nextInt(1, 5) }
                    var layout = Layout.of(Sizes.of(sizes), 3)
                    val axis = random.nextInt(layout.rank)
                    if (random.nextBoolean()) layout = layout.slice(axis, layout.sizes[axis] - 1, (layout.sizes[axis] + 1) / 2, -2)
                    if (random.nextBoolean()) layout = layout.pick((0 until layout.rank).shuffled(random).toIntArray())
                    if (random.nextBoolean()) layout = layout.pick((listOf(-1) + (0 until layout.rank)).toIntArray())
                    if (random.nextBoolean()) layout = layout.expand("expand", Sizes.of(listOf(2) + layout.sizes.toList()))
                    val target = mutableListOf<Int>()
                    var rest = layout.elements
                    while (rest > 1) {
                        val factor = (2..rest).filter { rest % it == 0 }.random(random)
                        target += factor
                        rest /= factor
                    }
                    repeat(random.nextInt(3)) { target.add(random.nextInt(target.size + 1), 1) }
                    layout to target.toList()
                }
            checkAll(3_000, cases) { (layout, target) -> check(layout, target) }
        }

        test("without elements every target is a view") {
            val layout = Layout(Sizes.of(2, 0, 3), intArrayOf(5, -2, 7), 4)
            layout.reshape(Sizes.of(0)) shouldBe Layout.of(Sizes.of(0), 4)
            layout.reshape(Sizes.of(7, 0))?.sizes shouldBe Sizes.of(7, 0)
        }

        test("names of the target are kept") {
            val columns = Layout.of(Sizes.of(4, 6)).pick(intArrayOf(1, 0))
            columns.reshape(Sizes.named(Renamed of 6, Heads of 4))?.sizes.toString() shouldBe "[another name = 6, Heads = 4]"
        }
    })
