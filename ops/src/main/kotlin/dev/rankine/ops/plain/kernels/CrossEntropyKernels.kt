package dev.rankine.ops.plain.kernels

import dev.rankine.ops.CrossEntropyAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.Reduction
import dev.rankine.ops.Value
import dev.rankine.ops.crossEntropyGradientOp
import dev.rankine.ops.crossEntropyOp
import dev.rankine.ops.noSuchClass
import dev.rankine.ops.plain.Workers
import dev.rankine.shapes.DType

/** Cross entropy of float32 and float64 scores `[N, C]` with int64 class numbers `[N]`, and its gradient, both in one pass over the scores. */
internal val crossEntropyKernels: List<Pair<Op<*>, PlainKernel<*>>> =
    listOf(
        crossEntropyOp to CrossEntropyForward,
        crossEntropyGradientOp to CrossEntropyBackward,
    )

private object CrossEntropyForward : PlainKernel<CrossEntropyAttributes> {
    override fun accepts(attributes: CrossEntropyAttributes, inputs: Array<Value>): Boolean = isPlain(inputs[0], inputs[1])

    override fun run(attributes: CrossEntropyAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val (x, target) = inputs
        val classes = Classes(x, target, attributes)
        val losses = DoubleArray(classes.count)
        Workers.range(losses.size, rowGrain(classes.classes)) { from, to ->
            if (x.dtype == DType.F32) {
                val scores = x.floats()
                for (row in from until to) losses[row] = classes.loss(row, classes.chosen(row)) { scores[it].toDouble() }
            } else {
                val scores = x.doubles()
                for (row in from until to) losses[row] = classes.loss(row, classes.chosen(row)) { scores[it] }
            }
        }
        if (attributes.reduction == Reduction.NONE) {
            for (row in losses.indices) store(outputs[0], row, losses[row])
        } else {
            val total = losses.sum()
            store(outputs[0], 0, total / classes.divisor())
        }
    }
}

private object CrossEntropyBackward : PlainKernel<CrossEntropyAttributes> {
    override fun accepts(attributes: CrossEntropyAttributes, inputs: Array<Value>): Boolean =
        isPlain(inputs[1], inputs[2]) && inputs[0].dtype == inputs[1].dtype && inputs[0].layout.isContiguous

    override fun run(attributes: CrossEntropyAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val (dy, x, target) = inputs
        val classes = Classes(x, target, attributes)
        val each = attributes.reduction == Reduction.NONE
        val share = if (each) 0.0 else load(dy, 0) / classes.divisor()
        Workers.range(classes.count, rowGrain(classes.classes)) { from, to ->
            for (row in from until to) {
                val scale = if (each) load(dy, row) else share
                val into = outputs[0].layout.offset + row * classes.classes
                if (x.dtype == DType.F32) {
                    val scores = x.floats()
                    val dx = outputs[0].floats()
                    classes.gradient(row, classes.chosen(row), scale, { scores[it].toDouble() }, { dx[into + it].toDouble() }) { i, value ->
                        dx[into + i] = value.toFloat()
                    }
                } else {
                    val scores = x.doubles()
                    val dx = outputs[0].doubles()
                    classes.gradient(
                        row,
                        classes.chosen(row),
                        scale,
                        { scores[it] },
                        { dx[into + it] },
                    ) { i, value -> dx[into + i] = value }
                }
            }
        }
    }
}

/** The scores and the class numbers of a call. */
private class Classes(x: Value, private val target: Value, attributes: CrossEntropyAttributes) {
    val classes = x.sizes[1]
    val count = x.sizes[0]
    val start = x.layout.offset
    private val numbers = target.array() as LongArray
    private val ignored = attributes.ignoreIndex
    private val reduction = attributes.reduction

    /** What the sum of the losses is divided by. */
    fun divisor(): Int =
        when (reduction) {
            Reduction.NONE, Reduction.SUM -> 1
            Reduction.MEAN -> (0 until count).count { numbers[target.layout.offset + it] != ignored }
            Reduction.BATCH_MEAN -> count
        }

    /** The class of [row], -1 if it is ignored. */
    fun chosen(row: Int): Int {
        val number = numbers[target.layout.offset + row]
        if (number == ignored) return -1
        if (number < 0 || number >= classes) throw noSuchClass("cross_entropy", number, row, classes, target.sizes)
        return number.toInt()
    }

    /** The loss of [row], whose class is [chosen]. */
    inline fun loss(row: Int, chosen: Int, read: (Int) -> Double): Double {
        if (chosen < 0) return 0.0
        val at = start + row * classes
        val level = largest(classes) { read(at + it) }
        return Math.log(sumOfExponentials(classes, level) { read(at + it) }) - (read(at + chosen) - level)
    }

    /** Writes the gradient of [row], whose class is [chosen], scaled by [scale]. */
    inline fun gradient(
        row: Int,
        chosen: Int,
        scale: Double,
        read: (Int) -> Double,
        written: (Int) -> Double,
        write: (Int, Double) -> Unit,
    ) {
        val at = start + row * classes
        val level = largest(classes) { read(at + it) }
        var total = 0.0
        for (i in 0 until classes) {
            val grown = Math.exp(read(at + i) - level)
            write(i, grown)
            total += grown
        }
        val factor = (if (chosen < 0) 0.0 else scale) / total
        for (i in 0 until classes) write(i, written(i) * factor)
        if (chosen >= 0) write(chosen, Math.exp(read(at + chosen) - level) / total * scale - scale)
    }
}

private fun isPlain(x: Value, target: Value): Boolean =
    (x.dtype == DType.F32 || x.dtype == DType.F64) &&
        target.dtype == DType.I64 &&
        x.rank == 2 &&
        x.layout.isContiguous &&
        target.layout.isContiguous

private fun load(x: Value, i: Int): Double =
    if (x.dtype ==
        DType.F32
    ) {
        x.floats()[x.layout.offset + i].toDouble()
    } else {
        x.doubles()[x.layout.offset + i]
    }

private fun store(y: Value, i: Int, value: Double) {
    if (y.dtype == DType.F32) y.floats()[y.layout.offset + i] = value.toFloat() else y.doubles()[y.layout.offset + i] = value
}
