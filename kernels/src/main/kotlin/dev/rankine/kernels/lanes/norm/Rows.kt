package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value
import dev.rankine.ops.contiguous
import dev.rankine.shapes.DType

/** Whether [x] has an element type of vectors. */
internal fun isVectorType(x: Value): Boolean = x.dtype == DType.F32 || x.dtype == DType.F64

/** Calls [body] with the elements of [x] in order; a copy of them, returned at the end, if they lie otherwise. */
internal inline fun inOrder(x: Value, body: (Value) -> Unit) {
    if (x.layout.isContiguous) return body(x)
    // without its origin, so that the copy is not recorded
    val copy = contiguous(Value(x.dtype, x.layout, x.backend, Evaluator.store(x)))
    try {
        body(copy)
    } finally {
        Evaluator.store(copy).release("the kernel that copied it")
    }
}

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
