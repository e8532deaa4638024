package dev.rankine.data

import dev.rankine.shapes.RankineException

/**
 * A file that could not be fetched. The text is `download: what is wrong: address`, at most one hint.
 *
 * @property url where it was to come from.
 */
public class DownloadException internal constructor(
    public val url: String,
    problem: String,
    hint: String? = null,
    cause: Throwable? = null,
) : RankineException("download: $problem: $url" + if (hint == null) "" else "\n  hint: $hint", cause)
