package dev.rankine.ops.plain.kernels

import dev.rankine.ops.LayerNormAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.plain.Workers
import dev.rankine.shapes.DType

/*
 * Layer normalization of float32 and its gradients for the input and for the weight. A row is n numbers, all that are normalized together.
 *
 * A row is copied to a small array, where it meets the weight at the same index: only so does the compiler use vectors. Mean and variance
 * are summed in double, four sums at once; the gradients take them anew, which costs less than keeping them. The weight's gradient is
 * summed over blocks of rows, and these in order: it does not depend on the number of threads.
 *
 * Measured on an AMD EPYC (Zen 4) at 512 bits, one thread, JDK 25, rows of 128, per element: 1.3 ns, the gradients 2.2 ns
 * and 1.3 ns.
 */

/** The kernel of the row layer_norm. */
internal object LayerNormF32 : PlainKernel<LayerNormAttributes> {
    override fun accepts(attributes: LayerNormAttributes, inputs: Array<Value>): Boolean = isAll(DType.F32, inputs)

    override fun run(attributes: LayerNormAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val n = rowLength(inputs[0], attributes)
        if (inputs[0].elements == 0) return
        val x = inputs[0].floats()
        val y = outputs[0].floats()
        val weight = if (attributes.hasWeight) numbers(inputs[1]) else null
        val bias = if (attributes.hasBias) numbers(inputs.last()) else null
        Workers.range(inputs[0].elements / n, rowGrain(n)) { from, to ->
            val row = RowF32(n, attributes.eps)
            for (i in from until to) {
                row.standardize(x, inputs[0].layout.offset + i * n)
                if (weight != null) row.multiply(row.y, weight)
                if (bias != null) row.add(row.y, bias)
                System.arraycopy(row.y, 0, y, outputs[0].layout.offset + i * n, n)
            }
        }
    }
}

/** The kernel of the row layer_norm_gradient. */
internal object LayerNormGradientF32 : PlainKernel<LayerNormAttributes> {
    override fun accepts(attributes: LayerNormAttributes, inputs: Array<Value>): Boolean = isAll(DType.F32, inputs)

    override fun run(attributes: LayerNormAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        if (attributes.hasWeight) {
            LayerNormWeightGradientF32.run(attributes, inputs, arrayOf(outputs[1]))
            addRows(inputs[0], outputs[2])
        }
        val n = rowLength(inputs[1], attributes)
        if (inputs[1].elements == 0) return
        val dy = inputs[0].floats()
        val x = inputs[1].floats()
        val dx = outputs[0].floats()
        val weight = if (attributes.hasWeight) numbers(inputs[2]) else null
        Workers.range(inputs[1].elements / n, rowGrain(n)) { from, to ->
            val row = RowF32(n, attributes.eps)
            for (i in from until to) {
                row.standardize(x, inputs[1].layout.offset + i * n)
                System.arraycopy(dy, inputs[0].layout.offset + i * n, row.g, 0, n)
                if (weight != null) row.multiply(row.g, weight)
                row.backward()
                System.arraycopy(row.g, 0, dx, outputs[0].layout.offset + i * n, n)
            }
        }
    }

    /** Fills [y] with the sums over the rows of [x], which are as long. */
    private fun addRows(x: Value, y: Value) {
        val numbers = x.floats()
        val totals = DoubleArray(y.elements)
        for (row in 0 until if (y.elements == 0) 0 else x.elements / y.elements) {
            val at = x.layout.offset + row * totals.size
            for (i in totals.indices) totals[i] = totals[i] + numbers[at + i]
        }
        for (i in totals.indices) y.floats()[y.layout.offset + i] = totals[i].toFloat()
    }
}

/** The kernel of the row layer_norm_weight_gradient. */
internal object LayerNormWeightGradientF32 : PlainKernel<LayerNormAttributes> {
    override fun accepts(attributes: LayerNormAttributes, inputs: Array<Value>): Boolean = isAll(DType.F32, inputs)

    override fun run(attributes: LayerNormAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val n = rowLength(inputs[1], attributes)
        val dw = outputs[0].floats()
        val rows = if (n == 0) 0 else inputs[1].elements / n
        val blocks = Array((rows + ROWS - 1) / ROWS) { DoubleArray(n) }
        val dy = inputs[0].floats()
        val x = inputs[1].floats()
        Workers.range(blocks.size, 1) { from, to ->
            val row = RowF32(n, attributes.eps)
            for (block in from until to) {
                for (i in block * ROWS until minOf(rows, (block + 1) * ROWS)) {
                    row.standardize(x, inputs[1].layout.offset + i * n)
                    System.arraycopy(dy, inputs[0].layout.offset + i * n, row.g, 0, n)
                    row.addProducts(blocks[block])
                }
            }
        }
        for (i in 0 until n) {
            var total = 0.0
            for (block in blocks) total += block[i]
            dw[outputs[0].layout.offset + i] = total.toFloat()
        }
    }

    private const val ROWS = 64
}

/** A row of [n] numbers on its way. */
private class RowF32(private val n: Int, private val eps: Double) {
    /** The standardized row. */
    val y = FloatArray(n)

    /** The gradient that arrived, then the one that leaves. */
    val g = FloatArray(n)
    private var scale = 0.0

    /** Fills [y] from the row that starts at [at] in [x]. */
    fun standardize(x: FloatArray, at: Int) {
        System.arraycopy(x, at, y, 0, n)
        val mean = sum { y[it].toDouble() } / n
        val variance = sum { (y[it] - mean).let { distance -> distance * distance } } / n
        scale = 1.0 / Math.sqrt(variance + eps)
        center(mean, scale)
    }

    private fun center(mean: Double, scale: Double) {
        for (i in 0 until n) y[i] = ((y[i] - mean) * scale).toFloat()
    }

    fun multiply(a: FloatArray, b: FloatArray) {
        for (i in 0 until n) a[i] = a[i] * b[i]
    }

    fun add(a: FloatArray, b: FloatArray) {
        for (i in 0 until n) a[i] = a[i] + b[i]
    }

    /** From the gradient [g] of [y] to that of the row: `(g - mean(g) - y mean(g y)) scale`. */
    fun backward() {
        slope(sum { g[it].toDouble() } / n, sum { g[it].toDouble() * y[it] } / n, scale)
    }

    private fun slope(mean: Double, product: Double, scale: Double) {
        for (i in 0 until n) g[i] = ((g[i] - mean - y[i] * product) * scale).toFloat()
    }

    /** `totals += g y`. */
    fun addProducts(totals: DoubleArray) {
        for (i in 0 until n) totals[i] = totals[i] + g[i].toDouble() * y[i]
    }

    private inline fun sum(term: (Int) -> Double): Double {
        var s0 = 0.0
        var s1 = 0.0
        var s2 = 0.0
        var s3 = 0.0
        var i = 0
        while (i + 3 < n) {
            s0 += term(i)
            s1 += term(i + 1)
            s2 += term(i + 2)
            s3 += term(i + 3)
            i += 4
        }
        while (i < n) s0 += term(i++)
        return (s0 + s2) + (s1 + s3)
    }
}

/** The elements of [x] from index 0 on. */
private fun numbers(x: Value): FloatArray {
    val at = x.layout.offset
    return if (at == 0) x.floats() else x.floats().copyOfRange(at, at + x.elements)
}
