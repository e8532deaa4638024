package dev.rankine.kernels.lanes

/** The loops of one graph for one set of single operands, ready to run. Programs of the same key share their classes. */
internal class Program(private val loops: Array<LaneLoop>, private val steps: IntArray, private val temporaries: Int) {
    /**
     * Runs over [count] lanes; the places of the [frame] hold operands and results, and are changed. Loops are called in blocks, so that
     * the compiler of the virtual machine sees many calls early.
     */
    fun run(frame: Frame, numbers: LongArray, count: Int) {
        val places = frame.places
        val block = if (temporaries == 0) LONG_BLOCK else Frame.BLOCK
        for (i in steps.size until steps.size + temporaries) places[i] = frame.region(i)
        var rest = count
        while (true) {
            val now = minOf(rest, block)
            for (loop in loops) loop.run(places, numbers, now)
            rest -= now
            if (rest <= 0) return
            for (i in steps.indices) places[i] += now.toLong() * steps[i]
        }
    }

    /** Whether [runs] may have [lanes] lanes each. */
    fun takes(lanes: Int): Boolean = loops.size == 1 && temporaries == 0 && lanes <= LONG_BLOCK

    /** As [run] for each of [count] runs of [lanes] lanes; every place goes on by its number of [bytes] from run to run. */
    fun runs(frame: Frame, numbers: LongArray, lanes: Int, bytes: LongArray, count: Int) {
        val places = frame.places
        val loop = loops[0]
        for (run in 0 until count) {
            loop.run(places, numbers, lanes)
            for (i in bytes.indices) places[i] += bytes[i]
        }
    }

    companion object {
        private const val LONG_BLOCK = 4096

        /** Whether a call of [graph] needs no more places than a frame has. */
        fun fits(graph: Graph, inputs: Int): Boolean =
            inputs + graph.results.size + Cut.of(graph, inputs, 0L).temporaries.size <= Frame.PLACES

        /** The loops of [graph] for operands of which [singles] are one number for all lanes. */
        fun of(graph: Graph, inputs: Int, singles: Long): Program {
            val cut = Cut.of(graph, inputs, singles)
            val operands = inputs + graph.results.size
            check(operands + cut.temporaries.size <= Frame.PLACES) { "a loop needs ${cut.temporaries.size} temporaries" }
            val steps = IntArray(operands)
            for (term in graph.terms) {
                if (term is Operand && singles ushr term.index and 1L == 0L) steps[term.index] = term.lane.bytes * term.step
            }
            for ((i, result) in graph.results.withIndex()) steps[inputs + i] = graph.terms[result].lane.bytes
            val loops = Array(cut.plans.size) { Loops.of(cut.plans[it]) }
            return Program(loops, steps, cut.temporaries.size)
        }
    }
}
