package dev.rankine.golden.lr

import dev.rankine.golden.absent
import kotlin.math.floor
import kotlin.math.pow

/** Reads a Python expression of the one variable `e`: numbers, `+ - * / // % **`, comparisons, `a if c else b`, parentheses. */
internal fun formula(text: String): (Int) -> Double {
    val words = WORD.findAll(text).map { it.value }.toList()
    if (words.joinToString("") != text.replace(" ", "")) absent("formula $text")
    return { e -> FormulaReader(text, words, e.toDouble()).value() }
}

private val WORD = Regex("""\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+|\*\*|//|<=|>=|==|!=|[-+*/%()<>]|[a-z]+""")

/** Computes while it reads, from the weakest operator to the strongest. */
private class FormulaReader(private val text: String, private val words: List<String>, private val e: Double) {
    private var at = 0

    fun value(): Double = choice().also { if (at < words.size) unknown() }

    private fun choice(): Double {
        val value = comparison()
        if (!take("if")) return value
        val condition = comparison()
        if (!take("else")) unknown()
        val other = choice()
        return if (condition != 0.0) value else other
    }

    private fun comparison(): Double {
        val left = sum()
        val holds =
            when {
                take("<") -> left < sum()
                take(">") -> left > sum()
                take("<=") -> left <= sum()
                take(">=") -> left >= sum()
                take("==") -> left == sum()
                take("!=") -> left != sum()
                else -> return left
            }
        return if (holds) 1.0 else 0.0
    }

    private fun sum(): Double {
        var value = product()
        while (true) {
            value =
                when {
                    take("+") -> value + product()
                    take("-") -> value - product()
                    else -> return value
                }
        }
    }

    private fun product(): Double {
        var value = sign()
        while (true) {
            value =
                when {
                    take("*") -> value * sign()
                    take("/") -> value / sign()
                    take("//") -> floor(value / sign())
                    take("%") -> sign().let { value - it * floor(value / it) }
                    else -> return value
                }
        }
    }

    private fun sign(): Double = if (take("-")) -sign() else power()

    private fun power(): Double {
        val base = atom()
        return if (take("**")) base.pow(sign()) else base
    }

    private fun atom(): Double {
        if (take("(")) return choice().also { if (!take(")")) unknown() }
        if (take("e")) return e
        return words.getOrNull(at)?.toDoubleOrNull()?.also { at++ } ?: unknown()
    }

    private fun take(word: String): Boolean = (words.getOrNull(at) == word).also { if (it) at++ }

    private fun unknown(): Nothing = absent("formula $text")
}
