package dev.rankine.train

import dev.rankine.io.SafetensorsFile
import dev.rankine.ops.GeneratorState
import dev.rankine.optim.ReduceOnPlateau
import dev.rankine.shapes.FormatException

/**
 * Where a trainer stands, all but the tensors.
 *
 * @property settings what must be equal in the trainer that goes on; see [settingsOf].
 * @property parameters which group each parameter is in, and whether it is frozen.
 * @property optimizerSteps how many steps the optimizer took.
 * @property tensors how many tensors the optimizer remembers.
 * @property rates those of the optimizer's groups.
 * @property epochs how many epochs are finished.
 * @property position in the epoch that is not.
 * @property best the best epochs, the best first.
 * @property stopping what early stopping has seen; null without it.
 * @property plateau where the plateau stands, if there is one.
 * @property average how far the average of the parameters has come, if there is one.
 */
internal class Snapshot(
    val settings: Map<String, String>,
    val parameters: Map<String, String>,
    val optimizerSteps: Int,
    val tensors: Int,
    val rates: Rates,
    val schedule: ScheduleRecord?,
    val generator: GeneratorState,
    val epochs: Int,
    val position: Position,
    val best: List<BestEpoch>,
    val stopping: Patience.Seen?,
    val plateau: ReduceOnPlateau.State? = null,
    val average: AverageRecord? = null,
) {
    /** Refuses what contradicts [trainer], which has the same settings, or [file]. */
    fun checkFits(file: SafetensorsFile, trainer: Trainer<*>) {
        val loader = trainer.examples
        val own = Rates.of(trainer.optimizer)
        val groups = trainer.optimizer.groups.size
        val found = file.tensors.keys.count(::isOptimizers)
        val isBoundary = position.batches == loader.batches || position.batches % trainer.accumulate == 0
        val expected = loader.batchSampler.examplesBefore(minOf(position.batches, loader.batches)).toLong()
        val problem =
            when {
                (schedule == null) != (trainer.scheduler == null) -> {
                    "schedule is missing"
                }

                position.batches > loader.batches -> {
                    "position.batches is past the end of the epoch: ${position.batches} > ${loader.batches}"
                }

                !isBoundary -> {
                    "position.batches is between two steps: ${position.batches} is no multiple of ${trainer.accumulate}"
                }

                position.examples.toLong() != expected -> {
                    "position.examples is not that of ${position.batches} batches: ${position.examples} != $expected"
                }

                rates.learningRates.size != groups -> {
                    "optimizer.learningRates are ${rates.learningRates.size} for $groups groups"
                }

                rates.momenta.size != groups -> {
                    "optimizer.momenta are ${rates.momenta.size} for $groups groups"
                }

                rates.momenta.map { it == null } != own.momenta.map { it == null } -> {
                    "optimizer.momenta are not those of ${trainer.optimizer.rule}"
                }

                (plateau == null) != (trainer.plateau == null) -> {
                    "plateau is missing"
                }

                (average == null) != (trainer.average == null) -> {
                    "average is missing"
                }

                average != null && average.averaged > average.updates -> {
                    "average.averaged is ${average.averaged} of ${average.updates} updates"
                }

                plateau?.best?.isNaN() == true -> {
                    "plateau.best is NaN"
                }

                average != null && file.tensors.keys.count(::isAverages) != average.tensors -> {
                    "average.tensors are ${average.tensors}, the file has ${file.tensors.keys.count(::isAverages)}"
                }

                schedule == null && plateau == null && rates.learningRates != own.learningRates -> {
                    "optimizer.learningRates are ${rates.learningRates}, the settings say ${own.learningRates}"
                }

                (0..<groups).any { schedule?.movesMomentum(it) != true && rates.momenta[it] != own.momenta[it] } -> {
                    "optimizer.momenta are ${rates.momenta}, the settings say ${own.momenta}"
                }

                found != tensors -> {
                    "optimizer.tensors are $tensors, the file has $found"
                }

                (stopping == null) != (trainer.stopping == null) -> {
                    "stopping is missing"
                }

                else -> {
                    checkBest(file, trainer)
                    return
                }
            }
        throw FormatException(file.name, "checkpoint is damaged: $problem")
    }

    /** The numbers of the best epoch are those of all the model's tensors, or none. */
    private fun checkBest(file: SafetensorsFile, trainer: Trainer<*>) {
        val expected = if (trainer.stopping?.restoreBest == true && stopping?.best != null) trainer.model.stateDict() else emptyMap()
        val found = file.tensors.filterKeys { it.startsWith(BEST) }.mapKeys { it.key.removePrefix(BEST) }
        val wrong =
            (expected.keys + found.keys).firstOrNull {
                expected[it]?.sizes != found[it]?.sizes ||
                    expected[it]?.dtype != found[it]?.dtype
            }
        if (wrong != null) {
            throw FormatException(
                file.name,
                "checkpoint is damaged: $BEST$wrong is ${found[wrong] ?: "missing"}, not ${expected[wrong] ?: "needed"}",
            )
        }
    }

    companion object {
        /** The version of the fields in a checkpoint; it rises when one that is older could no longer be read. */
        const val FORMAT: Int = 1

        /** Where [trainer] stands; its optimizer has [tensors] tensors. */
        fun of(trainer: Trainer<*>, tensors: Int): Snapshot {
            val schedule = trainer.scheduler?.let { ScheduleRecord.of(it, it.steps) }
            return Snapshot(
                settingsOf(trainer, schedule),
                parametersOf(trainer),
                trainer.optimizer.steps,
                tensors,
                Rates.of(trainer.optimizer),
                schedule,
                trainer.generatorState,
                trainer.finishedEpochs,
                trainer.position,
                trainer.bestEpochs,
                trainer.patience?.seen,
                trainer.plateau?.state,
                trainer.average?.let(AverageRecord::of),
            )
        }
    }
}
