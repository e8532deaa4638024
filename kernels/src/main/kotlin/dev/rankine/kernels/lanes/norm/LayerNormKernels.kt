package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.Evaluator
import dev.rankine.ops.LayerNormAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.ReduceAttributes
import dev.rankine.ops.Spec
import dev.rankine.ops.Value
import dev.rankine.ops.layerNormGradientOp
import dev.rankine.ops.layerNormOp
import dev.rankine.ops.layerNormWeightGradientOp
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/**
 * Layer normalization and its gradients: rows of n numbers, all that are normalized together.
 *
 * Float32 on an AMD EPYC (Zen 4) at 512 bits, one thread, JDK 25, the kernels alone: `[8192, 768]` with weight and bias 2.1 ms, its gradients
 * 3.3 ms, a copy 1.6 ms; `[1024, 256]` 77 us and 123 us. Tried: long rows two at a time (3.5 and 6.0 ms: two streams from memory are slower than
 * one); weight and bias in a pass of their own over columns (46 ns a row of 256 instead of 39).
 */
internal val layerNormKernels: List<Pair<Op<*>, VectorKernel<*>>> =
    listOf(
        layerNormOp to LayerNormForward,
        layerNormGradientOp to LayerNormBackward,
        layerNormWeightGradientOp to LayerNormWeightBackward,
    )

private object LayerNormForward : VectorKernel<LayerNormAttributes>() {
    override fun accepts(attributes: LayerNormAttributes, inputs: Array<Value>): Boolean = isVectorType(inputs)

    override fun compute(attributes: LayerNormAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        if (inputs[0].elements == 0) return
        val n = rowLength(inputs[0], attributes)
        inOrder(inputs) { dense ->
            val type = dense[0].dtype
            val x = dense[0].address()
            val w = if (attributes.hasWeight) dense[1].address() else 0
            val b = if (attributes.hasBias) dense.last().address() else 0
            val y = outputs[0].address()
            forRows(dense[0].elements / n, n) { from, to ->
                val at = from.toLong() * n * type.bytes
                val scratch = ReduceScratch.get()
                if (type == DType.F32) {
                    LayerNormF32.forward(x + at, w, b, y + at, to - from, n, attributes.eps, scratch.cells, scratch.numbers)
                } else {
                    LayerNormF64.forward(x + at, w, b, y + at, to - from, n, attributes.eps, scratch.cells, scratch.numbers)
                }
            }
        }
    }
}

private object LayerNormBackward : VectorKernel<LayerNormAttributes>() {
    // the gradient of a row of one number is zero, which only the definition's roundings give
    override fun accepts(attributes: LayerNormAttributes, inputs: Array<Value>): Boolean =
        isVectorType(inputs) && rowLength(inputs[1], attributes) != 1

    override fun compute(attributes: LayerNormAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val n = rowLength(inputs[1], attributes)
        if (inputs[1].elements == 0) return outputs.drop(1).forEach { zero(it) }
        inOrder(inputs) { dense ->
            val rows = LayerRows(dense, outputs[0], n, attributes.eps)
            if (attributes.hasWeight) weighted(rows, outputs) else forRows(rows.count, n) { from, to -> rows.gradient(from, to, 0, 0) }
        }
    }

    /** Weight and bias: sums over blocks of rows, then the sums of these, which do not depend on the number of threads. */
    private fun weighted(rows: LayerRows, outputs: Array<Value>) {
        val block = (ROW_ELEMENTS / rows.n).coerceIn(LEAST_ROWS, MOST_ROWS)
        val blocks = (rows.count + block - 1) / block
        val sums = List(2) { Evaluator.allocate(Spec(rows.type, Sizes.of(blocks, rows.n)), outputs[0].backend) }
        try {
            val (weights, biases) = sums.map { zero(it) }
            val body = { from: Int, to: Int ->
                for (i in from until to) {
                    val at = i * rows.bytes
                    rows.gradient(i * block, minOf(rows.count, (i + 1) * block), weights + at, biases + at)
                }
            }
            if (blocks * rows.n <= ROW_ELEMENTS / LEAST_ROWS) body(0, blocks) else Workers.range(blocks, 1, body)
            val fold = if (rows.type == DType.F32) SumFoldF32 else SumFoldF64
            for (i in 0..1) Reduce(fold).compute(ReduceAttributes(listOf(0), false), arrayOf(sums[i]), arrayOf(outputs[i + 1]))
        } finally {
            sums.forEach { Evaluator.store(it).release("layer_norm_gradient") }
        }
    }
}

