package dev.rankine.kernels.lanes

import java.util.IdentityHashMap

/**
 * The terms that [results] are made of, each expression once: two terms of the same word and the same parts are one.
 *
 * @param results what a loop computes, one term for each value that it writes.
 */
internal class Graph(results: List<Term>) {
    private val known = HashMap<String, Int>()
    private val numbers = IdentityHashMap<Term, Int>()
    private val list = ArrayList<Term>()
    private val words = StringBuilder()

    /** Every term, after its parts. */
    val terms: List<Term> get() = list

    /** The terms of the values that are written, by their number in [terms]. */
    val results: IntArray = IntArray(results.size) { number(results[it]) }

    /** Equal for graphs that are the same loop. */
    val key: String = words.append(this.results.joinToString(",", ">")).toString()

    /** How many terms and results read each term. */
    val readers: IntArray =
        IntArray(list.size).also { count ->
            for (term in list) for (part in term.parts) count[number(part)]++
            for (result in this.results) count[result]++
        }

    /** The lane of the widest numbers that are no bool: the size of a vector's lanes, where [isVector]. */
    val lane: Lane =
        list.filter { it !is Mask && it.lane != Lane.BOOL }.map { it.lane }.let { lanes ->
            val widest = lanes.maxOfOrNull { it.bytes } ?: Lane.I32.bytes
            lanes.firstOrNull { it.bytes == widest } ?: Lane.I32
        }

    /** Whether vectors can do it: lanes of one size, booleans as masks only, no call of a method, no quotient of integers. */
    val isVector: Boolean = list.all(::fits)

    /** The number of [term] in [terms]. */
    fun number(term: Term): Int =
        numbers.getOrPut(term) {
            val word = term.parts.joinToString(",", "${term.lane}:${term.word}(", ")") { number(it).toString() }
            known.getOrPut(word) {
                words.append(word)
                list.add(term)
                list.size - 1
            }
        }

    private fun fits(term: Term): Boolean =
        when {
            term is Call -> false

            term is Truth -> term.x is Operand && term.x.lane == Lane.BOOL

            term is Operand && term.lane == Lane.BOOL -> onlyReadAsTruth(term)

            term is Flag -> readers[number(term)] == results.count { it == number(term) }

            // their lane may be that of a bool operand, which fits any
            term is Both || term is Either || term is Not -> true

            term.lane.isNarrow || term.lane.bytes != lane.bytes -> false

            term is Binary && term.code == BinaryCode.DIV -> term.lane.isFloating

            term is Convert -> term.x.lane.bytes == lane.bytes && !term.x.lane.isNarrow

            else -> true
        }

    private fun onlyReadAsTruth(term: Term): Boolean =
        list.none { reader -> reader !is Truth && reader.parts.any { number(it) == number(term) } } && number(term) !in results
}
