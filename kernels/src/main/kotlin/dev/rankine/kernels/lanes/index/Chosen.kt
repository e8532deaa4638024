package dev.rankine.kernels.lanes

import dev.rankine.kernels.address
import dev.rankine.ops.Definition
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Loop
import dev.rankine.ops.Op
import dev.rankine.ops.Spec
import dev.rankine.ops.Value
import dev.rankine.ops.View
import dev.rankine.ops.plain.rows.runRow
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/** The elements of [x] one after another: [x] itself, or a copy that lives during [body] only. */
internal inline fun <R> dense(x: Value, body: (Value) -> R): R {
    if (x.layout.isContiguous) return body(x)
    val copy = Evaluator.allocate(Spec(x.dtype, x.sizes), x.backend)
    try {
        copyElements(x, copy)
        return body(copy)
    } finally {
        Evaluator.store(copy).release("a kernel")
    }
}

/** The numbers of an index that are all in range, one after another. */
internal class Chosen(index: Value) {
    val address: Long = index.address()
    val isWide: Boolean = index.dtype == DType.I64
    val count: Int = index.elements

    /** Whether all are numbers from 0 until [size]. */
    fun areInside(size: Int): Boolean = Indices.areInside(address, isWide, count, size)

    /** Where number [i] lies. */
    fun at(i: Int): Long = address + i.toLong() * if (isWide) 8 else 4
}

/**
 * Calls [body] with the numbers of [index] if each names one of [size] places. Otherwise the row of [op] runs, which says which one does not.
 */
internal inline fun <A : Any> chosen(
    op: Op<A>,
    attributes: A,
    inputs: Array<Value>,
    outputs: Array<Value>,
    index: Value,
    size: Int,
    body: (Chosen) -> Unit,
) {
    val isInside =
        dense(index) { numbers ->
            val chosen = Chosen(numbers)
            chosen.areInside(size).also { if (it) body(chosen) }
        }
    if (!isInside) meaning(op, attributes, inputs, outputs)
}

/** Runs what the row says. */
internal fun <A : Any> meaning(op: Op<A>, attributes: A, inputs: Array<Value>, outputs: Array<Value>) {
    when (val body = op.body) {
        is Loop -> runRow(body, attributes, inputs, outputs)
        is Definition -> body.define(attributes, inputs).forEachIndexed { i, result -> copyElements(result, outputs[i]) }
        is View -> error("${op.name}: a view has no kernel")
    }
}

/** Sizes with at least one axis. */
internal fun axes(sizes: Sizes): Sizes = if (sizes.rank == 0) Sizes.of(1) else sizes

/** The sizes of [sizes] before, of and after [axis]. */
internal class Slices(sizes: Sizes, axis: Int) {
    private val all = axes(sizes)
    val size: Int = all[axis]
    val outer: Int = (0 until axis).fold(1) { product, i -> product * all[i] }
    val inner: Int = (axis + 1 until all.rank).fold(1) { product, i -> product * all[i] }
}

/** How many bytes lie between the elements of [x] along [axis]. */
internal fun step(x: Value, axis: Int): Long = if (x.rank == 0) 0 else x.layout.stride(axis).toLong() * x.dtype.bytes

/** Where row [row] of an index of [sizes] starts in [x], without its steps along the axis [without]. */
internal fun rowStart(x: Value, address: Long, row: Int, sizes: Sizes, without: Int): Long {
    var rest = row
    var place = address
    for (k in sizes.rank - 2 downTo 0) {
        if (k != without) place += rest % sizes[k] * step(x, k)
        rest /= sizes[k]
    }
    return place
}
