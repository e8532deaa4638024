package dev.rankine.nn.compile

import java.io.File

/** The public functions that the Kotlin sources in [folder] declare. */
internal fun signatures(folder: File): List<Signature> =
    folder
        .walk()
        .filter { it.extension == "kt" }
        .sorted()
        .flatMap { SignatureReader(it.readText(), it.name).signatures() }
        .toList()

/**
 * Reads the declarations of one source. It knows no more of Kotlin than this project's formatted sources need: a `public fun` at the top or in a
 * class, with type parameters, a receiver and a result that are written out.
 */
internal class SignatureReader(source: String, private val file: String) {
    private val text = codeOf(source)

    /** The class whose body begins at a brace, at each depth; null for other braces. */
    private class Owner(val name: String, val types: List<TypeParameter>)

    fun signatures(): List<Signature> {
        val found = ArrayList<Signature>()
        val owners = ArrayList<Owner?>()
        var pending: Owner? = null
        var parentheses = 0
        var at = 0
        while (at < text.length) {
            when (text[at]) {
                '(' -> parentheses++
                ')' -> parentheses--
                '{' -> if (parentheses == 0) owners.add(pending).also { pending = null }
                '}' -> if (parentheses == 0) owners.removeLast()
            }
            val word = wordAt(at)
            if (parentheses == 0 && word in DECLARATIONS) pending = null
            if (parentheses == 0 && word in OWNERS && text[at - 1] == ' ') pending = owner(at + word.length)
            if (parentheses == 0 && word == "fun" && wordAt(at + 4) != "interface") {
                val modifiers = text.substring(text.lastIndexOf('\n', at) + 1, at)
                if ("public" in modifiers && "override" !in modifiers) found += function(at, owners.lastOrNull())
            }
            at += maxOf(1, word.length)
        }
        return found
    }

    private fun owner(start: Int): Owner? {
        val name = Regex("""\s*(\w+)""").matchAt(text, start) ?: return null
        val after = name.range.last + 1
        return Owner(name.groupValues[1], if (text[after] == '<') types(after) else emptyList())
    }

    private fun function(at: Int, owner: Owner?): Signature {
        var place = at + "fun ".length
        val own = if (text[place] == '<') types(place) else emptyList()
        if (own.isNotEmpty()) place = closing(place) + 1
        val open = text.indexOf('(', place)
        val callee = text.substring(place, open).trim()
        val name = callee.substringAfterLast('.')
        val close = closing(open)
        val outer = owner?.let { it.name + if (it.types.isEmpty()) "" else it.types.joinToString(", ", "<", ">") { type -> type.name } }
        val annotations = text.substring(text.lastIndexOf("\n\n", at).coerceAtLeast(0), at)
        return Signature(
            name = name,
            types = owner?.types.orEmpty() + own,
            receiver = callee.substringBeforeLast('.', "").ifEmpty { outer },
            parameters = pieces(text.substring(open + 1, close)).map { parameter(it) },
            result =
                Regex(""":\s*([^={\n]+)""")
                    .matchAt(text, close + 1)
                    ?.groupValues
                    ?.get(1)
                    ?.trim() ?: "Unit",
            refused = "DeprecationLevel.ERROR" in annotations,
            optIn = "@UncheckedShape" in annotations,
            file = file,
            line = text.substring(0, at).count { it == '\n' } + 1,
        )
    }

    private fun types(open: Int): List<TypeParameter> =
        pieces(text.substring(open + 1, closing(open))).map {
            TypeParameter(it.substringBefore(':').removePrefix("reified ").trim(), it.substringAfter(':', "Any?").trim())
        }

    private fun parameter(text: String): Parameter {
        val (declared, default) = "$text =".split(" =", limit = 2)
        return Parameter(declared.substringBefore(':').trim(), declared.substringAfter(':').trim(), optional = default.isNotEmpty())
    }

    /** Parts between the commas that are in no brackets. */
    private fun pieces(text: String): List<String> {
        val parts = ArrayList<String>()
        var depth = 0
        var start = 0
        for ((i, c) in (text + ",").withIndex()) {
            if (c in "<(") depth++
            if (closes(text, i)) depth--
            if (c == ',' && depth == 0) {
                parts += text.substring(start, i).trim()
                start = i + 1
            }
        }
        return parts.filter { it.isNotEmpty() }
    }

    private fun closing(open: Int): Int {
        var depth = 0
        for (i in open until text.length) {
            if (text[i] in "<(") depth++
            if (closes(text, i)) depth--
            if (depth == 0) return i
        }
        error("$file: nothing closes ${text.substring(open).take(40)}")
    }

    /** The `>` of an arrow closes nothing. */
    private fun closes(text: String, at: Int): Boolean = text.getOrNull(at) == ')' || (text.getOrNull(at) == '>' && text[at - 1] != '-')

    private fun wordAt(at: Int): String {
        if (at > 0 && text[at - 1].isWord()) return ""
        var end = at
        while (end < text.length && text[end].isWord()) end++
        return text.substring(at, end)
    }

    private fun Char.isWord(): Boolean = isLetterOrDigit() || this == '_'

    private companion object {
        val OWNERS = setOf("class", "interface", "object")
        val DECLARATIONS = setOf("fun", "val", "var", "typealias")

        /** What is no code: characters, strings, comments. */
        val PROSE = Regex("""'(?:\\.|[^'\\])'|"(?:\\.|[^"\\\n])*"|/\*[\s\S]*?\*/|//.*""")

        /** Code alone; lines stay where they are. */
        fun codeOf(source: String): String = PROSE.replace(source) { "\n".repeat(it.value.count { c -> c == '\n' }) }
    }
}
