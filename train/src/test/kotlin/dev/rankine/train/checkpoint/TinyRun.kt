package dev.rankine.train

import dev.rankine.data.DataLoader
import dev.rankine.data.Dataset
import dev.rankine.nn.BatchNorm1d
import dev.rankine.nn.Linear
import dev.rankine.nn.Module
import dev.rankine.nn.to
import dev.rankine.ops.Value
import dev.rankine.ops.argmax
import dev.rankine.ops.crossEntropy
import dev.rankine.ops.dropout
import dev.rankine.ops.eq
import dev.rankine.ops.invoke
import dev.rankine.ops.item
import dev.rankine.ops.manualSeed
import dev.rankine.ops.noGrad
import dev.rankine.ops.relu
import dev.rankine.ops.sum
import dev.rankine.ops.valueOf
import dev.rankine.optim.AveragedModel
import dev.rankine.optim.Optimizer
import dev.rankine.optim.ReduceOnPlateau
import dev.rankine.optim.Schedule
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Sizes
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked
import dev.rankine.train.progress.Progress
import kotlin.math.sin
import dev.rankine.ops.to as converted

internal object Features : Dim<Features>(6)

internal object Wide : Dim<Wide>(8)

internal object Kinds : Dim<Kinds>(3)

/** Batch statistics, dropout, and a layer that stands in two places. */
internal class TinyNet : Module() {
    val first by Linear(Features, Wide)
    val norm by BatchNorm1d(Wide)
    val middle by Linear(Wide, Wide)
    val again by middle
    val last by Linear(Wide, Kinds)

    fun scores(x: Value): Value {
        val inner = norm.call(first.call(x))
        return last.call(dropout(relu(again.call(relu(middle.call(inner)))), 0.3, isTraining))
    }
}

/** [size] points in three classes, the same for the same [phase]. */
internal class Blobs(override val size: Int, private val phase: Double = 0.0) : Dataset<Pair<Value, Value>> {
    override fun batch(indices: IntArray): Pair<Value, Value> {
        val x = FloatArray(indices.size * 6) { sin(indices[it / 6] * 1.7 + it % 6 * 0.9 + phase).toFloat() + indices[it / 6] % 3 * 0.4f }
        val y = LongArray(indices.size) { indices[it] % 3L }
        return valueOf(x, DType.F32, Sizes.of(indices.size, 6)) to valueOf(y, DType.I64, Sizes.of(indices.size))
    }
}

/** How a [TinyRun] is made. */
internal class Recipe(
    val name: String,
    val schedule: () -> Schedule? = { null },
    val clipNorm: Double? = null,
    val accumulate: Int = 1,
    val dtype: DType = DType.F32,
    val examples: Int = 50,
    val batchSize: Int = 8,
    val seed: Long = 5,
    val prefetch: Int = 2,
    val prepare: (TinyNet) -> Unit = {},
    val more: Metrics.(Value, Value) -> Unit = { _, _ -> },
    val plateau: (Optimizer) -> ReduceOnPlateau? = { null },
    val average: (TinyNet) -> AveragedModel? = { null },
    val isValidated: Boolean = false,
    val optimizer: (TinyNet) -> Optimizer,
)

/** A model with first numbers that depend on [seed], and its trainer. */
@OptIn(UncheckedShape::class)
internal class TinyRun(
    recipe: Recipe,
    seed: Long,
    checkpoints: Checkpoints? = null,
    progress: Progress = Progress.SILENT,
    stopping: EarlyStopping? = null,
) {
    val model: TinyNet

    /** Called before each training step with its number, counted from 1 over all epochs. */
    var before: (Int) -> Unit = {}

    private var steps = 0

    init {
        manualSeed(seed)
        model = TinyNet().to(recipe.dtype).also(recipe.prepare)
    }

    private val optimizer = recipe.optimizer(model)

    private val validation = if (recipe.isValidated) DataLoader(Blobs(20, phase = 0.3), 8) else null

    val trainer: Trainer<Pair<Value, Value>> =
        Trainer(
            model,
            optimizer,
            DataLoader(Blobs(recipe.examples), recipe.batchSize, shuffle = true, seed = recipe.seed, prefetch = recipe.prefetch),
            progress,
            schedule = recipe.schedule(),
            clipNorm = recipe.clipNorm,
            accumulate = recipe.accumulate,
            checkpoints = checkpoints,
            stopping = stopping,
            plateau = recipe.plateau(optimizer),
            average = recipe.average(model),
        ) { (x, y) ->
            if (model.isTraining) before(++steps)
            val scores = model.scores(converted(x, recipe.dtype))
            report("accuracy", noGrad { sum(eq(argmax(scores, -1), y)).item() }, y.elements)
            with(recipe) { more(scores, y) }
            crossEntropy(scores, y).unchecked()
        }

    /** Loss and accuracy of the epochs that were run. */
    fun fit(epochs: Int): List<Pair<Double, Double?>> =
        trainer.fitBlocking(epochs, validation).epochs.map {
            it.training.loss to
                it.training.accuracy
        }

    /** The same, stopped by the step with the given number. */
    fun fitUntil(step: Int, epochs: Int): List<Pair<Double, Double?>> {
        before = { if (it == step) trainer.stop() }
        return fit(epochs)
    }
}
