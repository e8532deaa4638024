package dev.rankine.train

import dev.rankine.autodiff.backward
import dev.rankine.data.DataLoader
import dev.rankine.nn.Module
import dev.rankine.ops.AnomalyException
import dev.rankine.ops.detectAnomaly
import dev.rankine.ops.item
import dev.rankine.ops.scope
import dev.rankine.ops.times
import dev.rankine.ops.withThreadSettings
import dev.rankine.optim.Optimizer
import dev.rankine.optim.Schedule
import dev.rankine.optim.Scheduler
import dev.rankine.optim.clipGradientNorm
import dev.rankine.shapes.Scalar
import dev.rankine.tensor.Tensor
import dev.rankine.train.progress.Plan
import dev.rankine.train.progress.Progress
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.runBlocking

/**
 * Teaches a model: for each batch the loss, its gradient, one step of the optimizer (or one for several batches).
 *
 * ```
 * val trainer = Trainer(model, Adam(model.parameters()), examples) { (x, y) ->
 *     val scores = model(x)
 *     accuracy(scores, y)
 *     crossEntropy(scores, y)
 * }
 * trainer.fitBlocking(epochs = 5)
 * ```
 *
 * Every step is a scope of its own: nothing that it computes outlives it but parameters, gradients and the optimizer's state.
 *
 * @param B what a batch is.
 * @property model what learns.
 * @property optimizer what changes the model's parameters.
 * @property examples what it learns from.
 * @param progress what is told while training runs; by default a bar on a terminal, lines elsewhere.
 * @param checking looks at the result of every op, so that a NaN or an infinity is reported with the op that made it. Slow.
 * @param schedule what the learning rates follow, from one step of the optimizer to the next; see [scheduler].
 * @param clipNorm the largest norm of all gradients together; see [clipGradientNorm]. A norm that is not finite stops training.
 * @param accumulate how many batches make one step of the optimizer: their gradients are averaged, in the memory of one batch.
 *   The last step of an epoch takes the batches that are left.
 * @param loss the mean loss of the examples of a batch; may report other numbers, such as the accuracy, to the [Metrics] that it is called on.
 */
public class Trainer<B>(
    public val model: Module,
    public val optimizer: Optimizer,
    public val examples: DataLoader<B>,
    private val progress: Progress = Progress.console(),
    private val checking: Boolean = false,
    schedule: Schedule? = null,
    private val clipNorm: Double? = null,
    private val accumulate: Int = 1,
    private val loss: Metrics.(B) -> Tensor<Scalar>,
) {
    /** Moves the learning rates after every step of the optimizer; null without a schedule. */
    public val scheduler: Scheduler? = schedule?.let { Scheduler(optimizer, it) }

    init {
        require(accumulate >= 1) { "trainer: a step of the optimizer needs at least one batch: accumulate = $accumulate" }
        require(clipNorm == null || clipNorm >= 0) { "trainer: the largest norm of the gradients cannot be negative or NaN: $clipNorm" }
    }

    /** How many epochs were finished; [fit] goes on from there. Their numbers choose the order of the examples. */
    public var finishedEpochs: Int = 0
        private set

    /**
     * Runs [epochs] more epochs, in training mode, and returns what each of them gave.
     *
     * Cancellation is honoured between steps, never within one: the parameters are always those of a whole step.
     *
     * @param validation other examples to measure the model on after each epoch.
     * @throws NotFiniteLossException if the loss is NaN or infinite; the step is then not taken.
     * @throws IllegalArgumentException if [epochs] is negative or there is no example to learn from.
     */
    public suspend fun fit(epochs: Int, validation: DataLoader<B>? = null): History {
        require(epochs >= 0) { "fit: the number of epochs cannot be negative: $epochs" }
        require(
            examples.batches > 0,
        ) { "fit: there is nothing to learn from: ${examples.dataset.size} examples, batch size ${examples.batchSize}" }
        if (!model.isTraining) model.train()
        val done = ArrayList<Epoch>()
        val last = finishedEpochs + epochs
        progress.start(Plan(finishedEpochs + 1, last, examples.batches))
        try {
            withThreadSettings {
                while (finishedEpochs < last) {
                    val training = epoch(last)
                    finishedEpochs++
                    done += Epoch(finishedEpochs, training, validation?.let { evaluate(it) }).also(progress::epoch)
                }
            }
        } finally {
            progress.end()
        }
        return History(done)
    }

    /** [fit] for code without coroutines: blocks the calling thread, on which every step runs. */
    public fun fitBlocking(epochs: Int, validation: DataLoader<B>? = null): History = runBlocking { fit(epochs, validation) }

    /** Measures the model on [other] examples; see the function of the same name. */
    public suspend fun evaluate(other: DataLoader<B>): Measured = evaluate(model, other, loss)

    /** [evaluate] for code without coroutines: blocks the calling thread. */
    public fun evaluateBlocking(other: DataLoader<B>): Measured = evaluateBlocking(model, other, loss)

    private suspend fun epoch(last: Int): Measured {
        val measuring = Measuring(examples)
        val number = finishedEpochs + 1
        examples.epoch(finishedEpochs).collect { batch ->
            currentCoroutineContext().ensureActive()
            measuring.add(checked(number, measuring.steps + 1) { step(batch, measuring.metrics, number, measuring.steps + 1) })
            progress.step(measuring.report(number, last))
        }
        return measuring.measured()
    }

    private fun step(batch: B, metrics: Metrics, epoch: Int, step: Int): Double =
        scope("training step") {
            if ((step - 1) % accumulate == 0) optimizer.zeroGradients()
            val loss = metrics.loss(batch)
            val number = loss.value.item()
            if (!number.isFinite()) throw notFinite("loss is $number", epoch, step)
            val batches = minOf(accumulate, examples.batches - (step - 1) / accumulate * accumulate)
            (if (batches == 1) loss.value else loss.value * (1.0 / batches)).backward()
            if (step % accumulate == 0 || step == examples.batches) change(epoch, step)
            number
        }

    /** The step of the optimizer, with what goes before and after it. */
    private fun change(epoch: Int, step: Int) {
        if (clipNorm != null) {
            val norm = clipGradientNorm(model.parameters(), clipNorm)
            if (!norm.isFinite()) throw notFinite("the norm of the gradients is $norm", epoch, step)
        }
        optimizer.step()
        scheduler?.step()
    }

    private inline fun checked(epoch: Int, step: Int, crossinline take: () -> Double): Double {
        if (!checking) return take()
        try {
            return detectAnomaly { take() }
        } catch (found: AnomalyException) {
            val inherited = "look at the examples, and at the parameters before training"
            val hint = if (found.isInherited) inherited else "lower the learning rate ($rates)"
            throw NotFiniteLossException(found.message.orEmpty(), hint, epoch, step, found)
        }
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
