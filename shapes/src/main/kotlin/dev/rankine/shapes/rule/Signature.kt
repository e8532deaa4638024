package dev.rankine.shapes.rule

import dev.rankine.shapes.Sizes

/** An integer argument; [default] is null if a call must give it. */
internal class NumberArgument(val symbol: Symbol, val default: Int?)

/**
 * The arguments of a rule and the cells of a call: a header of [cells] cells (what the names are bound to, where each input starts),
 * then the sizes of the inputs and the elements of the lists.
 */
internal class Signature(
    val inputs: Array<InputPattern>,
    val numbers: Array<NumberArgument>,
    private val lists: Array<Symbol>,
    private val cells: Int,
) {
    private val labels = Array(inputs.size) { inputs[it].label ?: defaultLabel(it, inputs.size) }

    /** How many inputs are not optional. */
    val inputsNeeded = inputs.count { !it.isOptional }
    private val numbersNeeded = numbers.count { it.default == null }

    /** The name of each of [count] inputs in messages; the rule's if the count is right. */
    fun label(input: Int, count: Int): String = if (count in inputsNeeded..inputs.size) labels[input] else defaultLabel(input, count)

    fun listName(list: Int): String = lists[list].name

    val listCount: Int get() = lists.size

    /** Throws if a call with these numbers of arguments is not one of this rule. */
    fun checkCounts(inputCount: Int, numberCount: Int, listCount: Int) {
        if (inputCount !in inputsNeeded..inputs.size) throw wrongCount("input", inputsNeeded, inputs.size, "", inputCount)
        if (numberCount !in numbersNeeded..numbers.size) {
            throw wrongCount("number", numbersNeeded, numbers.size, names(numbers.map { it.symbol }), numberCount)
        }
        if (listCount != lists.size) throw wrongCount("list", lists.size, lists.size, names(lists.asList()), listCount)
    }

    /** The cells of a call, nothing bound yet but numbers and lists. */
    fun cells(inputs: Array<out Sizes>, numbers: IntArray, lists: Array<out IntArray>): LongArray {
        var end = cells
        for (input in inputs) end += input.rank
        for (list in lists) end += list.size
        val cells = header(end)
        var at = this.cells
        for (i in inputs.indices) {
            val input = inputs[i]
            cells[this.inputs[i].slot] = at.toLong()
            cells[this.inputs[i].slot + 1] = input.rank.toLong()
            for (axis in 0 until input.rank) cells[at++] = input[axis].toLong()
        }
        for (i in lists.indices) {
            cells[this.lists[i].slot] = at.toLong()
            cells[this.lists[i].slot + 1] = lists[i].size.toLong()
            for (element in lists[i]) cells[at++] = element.toLong()
        }
        for (i in numbers.indices) cells[this.numbers[i].symbol.slot] = numbers[i].toLong()
        return cells
    }

    /** The cells of a call of which only parts are known. */
    fun cells(inputs: List<List<Int?>?>, numbers: List<Int?>, lists: List<List<Int?>?>): LongArray {
        val cells = header(this.cells + (inputs + lists).sumOf { it?.size ?: 0 })
        var at = this.cells
        for ((i, known) in (inputs + lists).withIndex()) {
            if (known == null) continue
            val slot = if (i < inputs.size) this.inputs[i].slot else this.lists[i - inputs.size].slot
            cells[slot] = at.toLong()
            cells[slot + 1] = known.size.toLong()
            for (size in known) cells[at++] = size?.toLong() ?: UNKNOWN
        }
        for (i in numbers.indices) cells[this.numbers[i].symbol.slot] = numbers[i]?.toLong() ?: UNKNOWN
        return cells
    }

    /** Binds the names to the inputs of a call. */
    fun match(cells: LongArray) {
        for (i in inputs.indices) inputs[i].match(cells, labels[i])
    }

    private fun header(size: Int): LongArray {
        val cells = LongArray(size)
        cells.fill(UNKNOWN, 0, this.cells)
        for (number in numbers) if (number.default != null) cells[number.symbol.slot] = number.default.toLong()
        return cells
    }

    private fun names(symbols: List<Symbol>): String = if (symbols.isEmpty()) "" else symbols.joinToString(", ", " (", ")") { it.name }

    private fun wrongCount(what: String, least: Int, most: Int, names: String, given: Int): RuleFailure {
        val range = if (least == most) "$most" else "$least to $most"
        return RuleFailure("needs $range $what${if (most == 1) "" else "s"}$names: $given given")
    }

    private fun defaultLabel(input: Int, count: Int): String =
        when (count) {
            1 -> "input"
            2 -> if (input == 0) "left" else "right"
            else -> "input ${input + 1}"
        }
}
