package dev.rankine.guide

/** What must become of a block of Kotlin. */
internal enum class Fate {
    /** It runs, and prints what the output block says, or nothing if there is none. */
    RUNS,

    /** It runs and prints, but nobody can know what. */
    PRINTS_ANYTHING,

    /** It throws: the output block ends with the exception. */
    THROWS,

    /** The compiler refuses it, with the messages of the output block. */
    REFUSED,

    /** The compiler accepts it, but its plugin that checks shapes refuses it, with the messages of the output block. */
    REFUSED_BY_PLUGIN,

    /** It is not even compiled. */
    NOT_COMPILED,
}

/** A block of Kotlin on a page with the output block that follows it, if any. */
internal class Block(val fate: Fate, val code: Fence, val output: Fence?) {
    /** The number of the line that opens it: what programs call the block by. */
    val line: Int get() = code.line

    /** The numbers of the lines from the opening fence to the last one of code. */
    val lines: IntRange get() = line..line + code.text.size
}

/** Reads [words], all that follows ```` ```kotlin ````; null and a [problem] if they mean nothing. */
internal fun fate(words: String, problem: (String) -> Unit): Fate? {
    val reasoned = mapOf("any output" to Fate.PRINTS_ANYTHING, "not compiled" to Fate.NOT_COMPILED)
    when (words) {
        "" -> return Fate.RUNS
        "throws" -> return Fate.THROWS
        "error" -> return Fate.REFUSED
        "error plugin" -> return Fate.REFUSED_BY_PLUGIN
    }
    val fate = reasoned[words.substringBefore(':')]
    when {
        fate == null -> {
            problem(
                "kotlin \"$words\" means nothing: known are error, error plugin, throws, any output: REASON, not compiled: REASON",
            )
        }

        words
            .substringAfter(
                ':',
                "",
            ).isBlank() -> {
            problem("\"${words.substringBefore(':')}\" needs a reason: `${words.substringBefore(':')}: REASON`")
        }

        else -> {
            return fate
        }
    }
    return null
}
