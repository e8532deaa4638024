package dev.rankine.train

import dev.rankine.data.DataLoader
import dev.rankine.nn.Module
import dev.rankine.ops.Scope
import dev.rankine.ops.item
import dev.rankine.ops.noGrad
import dev.rankine.ops.scope
import dev.rankine.ops.withThreadSettings
import dev.rankine.shapes.Scalar
import dev.rankine.tensor.Tensor
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.takeWhile
import kotlinx.coroutines.runBlocking

/**
 * Measures [model] on [examples] by [loss]: in evaluation mode, without gradients. Afterwards every part of the model is in the mode
 * that it was in before. Cancellation is honoured between batches.
 *
 * @throws IllegalArgumentException if there is no example.
 */
public suspend fun <B> evaluate(model: Module, examples: DataLoader<B>, loss: Metrics.(B) -> Tensor<Scalar>): Measured {
    val context = currentCoroutineContext()
    return measure(model, examples, loss) { true.also { context.ensureActive() } }!!
}

/** [evaluate] as long as it [goesOn], which is asked before each batch; null if it did not go to the end. */
internal suspend fun <B> measure(
    model: Module,
    examples: DataLoader<B>,
    loss: Metrics.(B) -> Tensor<Scalar>,
    goesOn: () -> Boolean,
): Measured? {
    require(examples.batches > 0) { "evaluate: there is no example: ${examples.dataset.size} examples, batch size ${examples.batchSize}" }
    return inEvaluationMode(model) {
        withThreadSettings {
            val measuring = Measuring(examples)
            examples.scopedEpoch(0).takeOrDiscard(goesOn).collect { (batch, owner) ->
                measuring.add(
                    noGrad {
                        scope("evaluation step") {
                            owner.join()
                            measuring.metrics
                                .loss(batch)
                                .value
                                .item()
                        }
                    },
                )
            }
            if (measuring.steps == examples.batches) measuring.measured() else null
        }
    }
}

/** The batches as long as [goesOn]; the one that is prepared then is discarded. */
internal fun <B> Flow<Pair<B, Scope>>.takeOrDiscard(goesOn: () -> Boolean): Flow<Pair<B, Scope>> =
    takeWhile { (_, owner) ->
        var isTaken = false
        try {
            goesOn().also { isTaken = it }
        } finally {
            if (!isTaken) owner.discard()
        }
    }

/** [evaluate] for code without coroutines: blocks the calling thread. */
public fun <B> evaluateBlocking(model: Module, examples: DataLoader<B>, loss: Metrics.(B) -> Tensor<Scalar>): Measured =
    runBlocking { evaluate(model, examples, loss) }

/** Runs [block] with [model] in evaluation mode, then gives every module below it the mode that it had. */
private inline fun <T> inEvaluationMode(model: Module, block: () -> T): T {
    val modes = ArrayList<Pair<Module, Boolean>>()
    collectModes(model, modes)
    model.eval()
    try {
        return block()
    } finally {
        for ((module, mode) in modes) module.train(mode) // a module sets those below it, which come later in the list
    }
}

/** The modes of [module] and those below it, parents first. */
private fun collectModes(module: Module, into: MutableList<Pair<Module, Boolean>>) {
    into.add(module to module.isTraining)
    for (child in module.children.values) collectModes(child, into)
}
