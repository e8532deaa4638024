package dev.rankine.shapes.rule

import dev.rankine.shapes.Sizes

/** An integer argument; a call that leaves it out means [default], or the value of [sameAs]; it must give it if both are null. */
internal class NumberArgument(val symbol: Symbol, val default: Int?, val sameAs: Symbol?) {
    val isNeeded: Boolean get() = default == null && sameAs == null
}

/** A list of integers; a call that leaves it out means [default]; it must give it if that is null. */
internal class ListArgument(val symbol: Symbol, val default: IntArray?)

/**
 * The arguments of a rule and the cells of a call: a header of [cells] cells (what the names are bound to, where each input starts),
 * for each input of [rest] where it starts and its rank, then the sizes of the inputs and the elements of the lists.
 */
internal class Signature(
    val inputs: Array<InputPattern>,
    private val numbers: Array<NumberArgument>,
    private val lists: Array<ListArgument>,
    private val rest: Symbol?,
    private val cells: Int,
) {
    private val labels = Array(inputs.size) { inputs[it].label ?: defaultLabel(it, inputs.size) }
    private val inputsNeeded = inputs.count { !it.isOptional } + if (rest != null) 1 else 0
    private val numbersNeeded = numbers.count { it.isNeeded }
    private val listsNeeded = lists.count { it.default == null }
    private val dependent = numbers.filter { it.sameAs != null }.toTypedArray()

    /** Whether a call may have [count] inputs. */
    fun accepts(count: Int): Boolean = count >= inputsNeeded && (rest != null || count <= inputs.size)

    val numberNames: List<String> get() = numbers.map { it.symbol.name }

    val listNames: List<String> get() = lists.map { it.symbol.name }

    /** The name of each of [count] inputs in messages; the rule's if the count is right. */
    fun label(input: Int, count: Int): String {
        if (!accepts(count) || input >= inputs.size) return defaultLabel(input, count)
        return if (rest == null) labels[input] else inputs[input].label ?: defaultLabel(input, count)
    }

    fun listName(list: Int): String = lists[list].symbol.name

    val listCount: Int get() = lists.size

    /** Throws if a call with these numbers of arguments is not one of this rule. */
    fun checkCounts(inputCount: Int, numberCount: Int, listCount: Int) {
        val most = if (rest == null) inputs.size else Int.MAX_VALUE
        if (inputCount !in inputsNeeded..most) throw wrongCount("input", inputsNeeded, most, "", inputCount)
        if (numberCount !in numbersNeeded..numbers.size) {
            throw wrongCount("number", numbersNeeded, numbers.size, names(numbers.map { it.symbol }), numberCount)
        }
        if (listCount !in listsNeeded..lists.size) {
            throw wrongCount("list", listsNeeded, lists.size, names(lists.map { it.symbol }), listCount)
        }
    }

    /** The cells of a call, nothing bound yet but numbers and lists. */
    fun cells(inputs: Array<out Sizes>, numbers: IntArray, lists: Array<out IntArray>): LongArray {
        var end = firstSize(inputs.size)
        for (input in inputs) end += input.rank
        for (list in lists) end += list.size
        for (i in lists.size until this.lists.size) end += this.lists[i].default!!.size
        val cells = header(end)
        var at = firstSize(inputs.size)
        for (i in inputs.indices) {
            val input = inputs[i]
            val slot = inputSlot(i)
            cells[slot] = at.toLong()
            cells[slot + 1] = input.rank.toLong()
            for (axis in 0 until input.rank) cells[at++] = input[axis].toLong()
        }
        for (i in this.lists.indices) {
            val list = if (i < lists.size) lists[i] else this.lists[i].default!!
            cells[this.lists[i].symbol.slot] = at.toLong()
            cells[this.lists[i].symbol.slot + 1] = list.size.toLong()
            for (element in list) cells[at++] = element.toLong()
        }
        for (i in numbers.indices) cells[this.numbers[i].symbol.slot] = numbers[i].toLong()
        finish(cells, inputs.size, numbers.size)
        return cells
    }

    /** The cells of a call of which only parts are known. */
    fun cells(inputs: List<List<Int?>?>, numbers: List<Int?>, lists: List<List<Int?>?>): LongArray {
        val all = lists + this.lists.drop(lists.size).map { it.default!!.asList() }
        val cells = header(firstSize(inputs.size) + (inputs + all).sumOf { it?.size ?: 0 })
        var at = firstSize(inputs.size)
        for ((i, known) in (inputs + all).withIndex()) {
            val slot = if (i < inputs.size) inputSlot(i) else this.lists[i - inputs.size].symbol.slot
            cells[slot] = at.toLong()
            cells[slot + 1] = known?.size?.toLong() ?: UNKNOWN
            for (size in known.orEmpty()) cells[at++] = size?.toLong() ?: UNKNOWN
        }
        for (i in numbers.indices) cells[this.numbers[i].symbol.slot] = numbers[i]?.toLong() ?: UNKNOWN
        finish(cells, inputs.size, numbers.size)
        return cells
    }

    /** What a call by name means by position: what it leaves out is its default, unknown where there is none. */
    fun numbers(byName: Map<String, Int?>): List<Int?> {
        val values = HashMap<String, Int?>()
        for (number in numbers) {
            val name = number.symbol.name
            values[name] = if (name in byName) byName[name] else number.default ?: number.sameAs?.let { values[it.name] }
        }
        return numbers.map { values[it.symbol.name] }
    }

    /** As [numbers], for lists. */
    fun lists(byName: Map<String, List<Int?>?>): List<List<Int?>?> =
        lists.map { if (it.symbol.name in byName) byName[it.symbol.name] else it.default?.asList() }

    /** The first of [names] that neither a number nor a list has. */
    fun stranger(names: Set<String>, isList: Boolean): String? =
        (names - (if (isList) lists.map { it.symbol.name } else numbers.map { it.symbol.name }).toSet()).firstOrNull()

    /** Binds the names to the inputs of a call. */
    fun match(cells: LongArray) {
        val isOnly = inputs.size == 1 && rest == null && inputs[0].label == null
        for (i in inputs.indices) inputs[i].match(cells, labels[i], isOnly)
    }

    /** The cell of the first size: behind the header and the places of the inputs of [rest]. */
    private fun firstSize(inputCount: Int): Int = if (rest == null) cells else cells + 2 * (inputCount - inputs.size)

    /** Where input [i] is described: its start, its rank. */
    private fun inputSlot(i: Int): Int = if (i < inputs.size) inputs[i].slot else cells + 2 * (i - inputs.size)

    /** Sets what depends on the call as a whole. */
    private fun finish(cells: LongArray, inputCount: Int, numberCount: Int) {
        if (rest != null) {
            cells[rest.slot] = this.cells.toLong()
            cells[rest.slot + 1] = (inputCount - inputs.size).toLong()
        }
        if (numberCount == numbers.size) return
        for (number in dependent) {
            if (numbers.indexOf(number) >= numberCount) cells[number.symbol.slot] = cells[number.sameAs!!.slot]
        }
    }

    private fun header(size: Int): LongArray {
        val cells = LongArray(size)
        cells.fill(UNKNOWN, 0, this.cells)
        for (number in numbers) if (number.default != null) cells[number.symbol.slot] = number.default.toLong()
        return cells
    }

    private fun names(symbols: List<Symbol>): String = if (symbols.isEmpty()) "" else symbols.joinToString(", ", " (", ")") { it.name }

    private fun wrongCount(what: String, least: Int, most: Int, names: String, given: Int): RuleFailure {
        val range =
            if (least == most) {
                "$most"
            } else if (most == Int.MAX_VALUE) {
                "at least $least"
            } else {
                "$least to $most"
            }
        return RuleFailure("needs $range $what${if (most == 1 || (most == Int.MAX_VALUE && least == 1)) "" else "s"}$names: $given given")
    }

    private fun defaultLabel(input: Int, count: Int): String =
        when (count) {
            1 -> "input"
            2 -> if (input == 0) "left" else "right"
            else -> "input ${input + 1}"
        }
}
