package dev.rankine.train

import dev.rankine.data.DataLoader
import dev.rankine.nn.Module
import dev.rankine.nn.StateException
import dev.rankine.ops.Generator
import dev.rankine.ops.GeneratorState
import dev.rankine.ops.Value
import dev.rankine.ops.withThreadSettings
import dev.rankine.optim.AveragedModel
import dev.rankine.optim.LBFGS
import dev.rankine.optim.Optimizer
import dev.rankine.optim.OptimizerException
import dev.rankine.optim.ReduceOnPlateau
import dev.rankine.optim.Schedule
import dev.rankine.optim.Scheduler
import dev.rankine.optim.SwappedWeights
import dev.rankine.optim.use
import dev.rankine.shapes.FormatException
import dev.rankine.shapes.Scalar
import dev.rankine.tensor.Tensor
import dev.rankine.train.progress.Plan
import dev.rankine.train.progress.Progress
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.isActive
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import java.nio.file.Path
import java.util.concurrent.atomic.AtomicBoolean

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
 * Every step is a scope of its own, and its batch belongs to it: nothing that was made for it outlives it but parameters, gradients and the optimizer's
 * state. A dataset that stores a tensor while it makes a batch, for later ones, calls `keep()` on it.
 *
 * A training that was stopped goes on where it stood, in the middle of an epoch too, as if it had not been stopped: in the same process by
 * another [fit], in another one by [resume]. See [Checkpoints].
 *
 * @param B what a batch is.
 * @property model what learns.
 * @property optimizer what changes the model's parameters.
 * @property examples what it learns from.
 * @param progress what is told while training runs; by default a bar on a terminal, lines elsewhere.
 * @param checking looks at the result of every op, so that a NaN or an infinity is reported with the op that made it. Slow.
 * @param schedule what the learning rates follow, from one step of the optimizer to the next; see [scheduler].
 * @property clipNorm the largest norm of the gradients of the optimizer's parameters together; see [dev.rankine.optim.clipGradientNorm]. A norm that is not finite stops
 *   training.
 * @property accumulate how many batches make one step of the optimizer: their gradients are averaged, in the memory of one batch.
 *   The last step of an epoch takes the batches that are left.
 * @property checkpoints where and when the state of training is written to files; by default never.
 * @property stopping when training ends before its last epoch; by default never. It needs validation examples.
 * @property plateau lets the learning rates fall when the validation loss, or the number that it names, stays as it is; needs validation
 *   examples, and no schedule beside it.
 * @property average is updated after every step of the optimizer, and measured in the validation; the best checkpoint holds its parameters. An optimizer
 *   that has two sets of numbers itself ([dev.rankine.optim.ScheduleFreeAdamW]) is treated in the same way. After training, see [swapIn].
 * @param loss the mean loss of the examples of a batch; may report other numbers, such as the accuracy, to the [Metrics] that it is called on.
 */
