package dev.rankine.ops.plain.kernels

import dev.rankine.ops.Value
import dev.rankine.ops.plain.Workers
import dev.rankine.shapes.DType
import dev.rankine.shapes.Layout

/*
 * Elementwise kernels. The compiler uses vectors where all arrays are read and written at the same index, so there are two ways:
 * operands that all lie in order at the same offset are computed in place; others go through small arrays, CHUNK elements at a time.
 * Either way an element is read before it is written, and only by the thread that writes it: a result may share the storage and layout
 * of an operand.
 */

/** How many elements of a cheap op a thread claims at a time. */
internal const val CHEAP_GRAIN = 1 shl 15

/** How many elements of a costly op (exp, tanh) a thread claims at a time. */
internal const val COSTLY_GRAIN = 1 shl 12

/** A kernel of one operand. */
internal abstract class UnaryKernel<A : Any, X : Any, Y : Any>(
    private val type: DType,
    private val input: Lanes<X>,
    private val output: Lanes<Y>,
    private val grain: Int,
) : PlainKernel<A> {
    abstract fun loop(x: X, y: Y, from: Int, to: Int)

    override fun accepts(attributes: A, inputs: Array<Value>): Boolean = inputs[0].dtype == type

    @Suppress("UNCHECKED_CAST")
    override fun run(attributes: A, inputs: Array<Value>, outputs: Array<Value>) {
        val x = inputs[0].array() as X
        val y = outputs[0].array() as Y
        val at = outputs[0].layout.offset
        if (together(inputs[0].layout, outputs[0].layout)) {
            Workers.range(outputs[0].elements, grain) { from, to -> loop(x, y, at + from, at + to) }
            return
        }
        val xWalk = Walk(inputs[0].layout)
        val yWalk = Walk(outputs[0].layout)
        Workers.range(outputs[0].elements, grain) { from, to ->
            val result = output.scratch(3)
            val operand = input.scratch(0)
            chunks(from, to) { first, count ->
                input.gather(x, xWalk, first, count, operand)
                loop(operand, result, 0, count)
                output.scatter(result, y, yWalk, first, count)
            }
        }
    }
}

/** A kernel of two operands of one type. */
internal abstract class BinaryKernel<X : Any, Y : Any>(
    private val type: DType,
    private val input: Lanes<X>,
    private val output: Lanes<Y>,
    private val grain: Int = CHEAP_GRAIN,
) : PlainKernel<Unit> {
    abstract fun loop(a: X, b: X, y: Y, from: Int, to: Int)

    /** With the one number `b[at]` on the right. */
    abstract fun loopRight(a: X, b: X, at: Int, y: Y, from: Int, to: Int)

    /** With the one number `a[at]` on the left. */
    abstract fun loopLeft(a: X, at: Int, b: X, y: Y, from: Int, to: Int)

    override fun accepts(attributes: Unit, inputs: Array<Value>): Boolean = inputs[0].dtype == type && inputs[1].dtype == type

    @Suppress("UNCHECKED_CAST")
    override fun run(attributes: Unit, inputs: Array<Value>, outputs: Array<Value>) {
        val a = inputs[0].array() as X
        val b = inputs[1].array() as X
        val y = outputs[0].array() as Y
        val at = outputs[0].layout.offset
        val n = outputs[0].elements
        val left = together(inputs[0].layout, outputs[0].layout)
        val right = together(inputs[1].layout, outputs[0].layout)
        if (left && right) {
            Workers.range(n, grain) { from, to -> loop(a, b, y, at + from, at + to) }
            return
        }
        if (left && isSingle(inputs[1].layout)) {
            val number = inputs[1].layout.offset
            Workers.range(n, grain) { from, to -> loopRight(a, b, number, y, at + from, at + to) }
            return
        }
        if (right && isSingle(inputs[0].layout)) {
            val number = inputs[0].layout.offset
            Workers.range(n, grain) { from, to -> loopLeft(a, number, b, y, at + from, at + to) }
            return
        }
        val aWalk = Walk(inputs[0].layout)
        val bWalk = Walk(inputs[1].layout)
        val yWalk = Walk(outputs[0].layout)
        Workers.range(n, grain) { from, to ->
            val result = output.scratch(3)
            val first = input.scratch(0)
            val second = input.scratch(1)
            chunks(from, to) { start, count ->
                input.gather(a, aWalk, start, count, first)
                input.gather(b, bWalk, start, count, second)
                loop(first, second, result, 0, count)
                output.scatter(result, y, yWalk, start, count)
            }
        }
    }
}

/** A kernel that takes from two operands of one type by a third of bool. */
internal abstract class ChoiceKernel<X : Any>(private val type: DType, private val lanes: Lanes<X>) : PlainKernel<Unit> {
    abstract fun loop(condition: ByteArray, a: X, b: X, y: X, from: Int, to: Int)

    override fun accepts(attributes: Unit, inputs: Array<Value>): Boolean =
        inputs[0].dtype == DType.BOOL && inputs[1].dtype == type && inputs[2].dtype == type

    @Suppress("UNCHECKED_CAST")
    override fun run(attributes: Unit, inputs: Array<Value>, outputs: Array<Value>) {
        val condition = inputs[0].array() as ByteArray
        val a = inputs[1].array() as X
        val b = inputs[2].array() as X
        val y = outputs[0].array() as X
        val walks = List(3) { Walk(inputs[it].layout) }
        val yWalk = Walk(outputs[0].layout)
        val at = yWalk.offset
        val n = outputs[0].elements
        if (yWalk.isDense && walks.all { it.isDense && it.offset == at }) {
            Workers.range(n, CHEAP_GRAIN) { from, to -> loop(condition, a, b, y, at + from, at + to) }
            return
        }
        Workers.range(n, CHEAP_GRAIN) { from, to ->
            val choice = ByteLanes.scratch(0)
            val (first, second, result) = List(3) { lanes.scratch(it + 1) }
            chunks(from, to) { start, count ->
                ByteLanes.gather(condition, walks[0], start, count, choice)
                lanes.gather(a, walks[1], start, count, first)
                lanes.gather(b, walks[2], start, count, second)
                loop(choice, first, second, result, 0, count)
                lanes.scatter(result, y, yWalk, start, count)
            }
        }
    }
}

/** Whether operand and result lie in order at the same offset, so that both have an element at the same index. */
private fun together(x: Layout, y: Layout): Boolean = x.isContiguous && y.isContiguous && x.offset == y.offset

/** Whether all elements are one number. */
private fun isSingle(x: Layout): Boolean {
    for (axis in 0 until x.rank) if (x.sizes[axis] > 1 && x.stride(axis) != 0) return false
    return true
}

private inline fun chunks(from: Int, to: Int, body: (first: Int, count: Int) -> Unit) {
    for (first in from until to step Lanes.CHUNK) body(first, minOf(Lanes.CHUNK, to - first))
}
