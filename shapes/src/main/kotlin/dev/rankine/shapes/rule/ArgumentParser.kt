package dev.rankine.shapes.rule

/** Reads the part of a rule before the arrow. */
internal class ArgumentParser(private val tokens: Tokens, private val scope: Scope) {
    private val inputs = ArrayList<InputPattern>()
    private val numbers = ArrayList<NumberArgument>()
    private val lists = ArrayList<ListArgument>()
    private var rest: Symbol? = null

    /** `argument* '->'` */
    fun arguments(): Signature {
        while (!tokens.accept("->")) argument()
        return Signature(inputs.toTypedArray(), numbers.toTypedArray(), lists.toTypedArray(), rest, scope.cells)
    }

    /** `(label ':')? input '?'? | name '=' (integer | name | '?') | name '...' ('=' '[' integer* ']')? | name '*'` */
    private fun argument() {
        if (tokens.isAt("[")) return input(null)
        val follower = tokens.second
        val sign = if (follower.kind == TokenKind.SIGN) follower.text else ""
        val word = if (sign in WORD_FOLLOWERS) tokens.name("an argument or '->'") else tokens.next
        when (sign) {
            ":" -> label(word)
            "=" -> number(word)
            "..." -> list(word)
            "*" -> inputs(word)
            else -> input(null)
        }
    }

    private fun label(word: Token) {
        tokens.expect(":")
        if (inputs.any { it.label == word.text }) tokens.fail("two inputs are called ${word.text}", word)
        input(word.text)
    }

    private fun number(word: Token) {
        tokens.expect("=")
        val isNeeded = tokens.accept("?")
        val sameAs = if (!isNeeded && tokens.next.kind == TokenKind.WORD) scope.find(tokens.take(), SymbolKind.NUMBER) else null
        val default = if (isNeeded || sameAs != null) null else tokens.integer()
        if (isNeeded && numbers.any { !it.isNeeded }) tokens.fail("${word.text} has no default but a number before it has one", word)
        numbers.add(NumberArgument(scope.declare(word, SymbolKind.NUMBER), default, sameAs))
    }

    private fun list(word: Token) {
        tokens.expect("...")
        val default = if (tokens.accept("=")) integers() else null
        if (default == null &&
            lists.any { it.default != null }
        ) {
            tokens.fail("${word.text} has no default but a list before it has one", word)
        }
        lists.add(ListArgument(scope.declare(word, SymbolKind.LIST), default))
    }

    private fun integers(): IntArray {
        tokens.expect("[")
        val all = ArrayList<Int>()
        if (!tokens.isAt("]")) {
            do all.add(tokens.integer()) while (tokens.accept(","))
        }
        if (!tokens.accept("]")) tokens.expected("',' or ']'")
        return all.toIntArray()
    }

    private fun inputs(word: Token) {
        tokens.expect("*")
        rest?.let { tokens.fail("an input follows any number of them, ${it.name}", word) }
        if (inputs.any { it.isOptional }) tokens.fail("any number of inputs follows an optional one", word)
        rest = scope.declare(word, SymbolKind.INPUTS)
    }

    /** `pattern | name`, then perhaps `'?'` */
    private fun input(label: String?) {
        val start = tokens.next
        rest?.let { tokens.fail("an input follows any number of them, ${it.name}", start) }
        val axes = ArrayList<Token>()
        var run: Token? = null
        var before = 0
        if (tokens.accept("[")) {
            if (!tokens.accept("]")) {
                do {
                    if (tokens.accept("*")) {
                        if (run != null) tokens.fail("a second run: where the first ends could not be told")
                        run = tokens.name("a name")
                        before = axes.size
                    } else {
                        axes.add(axis())
                    }
                } while (tokens.accept(","))
                if (!tokens.accept("]")) tokens.expected("',' or ']'")
            }
        } else {
            run = tokens.name(if (label == null) "an argument or '->'" else "a shape")
        }
        if (run == null) before = axes.size
        val isOptional = tokens.accept("?")
        if (!isOptional && inputs.any { it.isOptional }) tokens.fail("an input that must be given follows an optional one", start)
        inputs.add(pattern(label, axes, run, before, isOptional))
    }

    private fun axis(): Token =
        when {
            tokens.next.kind == TokenKind.NUMBER -> {
                val token = tokens.next
                tokens.integer()
                token
            }

            tokens.next.kind == TokenKind.WORD && tokens.next.text == "_" -> {
                tokens.take()
            }

            else -> {
                tokens.name("an axis")
            }
        }

    private fun pattern(label: String?, axes: List<Token>, run: Token?, before: Int, isOptional: Boolean): InputPattern {
        val number = inputs.size
        val patterns =
            axes.mapIndexed { i, token ->
                when {
                    token.kind == TokenKind.NUMBER -> {
                        AxisPattern(null, token.text.toInt())
                    }

                    token.text == "_" -> {
                        AxisPattern(null, -1)
                    }

                    else -> {
                        val symbol = scope.bind(token, SymbolKind.AXIS)
                        symbol.origins.add(Origin(number, if (i < before) i else i - axes.size, isWhole = false, isOptional))
                        AxisPattern(symbol, -1)
                    }
                }
            }
        val symbol = run?.let { scope.bind(it, SymbolKind.RUN) }
        symbol?.origins?.add(Origin(number, before, axes.isEmpty(), isOptional))
        return InputPattern(label, scope.reserve(2), patterns.toTypedArray(), symbol, before, isOptional)
    }

    private companion object {
        val WORD_FOLLOWERS = setOf(":", "=", "...", "*")
    }
}
