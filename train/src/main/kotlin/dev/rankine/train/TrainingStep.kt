package dev.rankine.train

import dev.rankine.autodiff.backward
import dev.rankine.nn.Module
import dev.rankine.ops.AnomalyException
import dev.rankine.ops.Scope
import dev.rankine.ops.detectAnomaly
import dev.rankine.ops.item
import dev.rankine.ops.scope
import dev.rankine.ops.times
import dev.rankine.optim.AveragedModel
import dev.rankine.optim.LBFGS
import dev.rankine.optim.Optimizer
import dev.rankine.optim.Scheduler
import dev.rankine.optim.clipGradientNorm
import dev.rankine.shapes.Scalar
import dev.rankine.tensor.Tensor

/** What a [Trainer] does with a batch: loss, gradients, and at the end of [accumulate] batches or of an epoch the optimizer's step. */
internal class TrainingStep<B>(
    model: Module,
    private val optimizer: Optimizer,
    private val scheduler: Scheduler?,
    private val average: AveragedModel?,
    private val batches: Int,
    private val accumulate: Int,
    private val clipNorm: Double?,
    private val checking: Boolean,
    private val loss: Metrics.(B) -> Tensor<Scalar>,
) {
    /** All that may get a gradient, the model's parameters that no optimizer changes too: theirs would add up. */
    private val parameters = (optimizer.parameters + model.parameters()).distinct()

    /** Whether the optimizer has seen all of the first [step] batches of an epoch. */
    fun isWhole(step: Int): Boolean = step % accumulate == 0 || step == batches

    /** Takes step number [step] of epoch number [epoch], both counted from 1, and returns the mean loss of [batch], which ends with the step. */
    fun take(batch: Pair<B, Scope>, metrics: Metrics, epoch: Int, step: Int): Double {
        if (!checking) return scoped(batch, metrics, epoch, step)
        try {
            return detectAnomaly { scoped(batch, metrics, epoch, step) }
        } catch (found: AnomalyException) {
            val inherited = "look at the examples, and at the parameters before training"
            val hint = if (found.isInherited) inherited else "lower the learning rate ($rates)"
            throw NotFiniteLossException(found.message.orEmpty(), hint, epoch, step, found)
        }
    }

    private fun scoped(batch: Pair<B, Scope>, metrics: Metrics, epoch: Int, step: Int): Double =
        scope("training step") {
            batch.second.join()
            if (optimizer is LBFGS) return@scope searched(batch.first, metrics, epoch, step)
            if ((step - 1) % accumulate == 0) parameters.forEach { it.zeroGradient() }
            val loss = metrics.loss(batch.first)
            val number = loss.value.item()
            if (!number.isFinite()) throw notFinite("loss is $number", epoch, step)
            val together = minOf(accumulate, batches - (step - 1) / accumulate * accumulate)
            (if (together == 1) loss.value else loss.value * (1.0 / together)).backward()
            if (isWhole(step)) change(epoch, step)
            number
        }

    /** The step of an optimizer that computes the loss as often as it likes; only the first time counts for the [metrics]. */
    private fun searched(batch: B, metrics: Metrics, epoch: Int, step: Int): Double {
        var isFirst = true
        val number =
            optimizer.step {
                parameters.forEach { it.zeroGradient() }
                val loss = (if (isFirst) metrics else Metrics()).loss(batch)
                val number = loss.value.item()
                if (isFirst && !number.isFinite()) throw notFinite("loss is $number", epoch, step)
                isFirst = false
                loss.value.backward()
                number
            }
        stepped()
        return number
    }

    /** What goes after a step of the optimizer. */
    private fun stepped() {
        scheduler?.step()
        average?.update()
    }

    /** The step of the optimizer, with what goes before and after it. */
    private fun change(epoch: Int, step: Int) {
        if (clipNorm != null) {
            val norm = clipGradientNorm(optimizer.parameters, clipNorm)
            if (!norm.isFinite()) throw notFinite("the norm of the gradients is $norm", epoch, step)
        }
        optimizer.step()
        stepped()
    }

    private fun notFinite(problem: String, epoch: Int, step: Int) =
        NotFiniteLossException(
            problem,
            "lower the learning rate ($rates)" + if (checking) "" else ", or train with checking = true to find the op",
            epoch,
            step,
        )

    /** The learning rates of the optimizer's groups, for messages. */
    private val rates: String get() =
        optimizer.groups
            .map { it.learningRate }
            .distinct()
            .joinToString()
}
