package dev.rankine.train

/** Tells events to whoever collects them by [listener], and calls [stop] when nobody wants more. */
internal class Telling(
    private val listener: suspend (TrainingEvent) -> Boolean,
    private val keeping: Keeping?,
    private val stop: () -> Unit,
) {
    private var isHeard = true

    suspend fun tell(event: TrainingEvent) {
        if (isHeard && !listener(event)) {
            isHeard = false
            stop()
        }
    }

    /** Tells of the checkpoints that were written meanwhile. */
    suspend fun written() {
        keeping?.written()?.forEach { tell(TrainingEvent.CheckpointWritten(it)) }
    }
}
