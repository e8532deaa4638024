package dev.rankine.kernels.lanes

/**
 * A graph as a few loops that run one after another over the same lanes. The compiler of the virtual machine takes only small methods,
 * so a large graph is cut, where few numbers are alive; these go through temporaries, which stay in the cache if blocks are short.
 *
 * @property plans the loops in order.
 * @property temporaries the lanes of the temporaries, which follow operands and results in the places.
 */
internal class Cut private constructor(val plans: List<LoopPlan>, val temporaries: List<Lane>) {
    private class Cutter(private val graph: Graph, private val operands: Int, private val singles: Long) {
        private val plans = ArrayList<LoopPlan>()
        private val temporaries = ArrayList<Lane>()
        private val saved = HashMap<Int, Operand>()
        private val own = graph.terms.indices.filter { !graph.terms[it].isLeaf && graph.terms[it] !is Truth }
        private val limit =
            when {
                !graph.isVector -> SCALAR_LIMIT
                end(0, WHOLE_LIMIT) == own.size -> WHOLE_LIMIT
                else -> VECTOR_LIMIT
            }

        fun cut(): Cut {
            var start = 0
            while (true) {
                val end = end(start, limit)
                val isLast = end == own.size
                val results = if (isLast) graph.results.asList() else crossing(start, end)
                val rebuilt = HashMap<Int, Term>()
                val terms = results.map { rebuild(it, rebuilt) }
                val targets = results.indices.map { if (isLast) operands + it else temporary(results[it]) }
                val marks = terms.map { if (!isLast && it is Mask) Flag(it) else it }
                plans.add(LoopPlan(Graph(marks), targets.toIntArray(), singles))
                if (isLast) return Cut(plans, temporaries)
                start = end
            }
        }

        /** The place after the last term of the loop that starts at [start]: in the second half of what fits, where least is alive. */
        private fun end(start: Int, limit: Int): Int {
            var at = start
            val leaves = HashSet<Int>()
            var cost = 0
            var best = start
            var fewest = Int.MAX_VALUE
            while (at < own.size) {
                val term = graph.terms[own[at]]
                cost += if (term is Flag || term is Convert) 2 else 1
                for (part in term.parts) {
                    if (leaves.add(graph.number(part)) &&
                        (part.isLeaf || part is Truth)
                    ) {
                        cost +=
                            when {
                                part is Truth -> 5
                                part is Operand && part.step == 2 -> 4
                                else -> 1
                            }
                    }
                }
                if (cost > limit && at > start) return best
                at++
                if (cost * 2 < limit && at < own.size) continue
                val alive = if (at == own.size) 0 else crossing(start, at).size
                if (alive <= fewest) {
                    fewest = alive
                    best = at
                }
            }
            return own.size
        }

        /** The terms from [start] until [end] that later terms, or results, read. */
        private fun crossing(start: Int, end: Int): List<Int> {
            val inside = own.subList(start, end).toSet()
            val later = own.subList(end, own.size).flatMap { graph.terms[it].parts }.map { graph.number(it) } + graph.results.asList()
            return later.filter { it in inside }.distinct()
        }

        private fun temporary(number: Int): Int {
            val term = graph.terms[number]
            val lane = if (term is Mask) Lane.BOOL else term.lane
            temporaries.add(lane)
            val place = operands + graph.results.size + temporaries.size - 1
            saved[number] = Operand(place, lane)
            return place
        }

        private fun rebuild(number: Int, rebuilt: HashMap<Int, Term>): Term =
            rebuilt.getOrPut(number) {
                val term = graph.terms[number]
                val operand = saved[number]
                when {
                    operand == null -> term.of(term.parts.map { rebuild(graph.number(it), rebuilt) })
                    term is Mask -> Truth(operand, term.lane)
                    else -> operand
                }
            }
    }

    companion object {
        /**
         * Calls of the Vector API in a method, those that make constants included: above some number the compilers of the virtual machine
         * refuse a method, or box its vectors. With 512 bits neither was seen at 100 (JDK 25); narrower vectors were not measured so far.
         */
        val VECTOR_LIMIT = if (Lanes.BITS >= 512) 100 else 56

        /** As [VECTOR_LIMIT] for a graph that is then one loop: temporaries of the power cost a quarter more. */
        val WHOLE_LIMIT = if (Lanes.BITS >= 512) 140 else VECTOR_LIMIT

        /** Terms of a plain loop, far from 8,000 bytes. */
        const val SCALAR_LIMIT = 300

        /** The loops of [graph], whose operands are below [operands] and, where [singles] has their bit, one number for all lanes. */
        fun of(graph: Graph, operands: Int, singles: Long): Cut = Cutter(graph, operands, singles).cut()
    }
}
