package dev.rankine.optim

import dev.rankine.nn.BatchNorm
import dev.rankine.nn.Buffer
import dev.rankine.nn.Module
import dev.rankine.ops.Slot
import dev.rankine.ops.Value
import dev.rankine.ops.addInPlace
import dev.rankine.ops.copy
import dev.rankine.ops.div
import dev.rankine.ops.fillInPlace
import dev.rankine.ops.invoke
import dev.rankine.ops.minus
import dev.rankine.ops.noGrad
import dev.rankine.ops.scope

/**
 * Computes the batch statistics of [model] anew: those of its present parameters, averaged over all [batches] alike. For parameters that were
 * averaged, whose statistics nothing has measured; PyTorch's update_bn. Nothing is done for a model without batch norms that keep statistics. The modules'
 * training modes are as before at the end.
 *
 * @param batches what to show the model.
 * @param forward shows it one of them: `{ (x, _) -> model(x) }`.
 * @throws OptimizerException if there is no batch, or a batch norm has momentum 0: its statistics cannot move.
 */
public fun <B> updateBatchNorm(model: Module, batches: Iterable<B>, forward: (B) -> Unit) {
    val norms = modules(model).filterIsInstance<BatchNorm<*>>().filter { it.runningMean != null }
    if (norms.isEmpty()) return
    norms.firstOrNull { it.momentum == 0.0 }?.let { throw OptimizerException("updateBatchNorm: a batch norm has momentum 0: $it") }
    val modes = modules(model).map { it to it.isTraining }
    val means = norms.flatMap { norm -> listOf(norm.runningMean!!, norm.runningVariance!!).map { RunningStatistic(it, norm.momentum) } }
    norms.forEach { it.batchesTracked!!.value.fillInPlace(0) }
    var count = 0
    model.train()
    try {
        noGrad {
            for (batch in batches) {
                scope("updateBatchNorm") {
                    if (count == 0) means.forEach { it.begin() }
                    forward(batch)
                    count++
                    means.forEach { it.add(count) }
                }
            }
        }
    } finally {
        if (count > 0) means.forEach { it.end() }
        for ((module, mode) in modes) module.train(mode) // a module sets those below it, which come later in the list
    }
    if (count == 0) throw OptimizerException("updateBatchNorm: there is no batch")
}

/**
 * The mean over batches of one statistic of a batch norm with [momentum]: the norm's own buffer is zero before each batch, so that it is momentum times the
 * statistic of the batch afterwards. Without momentum the buffer is the mean itself.
 */
private class RunningStatistic(private val buffer: Buffer, private val momentum: Double?) {
    private val mean = Slot()

    fun begin() {
        buffer.value.fillInPlace(0)
    }

    fun add(count: Int) {
        if (momentum == null) return
        val ofBatch: Value = buffer.value / momentum
        val sofar = mean.value
        if (sofar == null) mean.value = copy(ofBatch) else sofar.addInPlace((ofBatch - sofar) / count)
        begin()
    }

    fun end() {
        mean.value?.let { buffer.assign(it) }
    }
}

/** [module] and those below it, parents first. */
private fun modules(module: Module): List<Module> = listOf(module) + module.children.values.flatMap { modules(it) }
