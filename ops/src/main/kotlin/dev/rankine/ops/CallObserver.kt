@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

/** Sees the calls of ops on a thread; see [observing]. */
public fun interface CallObserver {
    /** A [call] has given [outputs]. Ops that this function calls itself are not told. */
    public fun called(call: Call<*>, outputs: Array<Value>)
}

/**
 * Runs [block] and tells [observer] of every op that it calls on this thread: what is called, not what that consists of. Writes in place
 * are not told. The block cannot suspend.
 */
public inline fun <T> observing(observer: CallObserver, crossinline block: () -> T): T {
    val before = setObserver(observer)
    try {
        return block()
    } finally {
        setObserver(before)
    }
}

@PublishedApi
internal fun setObserver(observer: CallObserver?): CallObserver? {
    val thread = ThreadState.get()
    return thread.observer.also {
        thread.observer = observer?.let { told -> if (told is Silenced) told else Silenced(told) }
    }
}

/** Tells [observer] nothing of what it does itself. */
private class Silenced(private val observer: CallObserver) : CallObserver {
    private var isCalling = false

    override fun called(call: Call<*>, outputs: Array<Value>) {
        if (isCalling) return
        isCalling = true
        try {
            observer.called(call, outputs)
        } finally {
            isCalling = false
        }
    }
}
