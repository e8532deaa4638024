package dev.rankine.corpus

/** Who catches a mistake, the earliest first. */
internal enum class Stage {
    /** The compiler alone. */
    TYPES,

    /** The compiler with the plugin. */
    PLUGIN,

    /** The operation that is given the wrong tensor, when the program runs. */
    RUN,
    ;

    /** What programs call it. */
    val word: String = name.lowercase()
}
