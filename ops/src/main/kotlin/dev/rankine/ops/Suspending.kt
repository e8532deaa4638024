package dev.rankine.ops

import kotlinx.coroutines.CopyableThreadContextElement
import kotlinx.coroutines.DelicateCoroutinesApi
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.withContext
import kotlin.coroutines.CoroutineContext
import kotlin.coroutines.coroutineContext

/**
 * Carries recording, scope, backend and generator with a coroutine from thread to thread. A child coroutine has settings of its own,
 * which start as its parent's; the scope is the same.
 */
@OptIn(DelicateCoroutinesApi::class, ExperimentalCoroutinesApi::class)
private class StateElement(private val state: ThreadState) : CopyableThreadContextElement<ThreadState> {
    override val key: CoroutineContext.Key<*> get() = Key

    override fun updateThreadContext(context: CoroutineContext): ThreadState = ThreadState.get().also { ThreadState.set(state) }

    override fun restoreThreadContext(context: CoroutineContext, oldState: ThreadState): Unit = ThreadState.set(oldState)

    override fun copyForChild(): CopyableThreadContextElement<ThreadState> = StateElement(state.copy())

    override fun mergeForChild(overwritingElement: CoroutineContext.Element): CoroutineContext = overwritingElement

    companion object Key : CoroutineContext.Key<StateElement>
}

/** [scope] for a block that suspends: the scope follows the coroutine from thread to thread. */
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

/** Runs [block] with the settings of this thread (recording, scope, backend, generator), whatever threads it runs on. */
public suspend fun <T> withThreadSettings(block: suspend () -> T): T = recordingSuspending(ThreadState.get().recording, block)

private suspend fun <T> recordingSuspending(on: Boolean, block: suspend () -> T): T {
    val state = ThreadState.get().copy()
    state.recording = on
    return withContext(coroutineContext + StateElement(state)) { block() }
}
