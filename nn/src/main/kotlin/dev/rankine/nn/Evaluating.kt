package dev.rankine.nn

/** The calls of [Inference] that run on a thread, one in another. */
private val depth = ThreadLocal.withInitial { 0 }

/** Whether this thread runs a model for [Inference]. */
internal val isEvaluating: Boolean get() = depth.get() > 0

/** Runs [block] so that on this thread every module is in evaluation mode; no module is changed. The block cannot suspend. */
internal fun <T> evaluating(block: () -> T): T {
    val before = depth.get()
    depth.set(before + 1)
    try {
        return block()
    } finally {
        depth.set(before)
    }
}
