package dev.rankine.optim

import dev.rankine.nn.BatchNorm
import dev.rankine.nn.Module
import dev.rankine.ops.copy
import dev.rankine.ops.copyFrom
import dev.rankine.ops.fillInPlace
import dev.rankine.ops.invoke
import dev.rankine.ops.item
import dev.rankine.ops.noGrad
import dev.rankine.ops.scope

/**
 * Computes the batch statistics of [model] anew: those of its present parameters, averaged over all [batches] alike. For parameters that were
 * averaged, whose statistics nothing has measured; PyTorch's update_bn. Nothing is done for a model without batch norms that keep statistics. The modules'
 * training modes are as before at the end, and so are the statistics of a batch norm that [forward] does not reach. If [forward] fails, all are.
 *
 * @param batches what to show the model.
 * @param forward shows it one of them: `{ (x, _) -> model(x) }`.
 * @throws OptimizerException if there is no batch.
 */
public fun <B> updateBatchNorm(model: Module, batches: Iterable<B>, forward: (B) -> Unit) {
    val norms = modules(model).distinct().filterIsInstance<BatchNorm<*>>().filter { it.runningMean != null }
    if (norms.isEmpty()) return
    val modes = modules(model).map { it to it.isTraining }
    noGrad {
        scope("updateBatchNorm") {
            val statistics = norms.map { MeasuredAnew(it) }
            var isDone = false
            try {
                model.train()
                statistics.forEach { it.begin() }
                var count = 0
                for (batch in batches) {
                    scope("updateBatchNorm") { forward(batch) }
                    count++
                }
                if (count == 0) throw OptimizerException("updateBatchNorm: there is no batch")
                isDone = true
            } finally {
                statistics.forEach { it.end(isDone) }
                for ((module, mode) in modes) module.train(mode) // a module sets those below it, which come later in the list
            }
        }
    }
}

/** The statistics of [norm], which are the mean of all batches between [begin] and [end]; each use in one forward is a batch. */
private class MeasuredAnew(private val norm: BatchNorm<*>) {
    private val momentum = norm.momentum
    private val buffers = listOf(norm.runningMean!!, norm.runningVariance!!, norm.batchesTracked!!)
    private val before = buffers.map { copy(it.value) }

    fun begin() {
        norm.momentum = null
        buffers.forEach { it.value.fillInPlace(0) }
    }

    /** Puts back what was there if it is not [isDone], or the norm saw no batch. */
    fun end(isDone: Boolean) {
        norm.momentum = momentum
        if (isDone && buffers.last().value.item() > 0) return
        buffers.zip(before).forEach { (buffer, old) -> buffer.value.copyFrom(old) }
    }
}

/** [module] and those below it, parents first. */
private fun modules(module: Module): List<Module> = listOf(module) + module.children.values.flatMap { modules(it) }
