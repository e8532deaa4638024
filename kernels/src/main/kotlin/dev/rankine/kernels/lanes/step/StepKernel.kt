package dev.rankine.kernels.lanes

import dev.rankine.kernels.RangeBody
import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.Update
import dev.rankine.ops.UpdateKernel
import dev.rankine.ops.Value
import dev.rankine.shapes.DType
import java.lang.foreign.Arena
import java.lang.ref.Reference

/**
 * The step of an optimizer: one pass over memory for all parameters of a group. They are cut into blocks, small enough for the first cache
 * where a step goes over its block more than once; threads share the blocks of all parameters together.
 *
 * Float32, one thread of an AMD EPYC (Zen 4), 512 bits, JDK 25: Adam on the 535,000 numbers of an MLP 784-512-256-10 0.17 ms, on 10 million in
 * 60 parameters 5.3 to 5.8 ms, with amsgrad 7.1; SGD with momentum 0.08 and 4.0 to 4.5 ms. libtorch's fused calls take 5.2 to 6.0 and 4.2 to 4.5 ms there,
 * its loops over parameters, which users get by default, 12.6 and 5.6. Memory is the limit: only to read the four operands of Adam takes this core 4.6 to 5.2 ms
 * (31 to 34 GB/s), the three of SGD 3.2 to 3.6, in C as well; writing hides behind it. So twice libtorch's fused speed cannot be reached.
 * The same loops in C with large pages: 4.4 to 4.9 and 3.0 to 4.0 ms, as these kernels without optimizer and peer. What did not help, in C: reading each operand's block
 * ahead (6.3 to 9.0, 4.7 to 6.0), prefetching (5.5 to 6.4, 3.8 to 4.4), stores past the caches (SGD 4.1 to 4.5), two places of a parameter in
 * turns (SGD 4.1 to 8.0), two loops over a block (SGD 4.8 to 6.0); here: large pages from the first byte on (5.3 to 5.5, 4.3).
 */
internal abstract class StepKernel<A : Any> :
    VectorKernel<A>(),
    UpdateKernel<A> {
    override fun accepts(attributes: A, inputs: Array<Value>): Boolean =
        (inputs[0].dtype == DType.F32 || inputs[0].dtype == DType.F64) && inputs.all { it.layout.isContiguous }

    final override fun compute(attributes: A, inputs: Array<Value>, outputs: Array<Value>) =
        update(listOf(Update(attributes, inputs, outputs)))

    final override fun update(updates: List<Update<A>>) {
        try {
            val blocks = Blocks(updates)
            if (blocks.count <= GRAIN) blocks.run(0, blocks.count) else Workers.range(blocks.count, GRAIN, blocks)
        } finally {
            Reference.reachabilityFence(updates)
        }
    }

    /** The step of [attributes] for the operands of a call, asked for once a call, before any block changes. */
    protected abstract fun step(attributes: A, inputs: Array<out Value>): BlockStep

    /** Whether a step asks for a direction that is not the gradient: then its block is at most [SIZE], so that it stays in the first cache. */
    protected abstract fun usesScratch(attributes: A): Boolean

    private inner class Blocks(private val updates: List<Update<A>>) : RangeBody {
        private val inputs = Array(updates.size) { i -> LongArray(updates[i].inputs.size) { updates[i].inputs[it].address() } }
        private val targets = Array(updates.size) { i -> LongArray(updates[i].targets.size) { updates[i].targets[it].address() } }
        private val steps = Array(updates.size) { step(updates[it].attributes, updates[it].inputs) }
        private val starts = IntArray(updates.size + 1)

        init {
            for (i in updates.indices) starts[i + 1] = starts[i] + (updates[i].inputs[0].elements + SIZE - 1) / SIZE
        }

        val count = starts[updates.size]

        override fun run(from: Int, to: Int) {
            var i = starts.binarySearch(from).let { if (it >= 0) it else -it - 2 }
            val block = Block()
            var at = from
            while (at < to) {
                while (starts[i + 1] <= at) i++
                val value = updates[i].inputs[0]
                val end = if (usesScratch(updates[i].attributes)) at + 1 else minOf(to, starts[i + 1])
                val first = (at - starts[i]) * SIZE
                val count = minOf((end - at) * SIZE, value.elements - first)
                block.move(inputs[i], targets[i], first, count, value.dtype == DType.F32)
                steps[i].run(block)
                at = end
            }
        }
    }

    internal companion object {
        /** Elements of a block: five operands of float64 are 80 KB, of float32 40 KB. */
        const val SIZE = 2048
        private const val GRAIN = 8
    }
}

/** What the step of an optimizer does to a few elements. */
internal fun interface BlockStep {
    /** Takes the step for the elements of [block]. */
    fun run(block: Block)
}

/** Elements that follow each other, of all operands and results of a step. */
internal class Block {
    private var inputs = NONE
    private var targets = NONE
    private var first = 0

    /** How many. */
    var count = 0
        private set

    /** Whether they are float32; float64 otherwise. */
    var isF32 = true
        private set

    /** Goes to [count] elements from [first] on of the operands at [inputs] and the results at [targets]. */
    fun move(inputs: LongArray, targets: LongArray, first: Int, count: Int, isF32: Boolean) {
        this.inputs = inputs
        this.targets = targets
        this.first = first
        this.count = count
        this.isF32 = isF32
    }

    /** Where those of operand [i] are. */
    fun input(i: Int): Long = inputs[i] + shift()

    /** Where those of result [i] go. */
    fun target(i: Int): Long = targets[i] + shift()

    /** How many bytes an operand has here. */
    val bytes: Long get() = count.toLong() * if (isF32) 4 else 8

    private fun shift(): Long = first.toLong() * if (isF32) 4 else 8

    /** The way the gradient (operand 1) shows: upwards to [maximize], and with [decay] times the parameter (operand 0). In scratch memory unless it is the gradient. */
    fun direction(maximize: Boolean, decay: Double): Long {
        if (!maximize && decay == 0.0) return input(1)
        val d = SCRATCH.get()
        val sign = if (maximize) -1.0 else 1.0
        when {
            decay == 0.0 && isF32 -> ScaledSumF32.negative(input(1), d, count)
            decay == 0.0 -> ScaledSumF64.negative(input(1), d, count)
            isF32 -> ScaledSumF32.sum(input(1), sign.toFloat(), input(0), decay.toFloat(), d, count)
            else -> ScaledSumF64.sum(input(1), sign, input(0), decay, d, count)
        }
        return d
    }

    private companion object {
        val NONE = LongArray(0)
        const val LINE = 64L
        val SCRATCH: ThreadLocal<Long> =
            ThreadLocal.withInitial { Arena.global().allocate(8L * StepKernel.SIZE + 2 * LINE, LINE).address() + LINE }
    }
}
