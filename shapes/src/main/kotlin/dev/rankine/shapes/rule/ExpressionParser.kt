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
        if (tokens.isAt("*") || tokens.isAt("[")) return true
        if (tokens.next.kind != TokenKind.WORD) return false
        val word = tokens.next.text
        return if (isCall()) word == BROADCAST || spanFunctions(word).isNotEmpty() else scope.kind(word)?.isSequence == true
    }

    /** `'*'? (name | '[' parts ']' | 'broadcast' '(' span (',' span)* ')' | function '(' arguments ')')` */
    fun span(): Span {
        tokens.accept("*")
        if (tokens.isAt("[")) return Joined(parts())
        if (!isCall()) return Run(scope.find(tokens.name("a run of axes, a shape or a list"), isSequence = true, mayBeAbsent))
        val word = tokens.take()
        if (word.text == BROADCAST) return Broadcast(list { span() }.toTypedArray())
        val functions = spanFunctions(word.text)
        if (functions.isEmpty()) tokens.fail("no function that gives a sequence is called ${word.text}: $SPAN_WORDS", word)
        val arguments = arguments(word, functions.map { it.kinds })
        return SpanCall(functions.first { it.kinds.size == arguments.size }, arguments)
    }

    /** `'[' (part (',' part)*)? ']'` */
    fun parts(): Array<Span> {
        tokens.expect("[")
        val parts = ArrayList<Span>()
        if (!tokens.accept("]")) {
            do parts.add(part()) while (tokens.accept(","))
            if (!tokens.accept("]")) tokens.expected("',' or ']'")
        }
        return parts.toTypedArray()
    }

    private fun part(): Span = if (tokens.isAt("*")) span() else Single(expression())

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
        NumberFunction.entries.firstOrNull { it.word == word.text }?.let {
            return NumberCall(
                it,
                arguments(word, listOf(it.kinds.asList())),
            )
        }
        return when (word.text) {
            "prod" -> Product(ofSpan())
            "rank" -> Rank(ofSpan())
            "min" -> fold(Operator.MIN, word)
            "max" -> fold(Operator.MAX, word)
            "ceil_div" -> fold(Operator.CEIL_DIV, word, most = 2)
            else -> tokens.fail("no function that gives a number is called ${word.text}: $NUMBER_WORDS", word)
        }
    }

    private fun ofSpan(): Span {
        tokens.expect("(")
        return span().also { tokens.expect(")") }
    }

    private fun fold(operator: Operator, word: Token, most: Int = Int.MAX_VALUE): Expression {
        val operands = list { expression() }
        if (operands.size !in 2..most) {
            tokens.fail("${word.text} takes ${if (most == 2) "two numbers" else "two numbers or more"}: ${operands.size} given", word)
        }
        return operands.reduce { left, right -> Arithmetic(operator, left, right) }
    }

    /** The arguments of the function [word], which has one of the lists of [kinds]; a shorter one begins as the longest does. */
    private fun arguments(word: Token, kinds: List<List<ArgumentKind>>): List<Argument> {
        val longest = kinds.maxBy { it.size }
        var count = 0
        val all =
            list {
                when (longest.getOrNull(count++)) {
                    ArgumentKind.NUMBER -> Argument.Number(expression())
                    ArgumentKind.SEQUENCE -> Argument.Sequence(span())
                    ArgumentKind.INPUTS -> Argument.Inputs(scope.find(tokens.name("inputs"), SymbolKind.INPUTS))
                    null -> tokens.fail("${word.text} takes ${longest.joinToString { it.words }}: more given", word)
                }
            }
        if (kinds.none { it.size == all.size }) {
            tokens.fail(
                "${word.text} takes ${longest.joinToString { it.words }}: ${all.size} given",
                word,
            )
        }
        return all
    }

    private inline fun <T> list(element: () -> T): List<T> {
        tokens.expect("(")
        val all = arrayListOf(element())
        while (tokens.accept(",")) all.add(element())
        if (!tokens.accept(")")) tokens.expected("',' or ')'")
        return all
    }

    private fun isCall() = tokens.next.kind == TokenKind.WORD && tokens.second.kind == TokenKind.SIGN && tokens.second.text == "("

    private fun spanFunctions(word: String): List<SpanFunction> = SpanFunction.entries.filter { it.word == word }

    private companion object {
        const val BROADCAST = "broadcast"
        val SPAN_WORDS = (listOf(BROADCAST) + SpanFunction.entries.map { it.word }.distinct()).joinToString()
        val NUMBER_WORDS = (listOf("prod", "rank", "min", "max", "ceil_div") + NumberFunction.entries.map { it.word }).joinToString()
    }
}
