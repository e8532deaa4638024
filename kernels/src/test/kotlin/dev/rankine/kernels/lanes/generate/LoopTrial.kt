package dev.rankine.kernels.lanes

import java.lang.foreign.Arena
import kotlin.random.Random

/** Graphs made by chance, as generated loops of this width and by the interpreter. Says where they differ, one sentence each. */
internal class LoopTrial : () -> List<String> {
    private val random = Random(7)

    override fun invoke(): List<String> = (0 until ROUNDS).flatMap { round -> GROUPS.flatMap { lanes -> trial(round, lanes) } }

    private fun trial(round: Int, lanes: List<Lane>): List<String> {
        val isVector = lanes.all { !it.isNarrow && it.bytes == lanes[0].bytes }
        val terms = RandomTerms(random, lanes, !isVector)
        val depth = 1 + round % DEEPEST
        val results = if (round % 3 == 0) listOf(terms.number(depth), Flag(terms.mask(depth))) else listOf(terms.number(depth))
        val graph = Graph(results)
        val inputs = terms.operands + List(2) { Operand(terms.operands.size + it, Lane.BOOL) }
        val singles = if (round % 2 == 0) 0L else random.nextLong() and ((1L shl inputs.size) - 1)
        if (isVector && !graph.isVector) return listOf("round $round $lanes: is no loop of vectors")
        val read = if (round % 4 == 1) random.nextLong() and singles.inv() else 0L
        val alternates = inputs.filter { it.lane.bytes >= 4 }.fold(0L) { bits, it -> bits or (read and (1L shl it.index)) }
        val program = Program.of(graph.skipping(alternates), inputs.size, singles)
        return counts().mapNotNull { count ->
            compare(program, graph, results, inputs, singles, alternates, count)?.let { "round $round $lanes x $count: $it" }
        }
    }

    private fun compare(
        program: Program,
        graph: Graph,
        results: List<Term>,
        inputs: List<Operand>,
        singles: Long,
        alternates: Long,
        count: Int,
    ): String? =
        Arena.ofConfined().use { arena ->
            val steps = inputs.map { if (alternates ushr it.index and 1L != 0L) 2 else 1 }
            val memory = inputs.map { LaneMemory(arena, it.lane, count * steps[it.index], random) }
            val arguments = longArrayOf(0.75.toRawBits(), (-2.5).toRawBits(), 5L, -3L)
            val expected =
                results.map { result ->
                    List(count) { i ->
                        val place = { operand: Operand ->
                            memory[operand.index][
                                if (singles ushr operand.index and 1L !=
                                    0L
                                ) {
                                    0
                                } else {
                                    i * steps[operand.index]
                                },
                            ]
                        }
                        TermInterpreter(place, arguments).value(result)
                    }
                }
            // in place: a single result takes the memory of an operand of its type
            val free = singles or alternates
            val own = inputs.indices.firstOrNull { results.size == 1 && inputs[it].lane == results[0].lane && free ushr it and 1L == 0L }
            val written = results.map { if (own != null) memory[own] else LaneMemory(arena, it.lane, count, random) }
            val after = written.map { it.all().drop(count) }
            val frame = Frame.get()
            memory.forEachIndexed { i, from -> frame.places[i] = from.address }
            written.forEachIndexed { i, to -> frame.places[inputs.size + i] = to.address }
            program.run(frame, arguments, count)
            results.indices.firstNotNullOfOrNull { r ->
                val found = written[r].all()
                val at = expected[r].indices.firstOrNull { !same(found[it], expected[r][it]) }
                when {
                    at != null -> "element $at of ${graph.key} is ${found[at]} and not ${expected[r][at]}"
                    found.drop(count).indices.any { !same(found[count + it], after[r][it]) } -> "writes beyond the end"
                    else -> null
                }
            }
        }

    private fun same(a: Any, b: Any): Boolean = a == b || (a is Float && a.isNaN() && b is Float && b.isNaN())

    private fun counts(): List<Int> {
        val length = Lanes.BITS / 32
        return listOf(1, length - 1, length, length + 1, 2 * length + 3, Frame.BLOCK + 5)
    }

    private companion object {
        const val ROUNDS = 120
        const val DEEPEST = 6
        val GROUPS =
            listOf(
                listOf(Lane.F32, Lane.I32),
                listOf(Lane.F64, Lane.I64),
                listOf(Lane.F32, Lane.F64, Lane.I64),
                listOf(Lane.I8, Lane.U8, Lane.I16, Lane.I32),
            )
    }
}
