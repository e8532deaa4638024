package dev.rankine.shapes.rule

/** The signs of a comparison; [negated] is the one that holds when this one does not. */
internal enum class Comparison(val sign: String, private val negatedSign: String) {
    EQUAL("==", "!="),
    NOT_EQUAL("!=", "=="),
    AT_LEAST(">=", "<"),
    AT_MOST("<=", ">"),
    MORE(">", "<="),
    LESS("<", ">="),
    ;

    val negated: Comparison get() = entries.first { it.sign == negatedSign }

    fun holds(a: Long, b: Long): Boolean =
        when (this) {
            EQUAL -> a == b
            NOT_EQUAL -> a != b
            AT_LEAST -> a >= b
            AT_MOST -> a <= b
            MORE -> a > b
            LESS -> a < b
        }
}

/** What must hold besides the patterns; [phrase] says what is wrong when it does not. */
internal sealed class Condition(protected val comparison: Comparison, private val phrase: String?) {
    /** Throws if the condition is known to be false. */
    abstract fun check(cells: LongArray)

    protected fun failure(left: String, right: String, a: String, b: String): RuleFailure {
        val sign = comparison.sign
        return if (phrase == null) {
            RuleFailure("needs $left $sign $right: $a $sign $b is false")
        } else {
            RuleFailure("$phrase: $a ${comparison.negated.sign} $b")
        }
    }
}

/** A comparison of two numbers. */
internal class NumberCondition(private val left: Expression, comparison: Comparison, private val right: Expression, phrase: String?) :
    Condition(comparison, phrase) {
    override fun check(cells: LongArray) {
        val a = left.evaluate(cells)
        val b = right.evaluate(cells)
        if (a == UNKNOWN || b == UNKNOWN || comparison.holds(a, b)) return
        throw failure(left.text, right.text, left.describe(cells), right.describe(cells))
    }
}

/** Whether two sequences are the same, or are not. */
internal class SpanCondition(private val left: Span, comparison: Comparison, private val right: Span, phrase: String?) :
    Condition(comparison, phrase) {
    override fun check(cells: LongArray) {
        val same = same(cells) ?: return
        if (same != (comparison == Comparison.EQUAL)) {
            throw failure(left.text, right.text, left.describe(cells), right.describe(cells))
        }
    }

    /** Null if that is not known. */
    private fun same(cells: LongArray): Boolean? {
        val rank = left.rank(cells)
        val other = right.rank(cells)
        if (rank == UNKNOWN || other == UNKNOWN) return null
        if (rank != other) return false
        var isOpen = false
        for (back in 1..rank.toInt()) {
            val a = left.size(cells, back)
            val b = right.size(cells, back)
            if (a == UNKNOWN || b == UNKNOWN) {
                isOpen = true
            } else if (a != b) {
                return false
            }
        }
        return if (isOpen) null else true
    }
}
