package dev.rankine.samples.moons

import dev.rankine.data.DataLoader
import dev.rankine.data.TwoMoons
import dev.rankine.nn.Linear
import dev.rankine.nn.relu
import dev.rankine.nn.then
import dev.rankine.ops.manualSeed
import dev.rankine.optim.Adam
import dev.rankine.shapes.Dim
import dev.rankine.tensor.crossEntropy
import dev.rankine.train.Trainer

object Points : Dim<Points>()

object Plane : Dim<Plane>(2)

object Hidden : Dim<Hidden>(32)

object Moon : Dim<Moon>(2)

/** Learns to tell two moons apart, and shows what it makes of the plane. */
fun main() {
    manualSeed(0)
    val train = DataLoader(TwoMoons.draw(Points, Plane, count = 2000, seed = 1), batchSize = 50, shuffle = true)
    val test = DataLoader(TwoMoons.draw(Points, Plane, count = 500, seed = 2), batchSize = 500)
    val model = Linear(Plane, Hidden).relu() then Linear(Hidden, Hidden).relu() then Linear(Hidden, Moon)
    val trainer =
        Trainer(model, Adam(model.parameters(), learningRate = 0.01), train) { (points, moons) ->
            val scores = model(points)
            accuracy(scores, moons)
            crossEntropy(scores, moons)
        }
    trainer.fitBlocking(epochs = 10)
    println("test        ${trainer.evaluateBlocking(test)}\n")
    println(regions(model, test.dataset))
}
