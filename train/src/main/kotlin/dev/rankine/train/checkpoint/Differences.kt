package dev.rankine.train

import dev.rankine.io.SafetensorsEntry
import dev.rankine.io.SafetensorsFile
import dev.rankine.nn.StateException
import kotlin.math.abs

/** How the checkpoint in [file] differs from [trainer], by the header and [snapshot] alone: no tensor is read. */
internal class Differences(private val file: SafetensorsFile, private val snapshot: Snapshot, private val trainer: Trainer<*>) {
    /** A line for each difference. */
    fun lines(): List<String> = ofModel() + ofOptimizer() + ofAverage() + ofSettings() + ofBest()

    private fun ofModel(): List<String> {
        val own = trainer.model.stateDict().mapValues { it.value.sizes to it.value.dtype }
        val given = file.tensors.filterKeys(::isModels).mapValues { it.value.sizes to it.value.dtype }
        return StateException.differences(own, given)
    }

    private fun ofOptimizer(): List<String> {
        val parameters = optimizedParameters(trainer)
        val isOtherRule = snapshot.settings["optimizer"] != trainer.optimizer.rule
        return file.tensors.filterKeys(::isOptimizers).mapNotNull { (full, entry) ->
            val parameter = parameters[parameterOf(full)]
            when {
                parameter == null -> "  unexpected  $full $entry"

                // another rule remembers other things: one line says it
                isOtherRule -> null

                else -> trainer.optimizer.neededState(parameter, keyOf(full), entry.sizes, entry.dtype)?.let { mismatched(full, entry, it) }
            }
        }
    }

    private fun ofAverage(): List<String> {
        val given =
            file.tensors.filterKeys(::isAverages).entries.associate {
                it.key.removePrefix(AVERAGE) to
                    (it.value.sizes to it.value.dtype)
            }
        val average = trainer.average
        if (average != null) return average.stateDifferences(given, snapshot.average?.averaged ?: 0)
        return given.map { (name, form) -> "  unexpected  $AVERAGE$name  ${form.first}" }
    }

    private fun ofSettings(): List<String> {
        val own = parametersOf(trainer)
        val common = own.keys intersect snapshot.parameters.keys
        val settings = settingsOf(trainer, snapshot.schedule)
        val known = if (EXAMPLES_SEED in snapshot.settings) settings else settings - EXAMPLES_SEED
        return compared(snapshot.settings, known) +
            compared(snapshot.parameters.filterKeys { it in common }, own.filterKeys { it in common }) +
            ofSchedule()
    }

    /** The first step at which the schedules differ. */
    private fun ofSchedule(): List<String> {
        val given = snapshot.schedule ?: return emptyList()
        val scheduler = trainer.scheduler ?: return emptyList()
        val own =
            try {
                ScheduleRecord.of(scheduler, given.steps)
            } catch (refused: RuntimeException) {
                // a schedule may be the user's code, which was never asked there before
                return listOf("  differs     schedule up to step ${given.steps}: the trainer's fails: ${refused.message?.lines()?.first()}")
            }
        for ((step, rates) in own.samples) {
            val other = given.samples[step] ?: return listOf("  missing     schedule at step $step")
            for ((what, pair) in listOf(
                "learning rates" to (other.learningRates to rates.learningRates),
                "momenta" to (other.momenta to rates.momenta),
            )) {
                if (pair.first.size != pair.second.size || !pair.first.zip(pair.second).all { (a, b) -> isSame(a, b) }) {
                    return listOf("  differs     schedule at step $step: $what ${pair.first}, the trainer has ${pair.second}")
                }
            }
        }
        return emptyList()
    }

    private fun ofBest(): List<String> {
        val given = snapshot.best.firstOrNull()?.of ?: return emptyList()
        val own = trainer.checkpoints?.keepBest?.toString() ?: return emptyList()
        return if (given == own) emptyList() else listOf("  differs     best epoch: $given, the trainer has $own")
    }

    private fun compared(given: Map<String, String>, own: Map<String, String>): List<String> =
        (own.keys + given.keys).filter { own[it] != given[it] }.map {
            "  differs     $it: ${given[it] ?: "nothing"}, the trainer has ${own[it] ?: "nothing"}"
        }

    private fun mismatched(full: String, entry: SafetensorsEntry, needed: String): String =
        "  mismatched  $full $entry, the trainer needs $needed"

    /** Other machines may give another last bit of a cosine. */
    private fun isSame(a: Double?, b: Double?): Boolean =
        if (a == null || b == null) a == b else abs(a - b) <= 1e-9 * minOf(abs(a), abs(b)) + 1e-15
}
