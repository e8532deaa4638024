package dev.rankine.shapes

import io.kotest.property.Arb
import io.kotest.property.arbitrary.bind
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.list

/** All multi-indices of the given sizes in row-major order. */
internal fun multiIndices(sizes: List<Int>): List<List<Int>> =
    sizes.fold(listOf(emptyList())) { heads, size -> heads.flatMap { head -> List(size) { head + it } } }

/** The storage index of the element at [index]: the definition of a layout. */
internal fun Layout.place(index: List<Int>): Int = offset + index.indices.sumOf { index[it] * stride(it) }

/** The storage index of every element in row-major order. */
internal fun Layout.places(): List<Int> = multiIndices(sizes.toList()).map(::place)

/** Sizes of rank 0 to 4 with axes of [range] elements. */
internal fun arbSizes(range: IntRange): Arb<List<Int>> = Arb.list(Arb.int(range), 0..4)

/** Layouts of rank 0 to 4 with any strides: gaps, overlaps, repeats, backward walks. */
internal fun arbLayout(range: IntRange = 0..3): Arb<Layout> =
    Arb.bind(arbSizes(range), Arb.list(Arb.int(-7..7), 4..4), Arb.int(0..9)) { sizes, strides, offset ->
        Layout(Sizes.of(sizes), strides.take(sizes.size).toIntArray(), offset)
    }