public class Trainer<B>(
    public val model: Module,
    public val optimizer: Optimizer,
    public val examples: DataLoader<B>,
    private val progress: Progress = Progress.console(),
    private val checking: Boolean = false,
    schedule: Schedule? = null,
    public val clipNorm: Double? = null,
    public val accumulate: Int = 1,
    public val checkpoints: Checkpoints? = null,
    public val stopping: EarlyStopping? = null,
    public val plateau: ReduceOnPlateau? = null,
    public val average: AveragedModel? = null,
    private val loss: Metrics.(B) -> Tensor<Scalar>,
) {
    /** Moves the learning rates after every step of the optimizer; null without a schedule. */
    public val scheduler: Scheduler? = schedule?.let { Scheduler(optimizer, it) }

    init {
        require(accumulate >= 1) { "trainer: a step of the optimizer needs at least one batch: accumulate = $accumulate" }
        require(clipNorm == null || clipNorm >= 0) { "trainer: the largest norm of the gradients cannot be negative or NaN: $clipNorm" }
        require(plateau == null || schedule == null) { "trainer: learning rates follow a schedule or a plateau, not both" }
        require(plateau == null || plateau.optimizer === optimizer) { "trainer: the plateau is of another optimizer" }
        require(average == null || average.model === model) { "trainer: the average is of another model" }
        require(average == null || optimizer !is SwappedWeights) {
            "trainer: ${optimizer.rule} averages the parameters itself: no other average is possible"
        }
        require(optimizer !is LBFGS || (accumulate == 1 && clipNorm == null)) {
            "trainer: lbfgs computes the loss of one batch several times: accumulate and clipNorm are not possible"
        }
    }

    /** What has other numbers to evaluate with. */
    internal val swapped: SwappedWeights? = average ?: optimizer as? SwappedWeights

    /** How many epochs were finished, their validation included; [fit] goes on from there. Their numbers choose the order of the examples. */
    public var finishedEpochs: Int = 0
        private set

    /** The best epochs so far by [Checkpoints.keepBest], at most [Checkpoints.bestCount], the best first; none if there was no validation. */
    public var bestEpochs: List<BestEpoch> = emptyList()
        private set

    /** The best epoch so far by [Checkpoints.keepBest]; null if there was no validation. */
    public val bestEpoch: BestEpoch? get() = bestEpochs.firstOrNull()

    /** Whether [stopping] has ended training: [fit] runs no more epochs then. */
    public val hasStoppedEarly: Boolean get() = patience?.isOver == true

    /** Whether [stopping] has put the numbers of its best epoch into the model: those to evaluate with already. */
    private var holdsBest = false

    internal val patience: Patience? = stopping?.let { Patience(it, model) }

    /** Where training stands in the epoch that is not finished, after the optimizer's last step. */
    internal var position: Position = Position.START
        private set

    /** The generator of the thread that trains, as it was at [position]; before training that of this thread. */
    internal val generatorState: GeneratorState get() = lastGenerator ?: Generator.current.state

    private var lastGenerator: GeneratorState? = null

    @Volatile
    private var isStopAsked = false

    private val isTraining = AtomicBoolean()

    /**
     * Runs [epochs] more epochs, in training mode, and returns what each of them gave. What is left of an epoch that was stopped counts as
     * one, so that `fit(6 - finishedEpochs)` trains until epoch 6.
     *
     * Cancellation and [stop] are honoured between steps of the optimizer, never within one, and then [Checkpoints.last] is written.
     * After them, another call goes on where this one stopped, random numbers included: what is drawn or seeded between the two has no effect.
     *
     * At the end the model has the parameters that learn, so that training can go on. With an [average], and with
     * [dev.rankine.optim.ScheduleFreeAdamW], those to evaluate with are others: [swapIn] leaves them in the model.
     *
     * @param validation other examples to measure the model on after each epoch.
     * @throws NotFiniteLossException if the loss is NaN or infinite; the step is then not taken.
     * @throws FormatException if a checkpoint cannot be written; where it is seen before the first step, none is taken.
     * @throws IllegalArgumentException if [epochs] is negative, there is no example to learn from, or none to validate on where [stopping] needs it.
     * @throws IllegalStateException if this trainer is training already.
     */
    public suspend fun fit(epochs: Int, validation: DataLoader<B>? = null): History = fit(epochs, validation) { true }

    /**
     * [fit] as a flow: training runs while the flow is collected, and tells what happens. After each event it waits for the collector.
     *
     * ```
     * trainer.fitAsFlow(epochs = 20, validation).collect { event ->
     *     if (event is TrainingEvent.Validated && event.measured.loss < 0.1) trainer.stop()
     * }
     * ```
     *
     * The training belongs to the collector: if that is cancelled, or wants no more (`first`, `take`), training ends after the optimizer's
     * present step and [Checkpoints.last] is written before the collector goes on. What [fit] throws, the collector receives.
     */
    public fun fitAsFlow(epochs: Int, validation: DataLoader<B>? = null): Flow<TrainingEvent> =
        eventsOf { tell -> fit(epochs, validation, tell) }

    private suspend fun fit(epochs: Int, validation: DataLoader<B>?, tell: suspend (TrainingEvent) -> Boolean): History {
        require(epochs >= 0) { "fit: the number of epochs cannot be negative: $epochs" }
        require(epochs <= Int.MAX_VALUE - finishedEpochs) { "fit: too many epochs: $finishedEpochs finished, $epochs more" }
        require(
            examples.batches > 0,
        ) { "fit: there is nothing to learn from: ${examples.dataset.size} examples, batch size ${examples.batchSize}" }
        require(stopping == null || validation != null) { "fit: early stopping needs validation examples: $stopping" }
        require(plateau == null || validation != null) { "fit: the plateau needs validation examples" }
        check(isTraining.compareAndSet(false, true)) { "fit: this trainer is training already" }
        try {
            return train(epochs, validation, tell)
        } finally {
            isTraining.set(false)
        }
    }

    private suspend fun train(epochs: Int, validation: DataLoader<B>?, tell: suspend (TrainingEvent) -> Boolean): History {
        val keeping = checkpoints?.let { Keeping(it, this) }
        if (!model.isTraining) model.train()
        swapped?.swapOut()
        val generator = Generator.current // made here if there was none, so that the next call goes on with it
        lastGenerator?.let { generator.state = it }
        isStopAsked = false
        val wasOver = hasStoppedEarly // then the model has the numbers of its best epoch already, and the last checkpoint its own
        val done = ArrayList<Epoch>()
        val last = finishedEpochs + epochs
        val context = currentCoroutineContext()
        val termination = if (checkpoints?.stopOnSignal == true) Termination(::stop) else null
        try {
            var stopped: String? = null
            val plan = Plan(finishedEpochs + 1, last, examples.batches)
            progress.start(plan)
            try {
                withThreadSettings {
                    withContext(NonCancellable) {
                        val telling = Telling(tell, keeping, ::stop)
                        telling.tell(TrainingEvent.Started(plan))
                        run(last, validation, keeping, done, telling) { !isStopAsked && context.isActive }
                        val saved = if (wasOver) null else keeping?.atEnd()
                        telling.written()
                        if (hasStoppedEarly) holdsBest = patience!!.restore()
                        if (finishedEpochs < last) {
                            stopped =
                                (patience?.takeIf { it.isOver }?.line(finishedEpochs) ?: "stopped $place") +
                                if (saved == null) "" else "; $saved"
                        }
                        telling.tell(TrainingEvent.Stopped(reason(last), finishedEpochs))
                    }
                }
            } finally {
                progress.end()
                stopped?.let(progress::stopped)
            }
        } catch (failure: Exception) {
            // the process ends before the caller could tell it
            if (termination?.isUnderWay == true && failure !is CancellationException) progress.stopped("stopped $place; ${failure.message}")
            throw failure
        } finally {
            termination?.close()
            if (termination?.isUnderWay == true) awaitEnd()
        }
        context.ensureActive()
        return History(done)
    }

    /** [fit] for code without coroutines: blocks the calling thread, on which every step runs. */
    public fun fitBlocking(epochs: Int, validation: DataLoader<B>? = null): History = runBlocking { fit(epochs, validation) }

    /** Asks [fit], which runs on another thread or calls this from the loss, to return after the optimizer's present step. */
    public fun stop() {
        isStopAsked = true
    }

    /**
     * Leaves the numbers to evaluate with in the model, after training: those of [average] or of an optimizer that averages itself, the best epoch's
     * where [stopping] put them there; else the model has them anyway. The next [fit] puts back those that learn, bit by bit.
     *
     * @throws IllegalStateException while this trainer is training.
     */
    public fun swapIn() {
        check(!isTraining.get()) { "swapIn: this trainer is training" }
        if (!holdsBest) swapped?.swapIn()
    }

    /**
     * Goes on where the training stood that was saved at [path], and returns the texts that were stored with it; see [Checkpoint.load].
     *
     * @throws FormatException if the file is missing, damaged or no checkpoint.
     * @throws StateException if it is of another training: everything that differs. In both cases nothing was changed.
     */
    public fun resume(path: Path): Map<String, String> = Checkpoint.load(path, this)

    /** Measures the model, with the parameters of an [average] where there is one, on [other] examples; see the function of the same name. */
    public suspend fun evaluate(other: DataLoader<B>): Measured = evaluating { evaluate(model, other, loss) }

    /** [evaluate] for code without coroutines: blocks the calling thread. */
    public fun evaluateBlocking(other: DataLoader<B>): Measured = evaluating { evaluateBlocking(model, other, loss) }

    /** Takes over everything from a checkpoint that [snapshot] and the tensors are, all of which fits. */
    internal fun restore(
        file: String,
        snapshot: Snapshot,
        modelState: Map<String, Value>,
        optimizerState: Map<String, Map<String, Value>>,
        best: Map<String, Value>,
        averageState: Map<String, Value>,
    ) {
        val rates = Rates.of(optimizer)
        val steps = scheduler?.steps
        try {
            scheduler?.steps = snapshot.schedule!!.steps
            snapshot.rates.assignTo(optimizer)
            optimizer.loadStateDict(optimizerState, snapshot.optimizerSteps)
        } catch (impossible: OptimizerException) {
            if (steps != null) scheduler.steps = steps
            rates.assignTo(optimizer)
            throw FormatException(file, "checkpoint is damaged: ${impossible.message}", cause = impossible)
        }
        snapshot.average?.let { average!!.loadStateDict(averageState, it.updates, it.averaged) }
        snapshot.plateau?.let { plateau!!.state = it }
        model.loadStateDict(modelState)
        optimizer.zeroGradients()
        holdsBest = false
        finishedEpochs = snapshot.epochs
        position = snapshot.position
        bestEpochs = snapshot.best.take(checkpoints?.bestCount ?: snapshot.best.size)
        patience?.resume(snapshot.stopping!!, best)
        lastGenerator = snapshot.generator
    }

    private suspend fun run(
        last: Int,
        validation: DataLoader<B>?,
        keeping: Keeping?,
        done: MutableList<Epoch>,
        telling: Telling,
        goesOn: () -> Boolean,
    ) {
        while (finishedEpochs < last && !hasStoppedEarly && goesOn()) {
            val training = epoch(last, keeping, telling, goesOn) ?: return
            val validated = validation?.let { evaluating { measure(model, it, loss, goesOn) } ?: return }
            stands(Position.START, finishedEpochs + 1)
            val before = bestEpochs
            if (validated != null) {
                plateau?.step(numberOf(plateau, validated))
                rank(validated)
            }
            keeping?.afterEpoch(before)
            val epoch = Epoch(finishedEpochs, training, validated).also(progress::epoch)
            done += epoch
            if (validated != null) telling.tell(TrainingEvent.Validated(finishedEpochs, validated))
            telling.written()
            telling.tell(TrainingEvent.EpochDone(epoch))
        }
    }

    /** The rest of the epoch; null if it was stopped. */
    private suspend fun epoch(last: Int, keeping: Keeping?, telling: Telling, goesOn: () -> Boolean): Measured? {
        val number = finishedEpochs + 1
        val measuring = Measuring(examples, position)
        val step = TrainingStep(model, optimizer, scheduler, average, examples.batches, accumulate, clipNorm, checking, loss)
        val batches = examples.scopedEpoch(finishedEpochs, position.batches)
        batches.takeOrDiscard { !step.isWhole(measuring.steps) || goesOn() }.collect { batch ->
            measuring.add(step.take(batch, measuring.metrics, number, measuring.steps + 1))
            if (step.isWhole(measuring.steps)) {
                stands(measuring.position, finishedEpochs)
                keeping?.afterStep()
            }
            val report = measuring.report(number, last).also(progress::step)
            telling.tell(TrainingEvent.Step(report))
            telling.written()
        }
        return if (measuring.steps == examples.batches) measuring.measured() else null
    }

    private fun stands(at: Position, epochs: Int) {
        position = at
        finishedEpochs = epochs
        lastGenerator = Generator.current.state
    }

    /** Runs [block] with the numbers to evaluate with in the parameters. */
    internal inline fun <T> evaluating(block: () -> T): T {
        val weights = swapped.takeUnless { holdsBest } ?: return block()
        return weights.use(block)
    }

    private fun numberOf(plateau: ReduceOnPlateau, validated: Measured): Double {
        val metric = plateau.metric ?: return validated.loss
        return requireNotNull(validated.metrics[metric]) {
            "plateau: the loss function reports no $metric: it reports ${validated.metrics.keys.joinToString().ifEmpty { "nothing" }}"
        }
    }

    /** Takes note of what the finished epoch gave on the validation examples. */
    private fun rank(validated: Measured) {
        evaluating { patience?.see(finishedEpochs, validated) }
        val best = checkpoints?.keepBest ?: return
        val number = best.of(validated)
        val place = bestEpochs.indexOfFirst { best.isBetter(number, it.value) }.let { if (it < 0) bestEpochs.size else it }
        if (number.isNaN() || place >= checkpoints.bestCount) return
        val ranked = bestEpochs.toMutableList().apply { add(place, BestEpoch(finishedEpochs, number, "$best")) }
        bestEpochs = ranked.take(checkpoints.bestCount)
    }

    private fun reason(last: Int): StopReason =
        if (hasStoppedEarly) {
            StopReason.EARLY
        } else if (finishedEpochs < last) {
            StopReason.ASKED
        } else {
            StopReason.FINISHED
        }

    /** Where training stands, in words. */
    private val place: String get() =
        when (val step = position.batches) {
            0 -> "after epoch $finishedEpochs"
            else -> "in epoch ${finishedEpochs + 1} after step $step/${examples.batches}"
        }
}
