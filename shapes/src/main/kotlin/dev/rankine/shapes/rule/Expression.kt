package dev.rankine.shapes.rule

/** A number computed from the bound names of a rule; every step must fit in an `Int`. What depends on an unknown is unknown. */
internal sealed class Expression {
    /** The expression as messages print it. */
    abstract val text: String

    /** How tightly the outermost operator binds. */
    open val strength: Int get() = ATOM

    abstract fun evaluate(cells: LongArray): Long

    /** The value as a failed condition prints it. */
    open fun describe(cells: LongArray): String = evaluate(cells).let { if (it == UNKNOWN) "?" else it.toString() }

    companion object {
        const val SUM: Int = 1
        const val TERM: Int = 2
        const val ATOM: Int = 3
    }
}

/** An integer of the rule's text. */
internal class Literal(private val value: Long) : Expression() {
    override val text: String get() = value.toString()

    override fun evaluate(cells: LongArray): Long = value
}

/** A bound axis or number. */
internal class Named(val symbol: Symbol) : Expression() {
    override val text: String get() = symbol.name

    override fun evaluate(cells: LongArray): Long = cells[symbol.slot]
}

/** The binary operators: [sign] stands between the operands, or before them in parentheses if it binds like an atom. */
internal enum class Operator(val sign: String, val strength: Int, val divides: Boolean = false) {
    ADD(" + ", Expression.SUM) {
        override fun apply(a: Long, b: Long): Long = a + b
    },
    SUBTRACT(" - ", Expression.SUM) {
        override fun apply(a: Long, b: Long): Long = a - b
    },
    MULTIPLY("*", Expression.TERM) {
        override fun apply(a: Long, b: Long): Long = a * b
    },
    DIVIDE("/", Expression.TERM, divides = true) {
        override fun apply(a: Long, b: Long): Long = a.floorDiv(b)
    },
    REMAINDER(" % ", Expression.TERM, divides = true) {
        override fun apply(a: Long, b: Long): Long = a.mod(b)
    },
    CEIL_DIV("ceil_div", Expression.ATOM, divides = true) {
        override fun apply(a: Long, b: Long): Long = -(-a).floorDiv(b)
    },
    MIN("min", Expression.ATOM) {
        override fun apply(a: Long, b: Long): Long = minOf(a, b)
    },
    MAX("max", Expression.ATOM) {
        override fun apply(a: Long, b: Long): Long = maxOf(a, b)
    }, ;

    abstract fun apply(a: Long, b: Long): Long

    fun render(a: String, b: String): String = if (strength == Expression.ATOM) "$sign($a, $b)" else "$a$sign$b"
}

/** Two expressions under an operator. Operands fit in an `Int`, so the `Long` result is exact. */
internal class Arithmetic(private val operator: Operator, private val left: Expression, private val right: Expression) : Expression() {
    override val strength: Int get() = operator.strength

    override val text: String
        get() {
            if (strength == ATOM) return operator.render(left.text, right.text)
            val a = if (left.strength < strength) "(${left.text})" else left.text
            return operator.render(a, if (right.strength <= strength) "(${right.text})" else right.text)
        }

    override fun evaluate(cells: LongArray): Long {
        val a = left.evaluate(cells)
        val b = right.evaluate(cells)
        if (a == UNKNOWN || b == UNKNOWN) return UNKNOWN
        if (operator.divides && b == 0L) throw RuleFailure("division by zero: $text = ${operator.render("$a", "$b")}")
        val value = operator.apply(a, b)
        if (value > Int.MAX_VALUE) throw RuleFailure("$text is too large: $value exceeds ${Int.MAX_VALUE}")
        if (value < Int.MIN_VALUE) throw RuleFailure("$text is too small: $value is below ${Int.MIN_VALUE}")
        return value
    }

    /** A remainder says little; its operands say why. */
    override fun describe(cells: LongArray): String =
        if (operator == Operator.REMAINDER) operator.render(left.describe(cells), right.describe(cells)) else super.describe(cells)
}

/** The product of a sequence of sizes, 1 if it is empty. */
internal class Product(private val span: Span) : Expression() {
    override val text: String get() = "prod(${span.text})"

    override fun evaluate(cells: LongArray): Long {
        val rank = span.rank(cells)
        if (rank == UNKNOWN) return UNKNOWN
        var product = 1L
        var empty = false
        for (back in 1..rank.toInt()) {
            val size = span.size(cells, back)
            if (size == UNKNOWN) return UNKNOWN
            if (size == 0L) empty = true
            if (product in Int.MIN_VALUE..Int.MAX_VALUE && size != 0L) product *= size
        }
        if (empty) return 0
        if (product !in Int.MIN_VALUE..Int.MAX_VALUE) {
            throw RuleFailure("$text is too large: ${span.describe(cells)} exceeds ${Int.MAX_VALUE}")
        }
        return product
    }
}

/** The number of axes of a sequence. */
internal class Rank(private val span: Span) : Expression() {
    override val text: String get() = "rank(${span.text})"

    override fun evaluate(cells: LongArray): Long = span.rank(cells)
}
