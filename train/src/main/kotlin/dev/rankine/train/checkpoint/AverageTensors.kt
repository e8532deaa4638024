package dev.rankine.train

import dev.rankine.io.SafetensorsFile
import dev.rankine.ops.Value

/** What the names of the average's tensors begin with in a checkpoint. */
internal const val AVERAGE: String = ".average."

/** Whether the tensor called [name] in a checkpoint is the average's. */
internal fun isAverages(name: String): Boolean = name.startsWith(AVERAGE)

/** The averages of the parameters by full name, `.average.mean.0.weight`. */
internal fun averageTensors(trainer: Trainer<*>): Map<String, Value> =
    trainer.average
        ?.stateDict()
        .orEmpty()
        .mapKeys { "$AVERAGE${it.key}" }

/** The same from [file], as the average's state_dict. */
internal fun averageState(file: SafetensorsFile, trainer: Trainer<*>): Map<String, Value> {
    val backend =
        trainer.optimizer.parameters
            .first()
            .value.backend
    return file.tensors.keys
        .filter(::isAverages)
        .associate { it.removePrefix(AVERAGE) to file.read(it, backend) }
}
