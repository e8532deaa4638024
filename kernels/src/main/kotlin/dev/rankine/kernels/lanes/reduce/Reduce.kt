package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.ReduceAttributes
import dev.rankine.ops.Value
import dev.rankine.shapes.Layout

/**
 * A reduction over any axes of any layout: x has K results of R terms each. Terms that lie next to each other are one run; where the results lie
 * next to each other instead, rows are folded into them. Results are made in chunks of fixed length; few results of many terms in blocks of
 * fixed length, whose cells are joined in order: the same bits whatever the number of threads.
 *
 * Float32 on an AMD EPYC (Zen 4) at 512 bits, one thread, JDK 25: the sum of a million 54 us, of `[4096, 1000]` over axis 0 0.29 ms, over axis 1
 * 0.33 ms, of the channels of `[64, 64, 32, 32]` 0.31 ms; the largest of a million 47 us, of `[4096, 1000]` over axis 0 0.43 ms, over axis 1 0.28 ms; the
 * product over axis 0 0.46 ms, over axis 1 0.42 ms. Reading those 16 MB took 0.32 ms beside these (0.24 ms on a quiet machine): sums and largest
 * numbers are bound by memory, products by making float32 to float64. Eight runs of a sum in one loop took 0.33 ms where one after another
 * took 0.38 alone, but 0.9 ms among other ops; four side by side 0.38 to 0.41; eight rows at once instead of four 0.46 instead of 0.63 for products; columns that go down alone 0.87 for the largest. Products of
 * pairs as float32 would take 0.41 instead of 0.46, and overflow.
 */
internal class Reduce(private val fold: Fold) : VectorKernel<ReduceAttributes>() {
    override fun accepts(attributes: ReduceAttributes, inputs: Array<Value>): Boolean = true

    override fun compute(attributes: ReduceAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        fold(inputs[0].layout, inputs[0].dtype.bytes, inputs[0].address(), attributes, outputs[0])
    }

    /** Reduces elements of so many [bytes], which lie at [x] as [layout] says, into [y]. */
    fun fold(layout: Layout, bytes: Int, x: Long, attributes: ReduceAttributes, y: Value) {
        val kept = Dims(layout, (0 until layout.rank).filter { it !in attributes.axes }, bytes)
        val reduced = Dims(layout, attributes.axes, bytes, anyOrder = true)
        if (kept.count > 0) {
            Reduction(fold, kept, reduced, bytes, x, y.address(), y.dtype.bytes).run()
        }
    }
}

private class Reduction(
    private val fold: Fold,
    private val kept: Dims,
    private val reduced: Dims,
    bytes: Int,
    private val x: Long,
    private val y: Long,
    private val outBytes: Int,
) {
    private val isRows = kept.step == bytes.toLong() && kept.length >= FEW && (reduced.step != bytes.toLong() || reduced.length < FEW)
    private val isLarge = kept.count.toLong() * reduced.count > GRAIN

    fun run() {
        val scratch = ReduceScratch.get()
        // blocks of all results walk through memory in order; one result after another does not if its terms are many runs
        val most = if (isRows || !reduced.isOneRun) ReduceScratch.CELLS else FEW
        if (isLarge && kept.count < most) return inBlocks(scratch)
        val length = if (isRows) COLUMNS else (GRAIN / maxOf(1, reduced.count)).coerceIn(1, ReduceScratch.CELLS)
        val chunks = (kept.count - 1) / length + 1
        if (!isLarge || chunks == 1) {
            for (chunk in 0 until chunks) chunk(chunk, length, scratch)
        } else {
            Workers.range(chunks, 1) { from, to ->
                val mine = ReduceScratch.get()
                for (chunk in from until to) chunk(chunk, length, mine)
            }
        }
    }

    private fun chunk(chunk: Int, length: Int, scratch: ReduceScratch) {
        val first = chunk * length
        val count = minOf(length, kept.count - first)
        fold.start(scratch.cells, count)
        fold(first, count, 0, reduced.count, scratch.cells, scratch.numbers)
        fold.finish(scratch.cells, count, y + first.toLong() * outBytes)
    }

    /** Few results of many terms each. */
    private fun inBlocks(scratch: ReduceScratch) {
        val wanted = (kept.count.toLong() * reduced.count / GRAIN + 1).coerceAtMost(ReduceScratch.BLOCKS.toLong()).toInt()
        val whole = if (isRows) ROWS else reduced.length
        val least = (reduced.count - 1) / wanted + 1
        // whole runs, and rows enough to be added before they go to cells
        val length = if (least < whole && !isRows) least else (least + whole - 1) / whole * whole
        val blocks = (reduced.count - 1) / length + 1
        val results = kept.count
        val partials = scratch.partials
        Workers.range(blocks, 1) { from, to ->
            val tile = ReduceScratch.get().numbers
            for (block in from until to) {
                val cells = partials + CELL * block * results
                fold.start(cells, results)
                fold(0, results, block * length, minOf(length, reduced.count - block * length), cells, tile)
            }
        }
        for (block in 1 until blocks) fold.join(partials + CELL * block * results, results, partials)
        fold.finish(partials, results, y)
    }

    private fun fold(first: Int, count: Int, term: Int, terms: Int, cells: Long, tile: Long) {
        if (kept.isOneRun) {
            val start = first * kept.step
            return reduced.runs(term, terms) { at, _, run -> fold(start + at, count, run, cells, tile) }
        }
        kept.runs(first, count) { start, done, results ->
            reduced.runs(term, terms) { at, _, run -> fold(start + at, results, run, cells + CELL * done, tile) }
        }
    }

    private fun fold(at: Long, results: Int, terms: Int, cells: Long, tile: Long) {
        if (isRows) {
            fold.rows(x + at, reduced.step, terms, results, cells, tile)
        } else {
            fold.runs(x + at, kept.step, results, reduced.step, terms, cells, tile)
        }
    }

    private companion object {
        const val CELL = 8L

        /** Elements that one thread folds in some microseconds. */
        const val GRAIN = 1 shl 16

        const val FEW = 16
        const val COLUMNS = 512
        const val ROWS = 256
    }
}
