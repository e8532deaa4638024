package dev.rankine.kernels.lanes

import dev.rankine.kernels.Deferring
import dev.rankine.kernels.SegmentStorage
import dev.rankine.ops.Backend
import dev.rankine.ops.Deferral
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Kernel
import dev.rankine.ops.NllGradientAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.Pending
import dev.rankine.ops.ReduceAttributes
import dev.rankine.ops.SoftmaxAttributes
import dev.rankine.ops.Spec
import dev.rankine.ops.Storage
import dev.rankine.ops.Value
import dev.rankine.ops.logSoftmaxGradientOp
import dev.rankine.ops.meanOp
import dev.rankine.ops.nllLossGradientOp
import dev.rankine.ops.pending
import dev.rankine.ops.sumOp
import dev.rankine.shapes.DType
import dev.rankine.shapes.Layout
import dev.rankine.shapes.Sizes
import java.util.concurrent.ConcurrentHashMap

/**
 * Elementwise calls that wait until somebody needs their results, and then run as one generated loop. See docs/decisions/0017.
 *
 * A million float32 numbers, one thread, in brackets with every call at once: a chain of 5 ops 0.24 ms (1.5), its sum 0.23 ms (1.6), sum and backward
 * 1.1 ms (3.6); with exp and tanh, 7 ops, 0.72, 0.71 and 2.5 ms (2.4, 2.3, 7.7). From 16,384 numbers on there is a gain: 5 ops take 9 us there (12)
 * (AMD EPYC (Zen 4), 512 bits, JDK 25).
 *
 * @property backend runs the calls.
 * @property settings from which size on results wait, and when a loop is worth being made.
 */
internal class DeferredLoops(val backend: Backend, val settings: Deferring, private val parts: (Op<*>, Any, Array<Value>) -> Part?) :
    Deferral {
    private val plans = ConcurrentHashMap<Codes, ChainPlan>()
    private val sweeps = Sweeps()

    override val least: Int get() = settings.least

    override fun <A : Any> defer(op: Op<A>, attributes: A, inputs: Array<Value>, result: Spec): Pending? {
        if (op === nllLossGradientOp) return LaterNll.of(this, attributes as NllGradientAttributes, inputs, result)
        if (result.dtype !in Part.JOINED || inputs.isEmpty()) return null
        val part = parts(op, attributes, inputs) ?: return null
        var isJoined = true
        var nodes = 1
        var width = part.width
        for (input in inputs) {
            if (input.sizes != result.sizes) return null
            val later = later(input) ?: continue
            nodes += later.nodes
            if (width == 0) {
                width = later.width
            } else if (later.width != 0 && later.width != width) {
                isJoined = false
            }
        }
        var kept = kept(inputs)
        val most = MOST_KEPT * bytes(result)
        if (isJoined && (nodes > MOST_NODES || kept > most)) {
            // what several calls read was counted several times
            val reach = Reach(inputs)
            nodes = reach.nodes
            kept = reach.kept
            isJoined = nodes <= MOST_NODES && kept <= most
        }
        if (!isJoined) {
            nodes = 1
            width = part.width
            for (input in inputs) Evaluator.store(input)
            kept = kept(inputs)
        }
        if (kept > most || inputs.any { isForeign(it) }) return null
        return Later(this, part, result, recipe(part, inputs), nodes, kept, width)
    }

    override fun <A : Any> kernel(op: Op<A>, attributes: A, inputs: Array<Value>): Kernel<A>? {
        val x = inputs[0].pending
        val kernel =
            when {
                op === sumOp && x is Later && MappedSum.accepts(attributes as ReduceAttributes, x) -> MappedSum(x)
                op === logSoftmaxGradientOp && x is LaterNll -> x.rows(attributes as SoftmaxAttributes, inputs)
                else -> null
            }
        @Suppress("UNCHECKED_CAST")
        return kernel as Kernel<A>?
    }

    override fun isOpened(op: Op<*>): Boolean = op === meanOp

    /** What is known of chains of these [codes]. */
    fun plan(codes: Codes): ChainPlan {
        plans[codes]?.let { return it }
        if (plans.size > LARGEST) plans.clear()
        return plans.getOrPut(codes) { ChainPlan() }
    }

    /** The loop of [graph], or null if vectors cannot do it. */
    fun sweep(graph: Graph, inputs: Int): Sweep? = if (graph.isVector) sweeps.of(graph, inputs) else null

    /** New bytes for [spec], which no scope owns: its pending value stands for them there. */
    fun allocate(spec: Spec): Storage = backend.allocate(spec.dtype, spec.sizes.elements)

    /** The value that [later] will be. */
    fun value(later: Later): Value = Value(later.spec.dtype, Layout.of(later.spec.sizes), backend, later)

    /** A number, as the operand that it was, repeated to [sizes]. */
    fun scalar(dtype: DType, bits: Long, sizes: Sizes): Value {
        val storage = backend.allocate(dtype, 1)
        val host = backend.host(storage)
        if (dtype.isFloating) host.setDouble(0, Double.fromBits(bits)) else host.setLong(0, bits)
        return Value(dtype, Layout(sizes, IntArray(sizes.rank), 0), backend, storage)
    }

    private fun recipe(part: Part, inputs: Array<Value>): Recipe {
        var numbers = part.numbers
        val operands =
            Array(inputs.size) { i ->
                val isOperand = later(inputs[i]) != null || !isNumber(inputs[i])
                if (!isOperand) numbers += number(inputs[i])
                inputs[i].takeIf { isOperand }
            }
        return Recipe(operands, numbers)
    }

    /** The number that the operand repeats: of a stored value, so nobody waits for it. */
    private fun number(value: Value): Long {
        val host = backend.host(Evaluator.store(value))
        val index = value.layout.offset
        return if (value.dtype.isFloating) host.getDouble(index).toRawBits() else host.getLong(index)
    }

    private fun isNumber(value: Value): Boolean {
        val layout = value.layout
        for (axis in 0 until layout.rank) if (layout.stride(axis) != 0 && layout.sizes[axis] != 1) return false
        return true
    }

    private fun later(value: Value): Later? = value.pending as? Later

    /** The bytes that a call of [inputs] would keep, those that several calls read counted several times. */
    private fun kept(inputs: Array<Value>): Long {
        var sum = 0L
        for (input in inputs) {
            val later = later(input)
            sum +=
                when {
                    later != null -> later.kept
                    isNumber(input) -> 0L
                    else -> Evaluator.store(input).let { it.elements.toLong() * it.dtype.bytes }
                }
        }
        return sum
    }

    /** Whether others may write the bytes without the door knowing. */
    private fun isForeign(value: Value): Boolean = later(value) == null && (Evaluator.store(value) as SegmentStorage).isForeign

    private fun bytes(spec: Spec): Long = spec.sizes.elements.toLong() * spec.dtype.bytes

    companion object {
        /** Calls that one loop may have. */
        const val MOST_NODES = 32

        /** A value that waits keeps at most so many times its own bytes reachable. */
        private const val MOST_KEPT = 8

        private const val LARGEST = 1024
    }
}
