package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value
import dev.rankine.ops.contiguous
import dev.rankine.shapes.DType

/** Whether [x] has an element type of vectors. Figures: [SoftmaxKernels]. */
internal fun isVectorType(x: Value): Boolean = x.dtype == DType.F32 || x.dtype == DType.F64

/** Whether all of [inputs] have one element type, which vectors have. */
internal fun isVectorType(inputs: Array<Value>): Boolean = isVectorType(inputs[0]) && inputs.all { it.dtype == inputs[0].dtype }

/** As [inOrder] of one value, for some. */
internal inline fun inOrder(values: Array<Value>, body: (Array<Value>) -> Unit) {
    if (values.all { it.layout.isContiguous }) return body(values)
    val dense = Array(values.size) { if (values[it].layout.isContiguous) values[it] else ordered(values[it]) }
    try {
        body(dense)
    } finally {
        for (i in values.indices) if (dense[i] !== values[i]) Evaluator.store(dense[i]).release("the kernel that copied it")
    }
}

/** Calls [body] with the elements of [x] in order; a copy of them, returned at the end, if they lie otherwise. */
internal inline fun inOrder(x: Value, body: (Value) -> Unit) {
    if (x.layout.isContiguous) return body(x)
    val copy = ordered(x)
    try {
        body(copy)
    } finally {
        Evaluator.store(copy).release("the kernel that copied it")
    }
}

/** A copy in order; of a value without origin, so that it is not recorded. */
internal fun ordered(x: Value): Value = contiguous(Value(x.dtype, x.layout, x.backend, Evaluator.store(x)))

/** Calls [body] for [rows] rows of [n] elements in blocks of a length that depends on [n] alone. */
internal inline fun forRows(rows: Int, n: Int, crossinline body: (from: Int, to: Int) -> Unit) {
    val block = maxOf(1, ROW_ELEMENTS / maxOf(1, n))
    if (rows <= block) return body(0, rows)
    Workers.range((rows - 1) / block + 1, 1) { from, to ->
        for (i in from until to) body(i * block, minOf(rows, (i + 1) * block))
    }
}

/** The elements of a block: some microseconds of work. */
internal const val ROW_ELEMENTS = 1 shl 14
