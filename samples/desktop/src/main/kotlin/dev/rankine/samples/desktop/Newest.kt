package dev.rankine.samples.desktop

import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicReference

/** Does [work] on a thread of its own, on what was asked last: what is asked while it works replaces what still waits. */
internal class Newest<T : Any>(private val work: (T) -> Unit) {
    private val waiting = AtomicReference<T?>()
    private val thread = Executors.newSingleThreadExecutor { Thread(it, "reading").apply { isDaemon = true } }

    /** Returns at once. */
    fun ask(about: T) {
        if (waiting.getAndSet(about) == null) thread.execute { waiting.getAndSet(null)?.let(work) }
    }
}
