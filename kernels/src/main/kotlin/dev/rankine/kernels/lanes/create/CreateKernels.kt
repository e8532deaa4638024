package dev.rankine.kernels.lanes

import dev.rankine.kernels.SegmentStorage
import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.ArangeAttributes
import dev.rankine.ops.Evaluator
import dev.rankine.ops.EyeAttributes
import dev.rankine.ops.FullAttributes
import dev.rankine.ops.LinspaceAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.Value
import dev.rankine.ops.arangeOp
import dev.rankine.ops.eyeOp
import dev.rankine.ops.fullOp
import dev.rankine.ops.linspaceOp
import dev.rankine.shapes.DType

internal object Full : VectorKernel<FullAttributes>() {
    override fun accepts(attributes: FullAttributes, inputs: Array<Value>): Boolean = true

    override fun compute(attributes: FullAttributes, inputs: Array<Value>, outputs: Array<Value>): Unit =
        fillWith(attributes.number, outputs[0])
}

internal object Eye : VectorKernel<EyeAttributes>() {
    override fun accepts(attributes: EyeAttributes, inputs: Array<Value>): Boolean = true

    override fun compute(attributes: EyeAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val y = outputs[0]
        fillElements(0L, y) // zero is no bits in every type
        val storage = Evaluator.store(y) as SegmentStorage
        for (i in 0 until minOf(attributes.rows, attributes.columns)) {
            storage.setLong(y.layout.offset + i * y.layout.stride(0) + i * y.layout.stride(1), 1)
        }
    }
}

internal object Arange : VectorKernel<ArangeAttributes>() {
    override fun accepts(attributes: ArangeAttributes, inputs: Array<Value>): Boolean =
        when (attributes.dtype) {
            DType.F32, DType.F64 -> attributes.start !is Long || attributes.step !is Long
            DType.I64, DType.I32 -> attributes.start is Long && attributes.step is Long
            else -> false
        }

    override fun compute(attributes: ArangeAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val y = outputs[0].address()
        val start = attributes.start
        val step = attributes.step
        Workers.range(attributes.count, GRAIN) { from, to ->
            when (attributes.dtype) {
                DType.F32 -> Sequences.f32(start.toDouble(), step.toDouble(), y, from, to)
                DType.F64 -> Sequences.f64(start.toDouble(), step.toDouble(), y, from, to)
                DType.I64 -> Sequences.i64(start.toLong(), step.toLong(), y, from, to)
                else -> Sequences.i32(start.toLong(), step.toLong(), y, from, to)
            }
        }
    }
}

internal object Linspace : VectorKernel<LinspaceAttributes>() {
    override fun accepts(attributes: LinspaceAttributes, inputs: Array<Value>): Boolean =
        attributes.dtype == DType.F32 || attributes.dtype == DType.F64

    override fun compute(attributes: LinspaceAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val y = outputs[0].address()
        val (start, end, count, dtype) = attributes
        val step = if (count > 1) (end - start) / (count - 1) else 0.0
        val half = ((count + 1L) / 2).toInt() // from here on the end is nearer
        Workers.range(count, GRAIN) { from, to ->
            val middle = half.coerceIn(from, to)
            if (dtype == DType.F32) {
                Sequences.f32(start, step, y, from, middle)
                Sequences.backF32(end, step, count - 1, y, middle, to)
            } else {
                Sequences.f64(start, step, y, from, middle)
                Sequences.backF64(end, step, count - 1, y, middle, to)
            }
        }
    }
}

/** Writes [number] to all elements of [target], converted as its storage converts. */
internal fun fillWith(number: Number, target: Value) {
    if (target.elements == 0) return
    val storage = Evaluator.store(target) as SegmentStorage
    val first = target.layout.offset
    if (number is Long) storage.setLong(first, number) else storage.setDouble(first, number.toDouble())
    if (target.elements > 1) fillElements(FillRows.pattern(target.address(), target.dtype.bytes), target)
}

/** A plain loop writes so many numbers in 8 to 16 us. */
private const val GRAIN = 1 shl 15

/** Values from attributes alone. */
internal val createKernels: List<Pair<Op<*>, VectorKernel<*>>> =
    listOf(fullOp to Full, eyeOp to Eye, arangeOp to Arange, linspaceOp to Linspace)
