package dev.rankine.kernels.lanes

import dev.rankine.ops.Evaluator
import dev.rankine.ops.Kernel
import dev.rankine.ops.ReduceAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.sumOp
import dev.rankine.shapes.DType
import dev.rankine.shapes.Layout

/**
 * The sum of a chain over its last axes: what [SumF32] or [SumF64] adds at a time is computed right before, into the first cache. The walk and
 * the order of the additions are those of [Reduce], and so are the bits. Figures: [DeferredLoops].
 */
internal class MappedSum(private val x: Later) : Kernel<ReduceAttributes> {
    override fun run(attributes: ReduceAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val isDone =
            x.fold { run ->
                val fold = if (x.spec.dtype == DType.F32) MappedFoldF32(run.blocks()) else MappedFoldF64(run.blocks())
                Reduce(fold).fold(Layout.of(x.spec.sizes), x.spec.dtype.bytes, 0, attributes, outputs[0])
                run.finish()
            }
        if (isDone) return
        Evaluator.store(inputs[0])
        x.loops.backend.run(sumOp, attributes, inputs, outputs)
    }

    companion object {
        /** Whether the sum of [attributes] over [x] runs along memory, and each is long enough to be worth it. */
        fun accepts(attributes: ReduceAttributes, x: Later): Boolean {
            val sizes = x.spec.sizes
            val axes = attributes.axes
            if (x.spec.dtype != DType.F32 && x.spec.dtype != DType.F64) return false
            if (axes.isEmpty() || axes.sorted() != (sizes.rank - axes.size until sizes.rank).toList()) return false
            return axes.fold(1L) { product, axis -> product * sizes[axis] } >= FEW
        }

        private const val FEW = 64
    }
}

/** A fold of elements that [blocks] compute; addresses are those of elements that lie in order from 0 on. */
private abstract class MappedFold(private val fold: VectorFold, private val blocks: ChainBlocks, private val bytes: Int) : Fold() {
    /** So many elements are added before their sum goes to a cell. */
    protected abstract val block: Int

    /** The sum of [count] elements, at most [block]. */
    protected abstract fun sum(x: Long, count: Int, tile: Long): Double

    override fun start(cells: Long, count: Int): Unit = fold.start(cells, count)

    override fun join(from: Long, count: Int, cells: Long): Unit = fold.join(from, count, cells)

    override fun finish(cells: Long, count: Int, y: Long): Unit = fold.finish(cells, count, y)

    override fun rows(x: Long, down: Long, rows: Int, columns: Int, cells: Long, tile: Long): Unit = error("rows are not mapped")

    override fun runs(x: Long, across: Long, results: Int, step: Long, count: Int, cells: Long, tile: Long) {
        val frame = Frame.get()
        if (across == step * count && count * 2 <= block) {
            val together = block / count
            for (i in 0 until results step together) {
                val rows = minOf(together, results - i)
                val at = blocks.run(frame, ((x + i * across) / bytes).toInt(), rows * count, frame.terms)
                fold.runs(at, across, rows, step, count, cells + CELL * i, tile)
            }
            return
        }
        for (i in 0 until results) {
            val first = ((x + i * across) / bytes).toInt()
            var total = 0.0
            for (from in 0 until count step block) {
                val now = minOf(block, count - from)
                total += sum(blocks.run(frame, first + from, now, frame.terms), now, tile)
            }
            setDoubleCell(cells, i, doubleCell(cells, i) + total)
        }
    }

    private companion object {
        const val CELL = 8L
    }
}

private class MappedFoldF32(blocks: ChainBlocks) : MappedFold(SumFoldF32, blocks, Float.SIZE_BYTES) {
    override val block: Int get() = SumF32.BLOCK

    override fun sum(x: Long, count: Int, tile: Long): Double = SumF32.run(x, count, tile)
}

private class MappedFoldF64(blocks: ChainBlocks) : MappedFold(SumFoldF64, blocks, Double.SIZE_BYTES) {
    override val block: Int get() = SumF64.BLOCK

    override fun sum(x: Long, count: Int, tile: Long): Double = SumF64.run(x, count, tile)
}
