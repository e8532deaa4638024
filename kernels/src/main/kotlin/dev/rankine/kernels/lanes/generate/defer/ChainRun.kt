package dev.rankine.kernels.lanes

import dev.rankine.kernels.SegmentStorage
import dev.rankine.kernels.address
import dev.rankine.ops.Storage
import dev.rankine.ops.Value
import dev.rankine.shapes.Layout
import java.lang.ref.Reference

/**
 * One run of a [chain], whose nodes are claimed. Closing it ends the claims of all nodes but the last: with their bytes if they were [wanted]
 * and the loop has run.
 *
 * @property sweep the loop, which stores the wanted nodes in their order, and the last.
 */
internal class ChainRun(private val chain: Chain, private val sweep: Sweep, private val wanted: Long) : AutoCloseable {
    private val operands = chain.operands.toTypedArray()
    private val numbers = chain.numbers()
    private val last = chain.nodes.size - 1
    private val bytes = arrayOfNulls<Storage>(chain.nodes.size)
    private var isDone = false

    /** The bytes of the last node; null where they are not stored. */
    var root: Storage?
        get() = bytes[last]
        set(new) {
            bytes[last] = new
        }

    /** Makes room for the wanted nodes but the last. */
    fun allocate() {
        for (i in 0 until last) if (wanted ushr i and 1L != 0L) bytes[i] = chain.nodes[i].let { it.loops.allocate(it.spec) }
    }

    /** Runs the loop over all elements. */
    fun run() {
        val results = bytes.indices.mapNotNull { i -> bytes[i]?.let { value(i, it) } }
        sweep.run(numbers, operands, results.toTypedArray())
        isDone = true
    }

    /** The loop, block by block. Operands must lie in order. */
    fun blocks(): ChainBlocks {
        val first = LongArray(operands.size + java.lang.Long.bitCount(wanted))
        val steps = IntArray(first.size)
        for ((i, operand) in operands.withIndex()) {
            first[i] = operand.address()
            steps[i] = operand.dtype.bytes
        }
        var place = operands.size
        for (i in bytes.indices) {
            if (wanted ushr i and 1L == 0L) continue
            first[place] = (bytes[i] as SegmentStorage?)?.address ?: 0
            steps[place++] =
                chain.nodes[i]
                    .spec.dtype.bytes
        }
        return ChainBlocks(sweep.program(0), numbers, first, steps)
    }

    /** Notes that all blocks have run. */
    fun finish() {
        isDone = true
    }

    override fun close() {
        for (i in 0 until last) chain.nodes[i].end(bytes[i], isDone)
        if (!isDone) bytes.forEach { it?.release("a loop") }
        Reference.reachabilityFence(operands)
    }

    private fun value(i: Int, bytes: Storage): Value {
        val node = chain.nodes[i]
        return Value(node.spec.dtype, Layout.of(node.spec.sizes), node.loops.backend, bytes)
    }
}

/**
 * A loop of a chain for a few elements at a time.
 *
 * @param first where operands and results start; 0 for the last result if it is not stored.
 * @param steps the bytes of their elements.
 */
internal class ChainBlocks(
    private val program: Program,
    private val numbers: LongArray,
    private val first: LongArray,
    private val steps: IntArray,
) {
    /** Computes [count] elements from element [at] on, and gives the address of those of the last node: [scratch] if they are not stored. */
    fun run(frame: Frame, at: Int, count: Int, scratch: Long): Long {
        for (i in first.indices) frame.places[i] = first[i] + at.toLong() * steps[i]
        val target = if (first[first.size - 1] == 0L) scratch else frame.places[first.size - 1]
        frame.places[first.size - 1] = target
        program.run(frame, numbers, count)
        return target
    }
}
