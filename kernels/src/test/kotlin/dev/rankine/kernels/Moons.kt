package dev.rankine.kernels

import dev.rankine.autodiff.backward
import dev.rankine.data.DataLoader
import dev.rankine.data.Labelled
import dev.rankine.data.TwoMoons
import dev.rankine.nn.Linear
import dev.rankine.nn.relu
import dev.rankine.nn.then
import dev.rankine.ops.manualSeed
import dev.rankine.optim.Adam
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Vec
import dev.rankine.tensor.crossEntropy
import dev.rankine.tensor.item
import dev.rankine.train.Trainer
import dev.rankine.train.progress.Progress

internal object Points : Dim<Points>()

internal object Plane : Dim<Plane>(2)

internal object Hidden : Dim<Hidden>(64)

internal object Moon : Dim<Moon>(2)

/** A small training on the backend of the thread, either by a trainer or by a loop without a single scope of its own. */
internal class Moons(batchSize: Int, batches: Int, prefetch: Int = 2) {
    init {
        manualSeed(7)
    }

    private val examples =
        DataLoader(
            TwoMoons.draw(Points, Plane, count = batchSize * batches, seed = 1),
            batchSize = batchSize,
            shuffle = true,
            seed = 3,
            prefetch = prefetch,
        )
    private val model = Linear(Plane, Hidden).relu() then Linear(Hidden, Moon)
    private val optimizer = Adam(model.parameters(), learningRate = 0.01)

    /** One epoch of a trainer, which calls [before] with the number of each step. */
    fun train(before: (Int) -> Unit) {
        var step = 0
        val trainer =
            Trainer(model, optimizer, examples, Progress.SILENT) { (points, moons) ->
                before(step++)
                crossEntropy(model(points), moons)
            }
        trainer.fitBlocking(1)
    }

    /** The losses of one epoch of a plain loop, which calls [before] with the number of each step. */
    fun loop(before: (Int) -> Unit): List<Double> {
        val losses = ArrayList<Double>()
        for (batch in examples.sequence(0)) {
            before(losses.size)
            losses += step(batch)
        }
        return losses
    }

    private fun step(batch: Labelled<Mat<Points, Plane>, Vec<Points>>): Double {
        val (points, moons) = batch
        optimizer.zeroGradients()
        val loss = crossEntropy(model(points), moons)
        loss.backward()
        optimizer.step()
        return loss.item()
    }
}
