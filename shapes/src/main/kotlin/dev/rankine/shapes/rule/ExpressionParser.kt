package dev.rankine.shapes.rule

/** Reads numbers and sequences over bound names; [mayBeAbsent] says whether a name that only an optional input binds is allowed. */
internal class ExpressionParser(private val tokens: Tokens, private val scope: Scope, private val mayBeAbsent: Boolean) {
    /** `term (('+' | '-') term)*` */
    fun expression(): Expression {
        var left = term()
        while (true) {
            val operator =
                when {
                    tokens.accept("+") -> Operator.ADD
                    tokens.accept("-") -> Operator.SUBTRACT
                    else -> return left
                }
            left = Arithmetic(operator, left, term())
        }
    }

    /** Whether a sequence rather than a number comes next. */
    fun isAtSpan(): Boolean {
        if (tokens.isAt("*")) return true
        if (tokens.next.kind != TokenKind.WORD) return false
        return if (isCall()) tokens.next.text == "broadcast" else scope.kind(tokens.next.text)?.isSequence == true
    }

    /** `'*'? (name | 'broadcast' '(' span (',' span)* ')')` */
    fun span(): Span {
        tokens.accept("*")
        if (!isCall()) return Run(scope.find(tokens.name("a run of axes, a shape or a list"), isSequence = true, mayBeAbsent))
        if (tokens.next.text != "broadcast") tokens.expected("broadcast")
        tokens.take()
        return Broadcast(arguments { span() }.toTypedArray())
    }

    /** `factor (('*' | '/' | '%') factor)*` */
    private fun term(): Expression {
        var left = factor()
        while (true) {
            val operator =
                when {
                    tokens.accept("*") -> Operator.MULTIPLY
                    tokens.accept("/") -> Operator.DIVIDE
                    tokens.accept("%") -> Operator.REMAINDER
                    else -> return left
                }
            left = Arithmetic(operator, left, factor())
        }
    }

    /** `integer | name | function | '(' expression ')'` */
    private fun factor(): Expression {
        if (tokens.accept("(")) return expression().also { tokens.expect(")") }
        if (tokens.next.kind == TokenKind.NUMBER || tokens.isAt("-")) return Literal(tokens.integer().toLong())
        if (isCall()) return function()
        return Named(scope.find(tokens.name("a number or a name"), isSequence = false, mayBeAbsent))
    }

    private fun function(): Expression {
        val word = tokens.take()
        return when (word.text) {
            "prod" -> Product(ofSpan())
            "rank" -> Rank(ofSpan())
            "min" -> fold(Operator.MIN, word)
            "max" -> fold(Operator.MAX, word)
            "ceil_div" -> fold(Operator.CEIL_DIV, word, most = 2)
            else -> tokens.fail("no function is called ${word.text}: prod, rank, min, max, ceil_div or broadcast", word)
        }
    }

    private fun ofSpan(): Span {
        tokens.expect("(")
        return span().also { tokens.expect(")") }
    }

    private fun fold(operator: Operator, word: Token, most: Int = Int.MAX_VALUE): Expression {
        val operands = arguments { expression() }
        if (operands.size !in 2..most) {
            tokens.fail("${word.text} takes ${if (most == 2) "two numbers" else "two numbers or more"}: ${operands.size} given", word)
        }
        return operands.reduce { left, right -> Arithmetic(operator, left, right) }
    }

    private inline fun <T> arguments(argument: () -> T): List<T> {
        tokens.expect("(")
        val all = arrayListOf(argument())
        while (tokens.accept(",")) all.add(argument())
        if (!tokens.accept(")")) tokens.expected("',' or ')'")
        return all
    }

    private fun isCall() = tokens.next.kind == TokenKind.WORD && tokens.second.kind == TokenKind.SIGN && tokens.second.text == "("
}
