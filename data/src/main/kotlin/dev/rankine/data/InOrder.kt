package dev.rankine.data

import dev.rankine.ops.manualSeed
import dev.rankine.ops.withThreadSettings
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.channels.SendChannel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.FlowCollector
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.job
import kotlinx.coroutines.launch
import java.util.Queue
import java.util.concurrent.ConcurrentLinkedQueue
import kotlin.coroutines.CoroutineContext

/** What comes of an item, once a worker has made it: the failure itself if there was one, where a deferred might give a copy. */
private typealias Place<T> = CompletableDeferred<Result<T>>

/** An item on its way to a worker. */
private class Task<I, T>(val item: I, val place: Place<T>)

/**
 * What [make] gives for each item, in the order of the items, made by [workers] coroutines in [context] at once.
 *
 * Never more than [ahead] results are made, or being made, beyond those that the collector has: then nothing more is taken from this flow but one
 * item. A failure, of an item or of this flow, reaches the collector after all results before it. All coroutines end with the collector; then
 * the results that it did not get are given to [drop].
 */
@OptIn(ExperimentalCoroutinesApi::class) // getCompleted: of a place that is completed
internal fun <I, T> Flow<I>.mapInOrder(
    workers: Int,
    ahead: Int,
    context: CoroutineContext,
    drop: (T) -> Unit = {},
    make: (I) -> T,
): Flow<T> {
    val items = this
    return flow {
        val left = ConcurrentLinkedQueue<Place<T>>()
        try {
            emitInOrder(items, workers, ahead, context, left, make)
        } finally {
            // no coroutine is left that could make more
            for (place in left) if (place.isCompleted) place.getCompleted().onSuccess(drop)
        }
    }
}

/** Emits the results in order; a place is in [left] from before a worker knows of it until just before its result is emitted. */
private suspend fun <I, T> FlowCollector<T>.emitInOrder(
    items: Flow<I>,
    workers: Int,
    ahead: Int,
    context: CoroutineContext,
    left: Queue<Place<T>>,
    make: (I) -> T,
) {
    coroutineScope {
        val places = Channel<Place<T>>(ahead)
        val tasks = Channel<Task<I, T>>(Channel.UNLIMITED) // as many as places at most
        // a context of its own: scopes and settings of the collector's thread must not be shared with another thread
        val own = CoroutineScope(coroutineContext.job + context)
        own.launch { hand(items, places, tasks, left) }
        repeat(workers) {
            own.launch {
                withThreadSettings {
                    // a generator of its own: the thread's may be the collector's, which draws from it on another thread meanwhile
                    manualSeed(0)
                    for (task in tasks) {
                        ensureActive()
                        task.place.complete(runCatching { make(task.item) })
                    }
                }
            }
        }
        for (place in places) {
            val result = place.await().getOrThrow()
            ensureActive() // else emit throws before the collector has the result
            left.remove(place)
            emit(result)
        }
    }
}

/** Gives each of [items] a place in the order, then to the workers; what the items throw has a place too, the last one. */
private suspend fun <I, T> hand(items: Flow<I>, places: SendChannel<Place<T>>, tasks: SendChannel<Task<I, T>>, left: Queue<Place<T>>) {
    try {
        items.collect { item ->
            val place: Place<T> = CompletableDeferred()
            left.add(place)
            places.send(place)
            tasks.send(Task(item, place))
        }
    } catch (failure: Throwable) {
        currentCoroutineContext().ensureActive() // else the collector has ended: nobody is left to be told
        places.send(CompletableDeferred(Result.failure(failure)))
    }
    tasks.close()
    places.close()
}
