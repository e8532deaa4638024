package dev.rankine.io

import dev.rankine.shapes.FormatException

/**
 * Walks over JSON text and refuses two equal keys in one object, and more nesting and longer lists than a header has:
 * a parsed list takes some thirty times the memory of its text.
 * All else is left to the parser, which would keep the last of two equal keys without a word.
 */
internal class KeyScan(private val file: String, private val text: String) {
    private var at = 0

    /** The keys of every open object; null for an open array. */
    private val open = ArrayDeque<HashSet<String>?>()

    /** How many elements the last list has so far; lists in lists are refused by the parser's caller. */
    private var numbers = 0

    fun check() {
        while (at < text.length) {
            when (text[at++]) {
                '{' -> enter(HashSet())
                '[' -> enter(null).also { numbers = 1 }
                ',' -> next()
                '}', ']' -> open.removeLastOrNull()
                '"' -> string()
            }
        }
    }

    private fun enter(keys: HashSet<String>?) {
        open.addLast(keys)
        if (open.size > MAX_DEPTH) throw FormatException(file, "header is nested too deeply: more than $MAX_DEPTH levels")
    }

    private fun next() {
        if (open.isNotEmpty() && open.last() == null && ++numbers > MAX_AXES) {
            throw FormatException(file, "header has a list of more than $MAX_AXES numbers")
        }
    }

    private fun string() {
        val string = unescaped()
        while (at < text.length && text[at] in " \t\r\n") at++
        if (at < text.length && text[at] == ':' && open.lastOrNull()?.add(string) == false) {
            throw FormatException(file, "header has the key ${quoted(string)} twice")
        }
    }

    /** The string that starts at [at], after the quotation mark; ends where it ends, or with the text. */
    private fun unescaped(): String =
        buildString {
            while (at < text.length) {
                when (val c = text[at++]) {
                    '"' -> return@buildString
                    '\\' -> append(escaped())
                    else -> append(c)
                }
            }
        }

    private fun escaped(): Char {
        val c = text.getOrElse(at++) { ' ' }
        if (c != 'u') return ESCAPES[c] ?: c
        val code = text.drop4(at).toIntOrNull(16) ?: return c
        at += 4
        return code.toChar()
    }

    private fun String.drop4(from: Int): String = substring(minOf(from, length), minOf(from + 4, length))

    private companion object {
        /** The object, a tensor in it, its sizes in that: three levels; one more lets the parser say what is wrong. */
        const val MAX_DEPTH = 4

        val ESCAPES = mapOf('b' to '\b', 'f' to '\u000c', 'n' to '\n', 'r' to '\r', 't' to '\t')
    }
}
