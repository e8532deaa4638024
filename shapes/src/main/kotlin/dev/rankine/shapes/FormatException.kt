package dev.rankine.shapes

/**
 * A file that cannot be read as what it should be. The text is `file: what is wrong: numbers`, at most one hint.
 *
 * @property file the file as the message names it.
 * @property problem what is wrong with it, with numbers.
 * @property hint what to do instead, if known.
 */
public class FormatException(
    public val file: String,
    public val problem: String,
    public val hint: String? = null,
    cause: Throwable? = null,
) : RankineException(render("$file: $problem", emptyList(), hint), cause)
