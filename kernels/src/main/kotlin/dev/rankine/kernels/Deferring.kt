package dev.rankine.kernels

/**
 * When calls wait: see docs/decisions/0017.
 *
 * @property least results of fewer elements are computed at once.
 * @property patience a loop for a chain is made when it would have saved to pass so many elements.
 */
internal class Deferring(val least: Int = LEAST, val patience: Long = PATIENCE) {
    companion object {
        /** `false`: every call runs at once; a number: the least elements of a result that waits. */
        const val PROPERTY = "rankine.defer"

        private const val LEAST = 1 shl 14

        /** A class takes 2.5 ms to make and some 20 ms until it is fast, and a pass over 64 M float32 numbers about 13 ms. */
        private const val PATIENCE = 1L shl 26

        /** As the system property says, or null for not at all. */
        fun read(text: String? = System.getProperty(PROPERTY)): Deferring? =
            when (text) {
                null -> Deferring()
                "false" -> null
                else -> Deferring(text.toInt())
            }

        /** What is wrong with [text] as the property, in one sentence, or null. */
        fun problem(text: String?): String? =
            if (text == null || text == "false" ||
                (text.toIntOrNull() ?: 0) > 0
            ) {
                null
            } else {
                "$PROPERTY is neither false nor a number of elements: $text"
            }
    }
}
