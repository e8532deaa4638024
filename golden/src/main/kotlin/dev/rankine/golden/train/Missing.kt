package dev.rankine.golden.train

import dev.rankine.golden.AbsentException
import dev.rankine.golden.absent

/** Everything that a run needs and Rankine does not have, each once. */
internal class Missing {
    private val reasons = LinkedHashSet<String>()

    /** What [find] gives; null, and noted, if it says that something is absent. */
    fun <T : Any> unless(find: () -> T): T? =
        try {
            find()
        } catch (e: AbsentException) {
            reasons += e.reason
            null
        }

    /** Says that all that was noted is absent, if anything was. */
    fun check() {
        if (reasons.isNotEmpty()) absent(reasons.joinToString())
    }
}
