package dev.rankine.train

import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

/**
 * While it is open, the end of the process (Ctrl-C, `kill`, `System.exit`) calls [stop] and waits until [close], but not for ever: a step
 * that hangs must not make the process immortal.
 *
 * @param patience how many seconds the end of the process is put off at most.
 */
internal class Termination(private val stop: () -> Unit, private val patience: Long = 30) {
    private val closed = CountDownLatch(1)
    private val hook = Thread(::hold, "rankine-stop")

    /** Whether the process is ending. */
    @Volatile
    var isUnderWay: Boolean = false
        private set

    init {
        duringLife { Runtime.getRuntime().addShutdownHook(hook) }
        if (isUnderWay) stop()
    }

    /** Lets the process end, if it is about to. */
    fun close() {
        duringLife { Runtime.getRuntime().removeShutdownHook(hook) }
        closed.countDown()
    }

    private fun hold() {
        isUnderWay = true
        stop()
        closed.await(patience, TimeUnit.SECONDS)
    }

    /** Once the process is ending, the runtime refuses to change its hooks. */
    private inline fun duringLife(change: () -> Unit) {
        try {
            change()
        } catch (ending: IllegalStateException) {
            isUnderWay = true
        }
    }
}

/** Whether the process is ending. The runtime says so only when it is asked to change its hooks. */
internal fun isProcessEnding(): Boolean =
    try {
        Runtime.getRuntime().removeShutdownHook(Thread())
        false
    } catch (ending: IllegalStateException) {
        true
    }

/** Waits for the end of the process, which is under way: what comes after training must not begin. Returns no more than `exitProcess` does. */
internal fun awaitEnd(): Nothing {
    while (true) Thread.sleep(Long.MAX_VALUE)
}
