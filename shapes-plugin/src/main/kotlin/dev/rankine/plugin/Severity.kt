package dev.rankine.plugin

/** What becomes of a call that does not fit. */
internal enum class Severity {
    ERROR,
    WARNING,
    OFF,
    ;

    /** The word of the option. */
    val word: String get() = name.lowercase()
}
