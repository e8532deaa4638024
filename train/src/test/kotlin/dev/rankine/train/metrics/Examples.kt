package dev.rankine.train

import dev.rankine.ops.valueOf
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

internal object Kind : Dim<Kind>()

@OptIn(UncheckedShape::class)
internal fun vector(vararg numbers: Double): Tensor<Vec<Batch>> = valueOf(numbers, numbers.size).unchecked()

@OptIn(UncheckedShape::class)
internal fun classes(vararg numbers: Int): Tensor<Vec<Batch>> =
    valueOf(LongArray(numbers.size) { numbers[it].toLong() }, numbers.size).unchecked()

@OptIn(UncheckedShape::class)
internal fun matrix(vararg rows: DoubleArray): Tensor<Mat<Batch, Kind>> =
    valueOf(rows.fold(DoubleArray(0)) { all, row -> all + row }, rows.size, rows[0].size).unchecked()

/** Scores that are largest at the classes [said], of [count] classes. */
internal fun saying(count: Int, vararg said: Int): Tensor<Mat<Batch, Kind>> =
    matrix(*Array(said.size) { row -> DoubleArray(count) { if (it == said[row]) 2.0 else it * 0.1 } })
