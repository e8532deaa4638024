package dev.rankine.golden.optim

/** Of [all] steps of a minimisation, the first [steps] were compared, and the first [strict] agree with the usual tolerance. */
internal class Compared(val strict: Int, val steps: Int, private val all: Int) {
    /** What is wrong if these are fewer than the case called [id] must have, or null. */
    fun tooFew(id: String): String? {
        val least = LEAST[id] ?: DEFAULT
        if (steps >= least.steps && strict >= least.strict) return null
        return "only $this: expected at least ${least.steps}, ${least.strict} of them"
    }

    /** Null where all steps agree with the usual tolerance. */
    fun remark(): String? = toString().takeIf { strict < all }

    override fun toString(): String = "$steps of $all steps compared, $strict without widening"

    companion object {
        private const val ALL = 8

        /** What is demanded of a case that [LEAST] does not know. */
        private val DEFAULT = Compared(1, 1, ALL)

        /**
         * What is demanded of PyTorch's cases. Found were, without widening and at all, on the plain backend and with vectors of 128, 256 and 512 bits:
         *
         * | case | settings | found | demanded |
         * | --- | --- | --- | --- |
         * | `0f` | 20 iterations a step, history 100 | 1 of 3 | 1 of 3 |
         * | `0d` | | 8 of 8 | 6 of 8 |
         * | `2f` | 20 iterations a step, history 3 | 1 of 2 (plain), 1 of 1 (vectors) | 1 of 1 |
         * | `2d` | | 4 of 5, 3 of 5 (128 bits) | 3 of 5 |
         * | `4f` | strong Wolfe, 6 iterations a step | 3 of 4 | 2 of 4 |
         * | `4d` | | 8 of 8; never widened | 8 of 8 |
         * | `5f` | 2 iterations a step | 8 of 8 | 8 of 8 |
         * | `5d` | | 8 of 8 | 8 of 8 |
         *
         * From the fourth step on, `0f` and `2f` say nothing; their float64 twins follow the same code for longer.
         */
        private val LEAST: Map<String, Compared> =
            mapOf(
                "LBFGS#0f" to Compared(1, 3, ALL),
                "LBFGS#0d" to Compared(6, 8, ALL),
                "LBFGS#2f" to Compared(1, 1, ALL),
                "LBFGS#2d" to Compared(3, 5, ALL),
                "LBFGS#4f" to Compared(2, 4, ALL),
                "LBFGS#4d" to Compared(8, 8, ALL),
                "LBFGS#5f" to Compared(8, 8, ALL),
                "LBFGS#5d" to Compared(8, 8, ALL),
            )
    }
}
