package dev.rankine.ops

import kotlinx.coroutines.CopyableThreadContextElement
import kotlinx.coroutines.DelicateCoroutinesApi
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.Job
import kotlinx.coroutines.withContext
import kotlin.coroutines.CoroutineContext
import kotlin.coroutines.coroutineContext

/**
 * Carries recording, scope, backend and generator with a coroutine from thread to thread, and tells the thread its job. A child coroutine has settings of its own,
 * which start as its parent's; the scope is the same.
 */
@OptIn(DelicateCoroutinesApi::class, ExperimentalCoroutinesApi::class)
private class StateElement(private val state: ThreadState) : CopyableThreadContextElement<StateElement.Before> {
    /** What the thread had before the coroutine came. */
    class Before(val state: ThreadState, val job: Job?)

    override val key: CoroutineContext.Key<*> get() = Key

    override fun updateThreadContext(context: CoroutineContext): Before {
        val before = Before(ThreadState.get(), Cancellation.job)
        ThreadState.set(state)
        Cancellation.job = context[Job]
        return before
    }

    override fun restoreThreadContext(context: CoroutineContext, oldState: Before) {
        ThreadState.set(oldState.state)
        Cancellation.job = oldState.job
    }

    override fun copyForChild(): CopyableThreadContextElement<Before> = StateElement(state.copy())

    override fun mergeForChild(overwritingElement: CoroutineContext.Element): CoroutineContext = overwritingElement

    companion object Key : CoroutineContext.Key<StateElement>
}

/**
 * [scope] for a block that suspends: the scope follows the coroutine from thread to thread. If it is cancelled, the next op of the block
 * fails, and so does a long one that runs; what is written in place is written to its end.
 *
 * @throws kotlinx.coroutines.CancellationException if the coroutine is cancelled.
 */
public suspend fun <T> scopeSuspending(name: String = "scope", block: suspend () -> T): T {
    val state = ThreadState.get().copy()
    val opened = Scope(name, state.scope)
    state.scope = opened
    var result: Any? = null
    try {
        return withContext(StateElement(state)) { block().also { result = it } }
    } finally {
        opened.close(result)
    }
}

/** [noGrad] for a block that suspends. */
public suspend fun <T> noGradSuspending(block: suspend () -> T): T = recordingSuspending(false, block)

/** [enableGrad] for a block that suspends. */
public suspend fun <T> enableGradSuspending(block: suspend () -> T): T = recordingSuspending(true, block)

/**
 * Runs [block] with the settings of this thread (recording, scope, backend, generator), whatever threads it runs on. Cancellation is
 * honoured as in [scopeSuspending].
 */
public suspend fun <T> withThreadSettings(block: suspend () -> T): T = recordingSuspending(ThreadState.get().recording, block)

private suspend fun <T> recordingSuspending(on: Boolean, block: suspend () -> T): T {
    val state = ThreadState.get().copy()
    state.recording = on
    return withContext(coroutineContext + StateElement(state)) { block() }
}
