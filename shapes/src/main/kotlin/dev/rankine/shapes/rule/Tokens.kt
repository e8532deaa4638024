package dev.rankine.shapes.rule

internal enum class TokenKind { WORD, NUMBER, SIGN, PHRASE, END }

/** A piece of a rule's text; [position] counts characters from 0. */
internal class Token(val kind: TokenKind, val text: String, val position: Int) {
    override fun toString(): String = if (kind == TokenKind.END) "the end" else "'$text'"
}

/** The pieces of a rule's text, read from left to right. */
internal class Tokens(text: String) {
    private val text = text.replace('\n', ' ')
    private val tokens = ArrayList<Token>()
    private var at = 0

    init {
        var position = 0
        while (position < text.length) {
            if (text[position].isWhitespace()) {
                position++
            } else {
                val token = scan(position)
                tokens.add(token)
                position += token.text.length + if (token.kind == TokenKind.PHRASE) 2 else 0
            }
        }
        tokens.add(Token(TokenKind.END, "", text.length))
    }

    /** The next token. */
    val next: Token get() = tokens[at]

    /** The token after [next]. */
    val second: Token get() = tokens[minOf(at + 1, tokens.size - 1)]

    /** Reads the next token. */
    fun take(): Token = tokens[at].also { if (at < tokens.size - 1) at++ }

    /** Whether the next token is [sign]. */
    fun isAt(sign: String): Boolean = next.kind == TokenKind.SIGN && next.text == sign

    /** Reads [sign] if it comes next. */
    fun accept(sign: String): Boolean = isAt(sign).also { if (it) take() }

    /** Reads [sign] or fails. */
    fun expect(sign: String) {
        if (!accept(sign)) expected("'$sign'")
    }

    /** Reads a name or fails. */
    fun name(what: String): Token = if (next.kind == TokenKind.WORD && next.text != "where" && next.text != "_") take() else expected(what)

    /** Reads an integer, with a minus sign or without, or fails. */
    fun integer(): Int {
        val sign = if (accept("-")) "-" else ""
        val token = if (next.kind == TokenKind.NUMBER) take() else expected("an integer")
        return (sign + token.text).toIntOrNull() ?: fail("$sign${token.text} does not fit in an Int", token)
    }

    /** Fails at the next token. */
    fun expected(what: String): Nothing = fail("$what expected, $next found")

    /** Fails at [token]. */
    fun fail(problem: String, token: Token = next): Nothing = fail(problem, token.position)

    private fun fail(problem: String, position: Int): Nothing =
        throw IllegalArgumentException("rule: $problem: character ${position + 1}\n  $text\n  ${" ".repeat(position)}^")

    private fun scan(start: Int): Token {
        val first = text[start]
        return when {
            first.isDigit() -> Token(TokenKind.NUMBER, runFrom(start) { it.isDigit() }, start)
            isWord(first) -> Token(TokenKind.WORD, runFrom(start, ::isWord), start)
            first == '"' -> phrase(start)
            else -> Token(TokenKind.SIGN, SIGNS.firstOrNull { text.startsWith(it, start) } ?: fail("'$first' means nothing", start), start)
        }
    }

    private fun phrase(start: Int): Token {
        val end = text.indexOf('"', start + 1)
        if (end < 0) fail("the phrase does not end", start)
        if (text.substring(start + 1, end).isBlank()) fail("the phrase is empty", start)
        return Token(TokenKind.PHRASE, text.substring(start + 1, end), start)
    }

    private inline fun runFrom(start: Int, belongs: (Char) -> Boolean): String {
        var end = start
        while (end < text.length && belongs(text[end])) end++
        return text.substring(start, end)
    }

    private fun isWord(char: Char) = char == '_' || char in 'a'..'z' || char in 'A'..'Z' || char in '0'..'9'

    private companion object {
        /** Longer signs first. */
        val SIGNS = listOf("...", "->", "==", "!=", ">=", "<=", "=", ">", "<", "[", "]", "(", ")", ",", ":", "?", "*", "+", "-", "/", "%")
    }
}
