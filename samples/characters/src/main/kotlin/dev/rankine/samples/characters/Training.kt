package dev.rankine.samples.characters

import dev.rankine.autodiff.backward
import dev.rankine.data.DataLoader
import dev.rankine.ops.scope
import dev.rankine.optim.AdamW
import dev.rankine.optim.LambdaSchedule
import dev.rankine.optim.Scheduler
import dev.rankine.optim.clipGradientNorm
import dev.rankine.shapes.RankineException
import dev.rankine.shapes.Scalar
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.crossEntropy
import dev.rankine.tensor.item
import dev.rankine.train.evaluateBlocking

/** The mean cross entropy of the next character, in nats: all places of all stretches are examples of their own. */
internal fun loss(model: Gpt, guesses: Guesses): Tensor<Scalar> = model(guesses.inputs).crossEntropy(guesses.targets)

/**
 * Teaches [model] the [text], in steps rather than in passes over it: a pass over a long text would be too long to wait for.
 *
 * @param pace how long, and how the learning rate goes.
 */
internal class Training(
    private val model: Gpt,
    text: IntArray,
    context: Int,
    private val pace: Pace,
    batch: Int,
    learningRate: Double,
    private val seed: Long,
) {
    private val examples = DataLoader(Windows(text, context, step = 1), batch, shuffle = true, seed = seed)
    private val optimizer = AdamW(model.parameters(), learningRate, beta2 = 0.99, weightDecay = 0.1)
    private val scheduler = Scheduler(optimizer, LambdaSchedule(pace::factor))

    /**
     * Takes all steps, and calls [report] after every [every]-th and after the last with the number of steps and the mean loss of those
     * since the last report.
     *
     * @throws TrainingException if the loss is no number any more.
     */
    fun run(every: Int, report: (steps: Int, loss: Double) -> Unit) {
        model.train()
        var steps = 0
        var total = 0.0
        var count = 0
        val batches = generateSequence(0) { it + 1 }.flatMap { examples.sequence(it) }
        for (batch in batches) {
            if (pace.isOver(steps)) break
            total += step(batch)
            count++
            steps++
            if (steps % every == 0 || pace.isOver(steps)) {
                report(steps, total / count)
                total = 0.0
                count = 0
            }
        }
    }

    /** One step of the optimizer; nothing but parameters and its state outlives it. */
    private fun step(batch: Guesses): Double =
        scope("training step") {
            optimizer.zeroGradients()
            val loss = loss(model, batch)
            val number = loss.item()
            if (!number.isFinite()) throw TrainingException("the loss is $number\n  hint: lower the learning rate (--lr)")
            loss.backward()
            clipGradientNorm(model.parameters(), LARGEST_NORM)
            optimizer.step()
            scheduler.step()
            number
        }

    private companion object {
        const val LARGEST_NORM = 1.0
    }
}

/** The mean loss of [model] over [text], or over [most] stretches evenly spread over it, in nats per character. */
internal fun judge(model: Gpt, text: IntArray, context: Int, most: Int = Int.MAX_VALUE): Double {
    val step = maxOf(context, text.size / most)
    return evaluateBlocking(model, DataLoader(Windows(text, context, step), JUDGED)) { loss(model, it) }.loss
}

private const val JUDGED = 64

/** Training that came to nothing. */
internal class TrainingException(message: String) : RankineException(message)