/** The rows that a gradient is taken of: operands [dense] in order, what arrived, the rows of [n] numbers, a weight if there is one. */
private class LayerRows(dense: Array<Value>, out: Value, val n: Int, private val eps: Double) {
    val type = dense[1].dtype
    val count: Int = dense[1].elements / n

    /** How many bytes a row has. */
    val bytes: Long = n.toLong() * type.bytes
    private val dy = dense[0].address()
    private val x = dense[1].address()
    private val w = if (dense.size == 3) dense[2].address() else 0
    private val dx = out.address()

    /** Those of rows [from] until [to]; adds to the sums at [weights] and [biases]. */
    fun gradient(from: Int, to: Int, weights: Long, biases: Long) {
        val at = from * bytes
        val rows = to - from
        val scratch = ReduceScratch.get()
        if (type == DType.F32) {
            LayerNormF32.gradient(dy + at, w, x + at, dx + at, weights, biases, rows, n, eps, scratch.cells, scratch.numbers)
        } else {
            LayerNormF64.gradient(dy + at, w, x + at, dx + at, weights, biases, rows, n, eps, scratch.cells, scratch.numbers)
        }
    }
}

/** Fills [x], which lies in order, with zeros; its address. */
private fun zero(x: Value): Long = x.address().also { Lanes.ALL.asSlice(it, x.elements.toLong() * x.dtype.bytes).fill(0) }

/** The fewest and the most rows whose sums for weight and bias are one block. */
private const val LEAST_ROWS = 64
private const val MOST_ROWS = 1024

/** Sums over blocks of rows, then the sum of these: it does not depend on the number of threads. */
private object LayerNormWeightBackward : VectorKernel<LayerNormAttributes>() {
    override fun accepts(attributes: LayerNormAttributes, inputs: Array<Value>): Boolean = isVectorType(inputs)

    override fun compute(attributes: LayerNormAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val n = rowLength(inputs[1], attributes)
        if (n == 0) return
        val rows = inputs[1].elements / n
        val blocks = (rows + ROWS - 1) / ROWS
        val type = inputs[1].dtype
        val sums = Evaluator.allocate(Spec(type, Sizes.of(blocks, n)), inputs[1].backend)
        try {
            inOrder(inputs) { dense ->
                val dy = dense[0].address()
                val x = dense[1].address()
                val into = sums.address()
                val body = { from: Int, to: Int ->
                    for (block in from until to) {
                        val at = block.toLong() * ROWS * n * type.bytes
                        block(
                            type,
                            dy + at,
                            x + at,
                            into + block.toLong() * n * type.bytes,
                            minOf(ROWS, rows - block * ROWS),
                            n,
                            attributes.eps,
                        )
                    }
                }
                if (blocks * n <= ROW_ELEMENTS / ROWS) body(0, blocks) else Workers.range(blocks, 1, body)
            }
            val fold = if (type == DType.F32) SumFoldF32 else SumFoldF64
            Reduce(fold).compute(ReduceAttributes(listOf(0), false), arrayOf(sums), outputs)
        } finally {
            Evaluator.store(sums).release("layer_norm_weight_gradient")
        }
    }

    private fun block(type: DType, dy: Long, x: Long, sums: Long, rows: Int, n: Int, eps: Double) {
        Lanes.ALL.asSlice(sums, n.toLong() * type.bytes).fill(0)
        val scratch = ReduceScratch.get()
        if (type == DType.F32) {
            LayerNormF32.weightGradient(dy, x, sums, rows, n, eps, scratch.cells, scratch.numbers)
        } else {
            LayerNormF64.weightGradient(dy, x, sums, rows, n, eps, scratch.cells, scratch.numbers)
        }
    }

    private const val ROWS = 64
}

/** How many numbers are normalized together: those of the last axes of [x]. */
private fun rowLength(x: Value, attributes: LayerNormAttributes): Int =
    (x.rank - attributes.axes until x.rank).fold(1) { product, axis -> product * x.sizes[axis] }
