package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.AvgPoolAttributes
import dev.rankine.ops.AvgPoolGradientAttributes
import dev.rankine.ops.Value
import dev.rankine.shapes.DType
import java.lang.foreign.ValueLayout

/*
 * Averages of windows, a vector of windows at a time, as MaxPool2d lays them out; a window that is the whole plane is one sum over
 * elements that lie together. The gradient spreads a row of windows over the columns once and adds that row to each row that the windows cover.
 *
 * Measured on an AMD EPYC (Zen 4) at 512 bits, one thread, JDK 25: 128 images, 16 channels of 28 x 28, windows 2 x 2: 0.8 ms, the gradient
 * 1.7 ms, plain 4.7 and 4.7 in the same run; whole planes of 7 x 7, 32 x 512 of them: 0.33 ms, plain 0.90.
 */

/** [dev.rankine.ops.avgPool2d]. */
internal object AvgPool2d : VectorKernel<AvgPoolAttributes>() {
    override fun accepts(attributes: AvgPoolAttributes, inputs: Array<Value>): Boolean =
        inputs[0].dtype == DType.F32 || inputs[0].dtype == DType.F64

    override fun compute(attributes: AvgPoolAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val plan = PoolPlan(attributes.windows, inputs[0], outputs[0])
        val averages = Averages(attributes, plan.planes.h, plan.planes.w, plan.rows, plan.columns)
        val y = outputs[0].address()
        if (averages.isWhole && inputs[0].layout.isContiguous) return whole(plan, averages.divisor(0, 0), y)
        val table = PoolPlan.TABLES.get().take(plan.tableBytes + averages.divisorBytes(plan.dtype))
        plan.writeTable(table)
        val divisors = table + plan.tableBytes
        averages.writeDivisors(plan.dtype, divisors)
        val bytes = plan.dtype.bytes.toLong()
        plan.forStrips(0.0) { at, plane, row, count, room ->
            val done = row.toLong() * plan.columns
            val to = y + bytes * (plane.toLong() * plan.rows * plan.columns + done)
            val spare = END.get().take(Scratch.ROOM)
            if (plan.dtype == DType.F32) {
                PoolF32.average(at, table, plan.taps, divisors + bytes * done, to, count, room, spare)
            } else {
                PoolF64.average(at, table, plan.taps, divisors + bytes * done, to, count, room, spare)
            }
        }
    }

    private fun whole(plan: PoolPlan, divisor: Int, y: Long) {
        val n = plan.planes.h * plan.planes.w
        Workers.range(plan.planes.count, maxOf(1, GRAIN / maxOf(1, n))) { from, to ->
            val spare = END.get().take(Scratch.ROOM)
            for (i in from until to) {
                if (plan.dtype == DType.F32) {
                    val sum = SumF32.run(plan.planes.at(i), n, spare)
                    Lanes.ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, y + 4L * i, (sum / divisor).toFloat())
                } else {
                    val sum = SumF64.run(plan.planes.at(i), n, spare)
                    Lanes.ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, y + 8L * i, sum / divisor)
                }
            }
        }
    }

    private const val GRAIN = 1 shl 16
    private val END: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }
}

/** [dev.rankine.ops.avgPool2dGradient]. */
internal object AvgPool2dGradient : VectorKernel<AvgPoolGradientAttributes>() {
    override fun accepts(attributes: AvgPoolGradientAttributes, inputs: Array<Value>): Boolean =
        inputs[0].dtype == DType.F32 || inputs[0].dtype == DType.F64

    override fun compute(attributes: AvgPoolGradientAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val (h, w) = attributes.plane
        val rows = inputs[0].sizes[-2]
        val columns = inputs[0].sizes[-1]
        val dtype = inputs[0].dtype
        val bytes = dtype.bytes.toLong()
        val averages = Averages(attributes.pool, h, w, rows, columns)
        if (averages.isWhole) return inOrder(inputs[0]) { dy -> whole(dy, h * w, averages.divisor(0, 0), outputs[0].address()) }
        val divisors = PoolPlan.TABLES.get().take(averages.divisorBytes(dtype) + 8L * columns)
        val spans = divisors + averages.divisorBytes(dtype)
        averages.writeDivisors(dtype, divisors)
        averages.writeColumns(spans)
        val into = outputs[0].address()
        val planes = (0 until inputs[0].rank - 2).fold(1) { product, axis -> product * inputs[0].sizes[axis] }
        DenseOperands(inputs).use { (dy) ->
            Workers.range(planes, maxOf(1, GRAIN / maxOf(1, h * w))) { from, to ->
                val line = PoolPlan.SCRATCH.get().take(w * bytes)
                for (i in from until to) {
                    val plane = into + i.toLong() * h * w * bytes
                    if (!averages.rowsAreParted) PoolPlan.clear(plane, h * w * bytes)
                    for (row in 0 until rows) {
                        val top = averages.rows[row].first
                        val end = averages.rows[row].last + 1
                        if (end <= top) continue
                        val at = row.toLong() * columns * bytes
                        fill(dtype, line, w)
                        spread(dtype, dy + i.toLong() * rows * columns * bytes + at, divisors + at, spans, columns, line)
                        for (y in top until end) {
                            val target = plane + y * w * bytes
                            if (averages.rowsAreParted) copy(line, target, w * bytes) else add(dtype, line, target, w)
                        }
                    }
                }
            }
        }
    }

    /** One window is the plane of [n] elements. */
    private fun whole(dy: Value, n: Int, divisor: Int, into: Long) {
        val from = dy.address()
        val bytes = dy.dtype.bytes.toLong()
        Workers.range(dy.elements, maxOf(1, GRAIN / maxOf(1, n))) { first, end ->
            val (at, to) = from + first * bytes to into + first * n * bytes
            if (dy.dtype == DType.F32) {
                AveragedRowsF32.fill(at, divisor.toFloat(), end - first, n, to)
            } else {
                AveragedRowsF64.fill(at, divisor.toDouble(), end - first, n, to)
            }
        }
    }

    private fun fill(dtype: DType, line: Long, n: Int): Unit =
        if (dtype == DType.F32) RowsF32.fill(line, n, 0f) else RowsF64.fill(line, n, 0.0)

    private fun copy(from: Long, to: Long, bytes: Long) = AveragedRowsF32.copy(from, to, bytes)

    private fun spread(dtype: DType, dy: Long, divisors: Long, spans: Long, windows: Int, line: Long): Unit =
        if (dtype == DType.F32) {
            AveragedRowsF32.spread(dy, divisors, spans, windows, line)
        } else {
            AveragedRowsF64.spread(dy, divisors, spans, windows, line)
        }

    private fun add(dtype: DType, from: Long, to: Long, n: Int): Unit =
        if (dtype == DType.F32) AveragedRowsF32.add(from, to, n) else AveragedRowsF64.add(from, to, n)

    private const val GRAIN = 1 shl 15
}
