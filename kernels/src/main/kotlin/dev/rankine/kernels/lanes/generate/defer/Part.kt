package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.Value
import dev.rankine.shapes.DType
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.atomic.AtomicInteger

/**
 * An elementwise call as a piece of a larger loop.
 *
 * @property numbers the arguments that the piece brings along.
 * @property types the element types of the operands.
 * @param sources for each operand of [graph], which operand of the call it is.
 * @param kernel runs the call alone, with [attributes].
 */
internal class Part private constructor(
    private val graph: Graph,
    val numbers: LongArray,
    private val kernel: VectorKernel<Any>,
    private val attributes: Any,
    val types: Array<DType>,
    private val sources: List<Int>,
) {
    /** The same for pieces that compute the same. */
    val id: Int = ids.getOrPut("$sources:${graph.key}") { count.getAndIncrement() }

    /** The bytes of a lane: pieces of one loop have the same; 0 for one of booleans only, which goes with any. */
    val width: Int = if (graph.terms.all { it is Mask || it.lane == Lane.BOOL }) 0 else graph.lane.bytes

    /** The piece over the terms [x] of its operands; its first argument is number [first]. */
    fun term(x: List<Term>, first: Int): Term {
        val done = HashMap<Int, Term>()

        fun rebuilt(number: Int): Term =
            done.getOrPut(number) {
                when (val term = graph.terms[number]) {
                    is Operand -> x[sources[term.index]]
                    is Argument -> Argument(first + term.index, term.lane)
                    is Truth -> truth(rebuilt(graph.number(term.x)))
                    else -> term.of(term.parts.map { rebuilt(graph.number(it)) })
                }
            }
        return rebuilt(graph.results[0])
    }

    /** Runs the call alone. */
    fun run(inputs: Array<Value>, output: Value) {
        kernel.run(attributes, inputs, arrayOf(output))
    }

    companion object {
        private val ids = ConcurrentHashMap<String, Int>()
        private val count = AtomicInteger()

        /** The piece that is [graph], or null if it is not to be joined with others: it is no loop over vectors, or is rounded when it is stored. */
        fun of(
            graph: Graph,
            numbers: LongArray,
            kernel: VectorKernel<*>,
            attributes: Any,
            inputs: Array<Value>,
            sources: List<Int> = inputs.indices.toList(),
        ): Part? {
            if (graph.results.size != 1 || !graph.isVector || inputs.any { it.dtype !in JOINED }) return null
            if (graph.terms[graph.results[0]].isLeaf) return null
            @Suppress("UNCHECKED_CAST")
            return Part(graph, numbers, kernel as VectorKernel<Any>, attributes, Array(inputs.size) { inputs[it].dtype }, sources)
        }

        /** Element types that a lane holds as they are. */
        val JOINED: Set<DType> = setOf(DType.F32, DType.F64, DType.I32, DType.I64, DType.BOOL)
    }
}
