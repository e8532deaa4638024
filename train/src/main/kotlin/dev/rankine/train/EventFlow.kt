package dev.rankine.train

import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.launch

/** An event on its way; [heard] is whether the collector wants more. */
private class SentEvent(val event: TrainingEvent, val heard: CompletableDeferred<Boolean>)

/**
 * A flow of what [work] tells. The work waits for the collector after every event, so that what a collector does about one (a `take`, a
 * `stop`) happens before the next step. To the work, told events return whether somebody listens still; it is a child of the collector, which waits for its
 * end even when it wants no more.
 */
internal fun eventsOf(work: suspend (tell: suspend (TrainingEvent) -> Boolean) -> Unit): Flow<TrainingEvent> =
    flow {
        coroutineScope {
            val events = Channel<SentEvent>(Channel.RENDEZVOUS, onUndeliveredElement = { it.heard.complete(false) })
            // begun on the collector's thread: the random numbers are those of its generator, as in a call of fit
            launch(start = CoroutineStart.UNDISPATCHED) {
                try {
                    work { event -> events.tell(event) }
                    events.close()
                } catch (ended: CancellationException) {
                    events.close(ended)
                    throw ended
                } catch (failure: Throwable) {
                    events.close(failure)
                }
            }
            try {
                for (told in events) {
                    var isHeard = false
                    try {
                        emit(told.event)
                        isHeard = true
                    } finally {
                        told.heard.complete(isHeard)
                    }
                }
            } finally {
                events.cancel()
            }
        }
    }

/** The work cannot be cancelled within a step: that nobody listens any more is an answer, not an exception. */
private suspend fun Channel<SentEvent>.tell(event: TrainingEvent): Boolean {
    val told = SentEvent(event, CompletableDeferred())
    try {
        send(told)
    } catch (gone: CancellationException) {
        return false
    }
    return told.heard.await()
}
