package dev.rankine.kernels.lanes

import dev.rankine.shapes.DType

/** A fold of float32 or float64 elements with vectors: the results are of the [type] of the elements. */
internal abstract class VectorFold(private val type: DType, private val identity: Double) : Fold() {
    protected abstract fun joined(a: Double, b: Double): Double

    override fun start(cells: Long, count: Int) {
        for (i in 0 until count) setDoubleCell(cells, i, identity)
    }

    override fun join(from: Long, count: Int, cells: Long) {
        for (i in 0 until count) setDoubleCell(cells, i, joined(doubleCell(cells, i), doubleCell(from, i)))
    }

    override fun finish(cells: Long, count: Int, y: Long) {
        for (i in 0 until count) putFloating(type, y + i.toLong() * type.bytes, doubleCell(cells, i))
    }
}

/** Sums of float32. */
internal object SumFoldF32 : VectorFold(DType.F32, 0.0) {
    override fun joined(a: Double, b: Double): Double = a + b

    override fun runs(x: Long, across: Long, results: Int, step: Long, count: Int, cells: Long, tile: Long): Unit =
        SumF32.runs(x, across, results, step, count, cells, tile)

    override fun rows(x: Long, down: Long, rows: Int, columns: Int, cells: Long, tile: Long): Unit =
        SumF32.rows(x, down, rows, columns, cells, tile)
}

/** Sums of float64. */
internal object SumFoldF64 : VectorFold(DType.F64, 0.0) {
    override fun joined(a: Double, b: Double): Double = a + b

    override fun runs(x: Long, across: Long, results: Int, step: Long, count: Int, cells: Long, tile: Long): Unit =
        SumF64.runs(x, across, results, step, count, cells, tile)

    override fun rows(x: Long, down: Long, rows: Int, columns: Int, cells: Long, tile: Long): Unit =
        SumF64.rows(x, down, rows, columns, cells, tile)
}

/** Largest of float32. */
internal object LargestFoldF32 : VectorFold(DType.F32, Double.NEGATIVE_INFINITY) {
    override fun joined(a: Double, b: Double): Double = Math.max(a, b)

    override fun runs(x: Long, across: Long, results: Int, step: Long, count: Int, cells: Long, tile: Long): Unit =
        LargestF32.runs(x, across, results, step, count, cells, tile)

    override fun rows(x: Long, down: Long, rows: Int, columns: Int, cells: Long, tile: Long): Unit =
        LargestF32.rows(x, down, rows, columns, cells, tile)
}

/** Largest of float64. */
internal object LargestFoldF64 : VectorFold(DType.F64, Double.NEGATIVE_INFINITY) {
    override fun joined(a: Double, b: Double): Double = Math.max(a, b)

    override fun runs(x: Long, across: Long, results: Int, step: Long, count: Int, cells: Long, tile: Long): Unit =
        LargestF64.runs(x, across, results, step, count, cells, tile)

    override fun rows(x: Long, down: Long, rows: Int, columns: Int, cells: Long, tile: Long): Unit =
        LargestF64.rows(x, down, rows, columns, cells, tile)
}

/** Smallest of float32. */
internal object SmallestFoldF32 : VectorFold(DType.F32, Double.POSITIVE_INFINITY) {
    override fun joined(a: Double, b: Double): Double = Math.min(a, b)

    override fun runs(x: Long, across: Long, results: Int, step: Long, count: Int, cells: Long, tile: Long): Unit =
        SmallestF32.runs(x, across, results, step, count, cells, tile)

    override fun rows(x: Long, down: Long, rows: Int, columns: Int, cells: Long, tile: Long): Unit =
        SmallestF32.rows(x, down, rows, columns, cells, tile)
}

/** Smallest of float64. */
internal object SmallestFoldF64 : VectorFold(DType.F64, Double.POSITIVE_INFINITY) {
    override fun joined(a: Double, b: Double): Double = Math.min(a, b)

    override fun runs(x: Long, across: Long, results: Int, step: Long, count: Int, cells: Long, tile: Long): Unit =
        SmallestF64.runs(x, across, results, step, count, cells, tile)

    override fun rows(x: Long, down: Long, rows: Int, columns: Int, cells: Long, tile: Long): Unit =
        SmallestF64.rows(x, down, rows, columns, cells, tile)
}

/** Products of float32. */
internal object ProductFoldF32 : VectorFold(DType.F32, 1.0) {
    override fun joined(a: Double, b: Double): Double = a * b

    override fun runs(x: Long, across: Long, results: Int, step: Long, count: Int, cells: Long, tile: Long): Unit =
        ProductF32.runs(x, across, results, step, count, cells, tile)

    override fun rows(x: Long, down: Long, rows: Int, columns: Int, cells: Long, tile: Long): Unit =
        ProductF32.rows(x, down, rows, columns, cells)
}

/** Products of float64. */
internal object ProductFoldF64 : VectorFold(DType.F64, 1.0) {
    override fun joined(a: Double, b: Double): Double = a * b

    override fun runs(x: Long, across: Long, results: Int, step: Long, count: Int, cells: Long, tile: Long): Unit =
        ProductF64.runs(x, across, results, step, count, cells, tile)

    override fun rows(x: Long, down: Long, rows: Int, columns: Int, cells: Long, tile: Long): Unit =
        ProductF64.rows(x, down, rows, columns, cells)
}
