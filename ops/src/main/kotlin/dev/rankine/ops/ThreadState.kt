package dev.rankine.ops

/** What a thread knows while it runs ops: recording, scope, trace, backend, generator. One object per thread. */
internal class ThreadState {
    @JvmField var recording: Boolean = true

    @JvmField var checking: Boolean = false

    @JvmField var scope: Scope? = null

    @JvmField var trace: Trace? = null

    @JvmField var backend: Backend? = null

    @JvmField var generator: Generator? = null

    @JvmField var observer: CallObserver? = null

    /** The line of the program that called the op which runs, while [checking]. */
    @JvmField var line: String? = null

    /** The composite that the user called, while its definition runs: messages name it. */
    @JvmField var outermost: String? = null

    /** A state that starts with the same settings, for a coroutine or another thread. */
    fun copy(): ThreadState =
        ThreadState().also {
            it.recording = recording
            it.checking = checking
            it.scope = scope
            it.trace = trace
            it.backend = backend
            it.generator = generator
            it.outermost = outermost
            it.observer = observer
            it.line = line
        }

    companion object {
        private val local: ThreadLocal<ThreadState> = ThreadLocal.withInitial { ThreadState() }

        fun get(): ThreadState = local.get()

        fun set(state: ThreadState) = local.set(state)
    }
}
