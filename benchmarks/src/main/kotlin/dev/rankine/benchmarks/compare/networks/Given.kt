package dev.rankine.benchmarks.compare.networks

/**
 * What one input of a peer's program is.
 *
 * @property name the full name of the parameter or buffer that it belongs to, or what it is.
 */
internal class Given(val kind: Kind, val name: String) {
    /** Where its first numbers come from. */
    enum class Kind {
        /** A parameter or buffer of the network. */
        STATE,

        /** Zeros of a parameter's sizes: what an optimizer remembers. */
        ZEROS,

        /** One zero, which counts steps. */
        COUNT,

        /** What the network is given. */
        DATA,
    }
}
