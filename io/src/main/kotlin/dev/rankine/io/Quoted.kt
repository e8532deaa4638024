package dev.rankine.io

/**
 * [name] between quotation marks; characters that are not seen, break the line or change its direction are escaped and a long name is cut,
 * so that a message stays one line and says what is there.
 */
internal fun quoted(name: String): String =
    buildString {
        append('"')
        for (c in name.take(SHOWN)) if (isPlain(c)) append(c) else append("\\u%04x".format(c.code))
        if (name.length > SHOWN) append("...")
        append('"')
    }

/** [text] of another program's message: its first line, without odd characters and not for ever. */
internal fun oneLine(text: String): String =
    text
        .lineSequence()
        .first()
        .take(2 * SHOWN)
        .map { if (isPlain(it) || it == '"') it else '?' }
        .joinToString("")

private fun isPlain(c: Char): Boolean = c != '"' && !c.isSurrogate() && c.category !in UNSEEN

private val UNSEEN =
    setOf(
        CharCategory.CONTROL,
        CharCategory.FORMAT,
        CharCategory.LINE_SEPARATOR,
        CharCategory.PARAGRAPH_SEPARATOR,
        CharCategory.PRIVATE_USE,
        CharCategory.UNASSIGNED,
    )

private const val SHOWN = 80
