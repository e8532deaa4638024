package dev.rankine.kernels

import dev.rankine.autodiff.backward
import dev.rankine.ops.detach
import dev.rankine.ops.gradient
import dev.rankine.ops.minus
import dev.rankine.ops.noGrad
import dev.rankine.ops.on
import dev.rankine.ops.requireGradient
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.valueOf
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.longs.shouldBeGreaterThan
import io.kotest.matchers.longs.shouldBeLessThan
import io.kotest.matchers.shouldBe
import kotlin.random.Random

/**
 * A training in a Java of its own with a heap of 256 MiB, which says what it holds at two of its steps: by a trainer, by a plain loop over modules, or
 * by one over values, where nothing at all is in a scope.
 */
internal object FlatTraining {
    private const val STEPS = 2001
    private val LOOKS = setOf(200, 2000)

    @JvmStatic
    fun main(arguments: Array<String>) {
        val backend = VectorBackend()
        val memory = backend.memory
        val look = { step: Int ->
            if (step in LOOKS) {
                if (arguments[0] != "trainer") memory.collect() // nobody else would say what is garbage
                println("$step ${memory.reserved} ${memory.storages} ${memory.collections}")
            }
        }
        on(backend) {
            when (arguments[0]) {
                "trainer" -> Moons(batchSize = 64, batches = STEPS, prefetch = 0).train(look)
                "modules" -> Moons(batchSize = 64, batches = STEPS).loop(look)
                "values" -> values(look)
            }
        }
    }

    /** Gradient descent by hand: more than a MiB is dropped in every step. */
    private fun values(look: (Int) -> Unit) {
        val random = Random(1)
        val inputs = valueOf(FloatArray(512 * 256) { random.nextFloat() - 0.5f }, 512, 256)
        val targets = valueOf(FloatArray(512) { random.nextFloat() }, 512, 1)
        var weights = valueOf(FloatArray(256), 1, 256).requireGradient()
        for (step in 0 until STEPS) {
            look(step)
            val error = sum(inputs * weights, listOf(1), keepDim = true) - targets
            sum(error * error).backward()
            weights = noGrad { (weights - weights.gradient!! * 1e-3).detach().requireGradient() }
        }
    }
}

internal class FlatMemoryTest :
    FunSpec({
        data class Look(val step: Long, val reserved: Long, val storages: Long, val collections: Long)

        fun looks(process: Process): List<Look> {
            val lines = process.inputStream.bufferedReader().readLines()
            process.waitFor() shouldBe 0
            return lines.map { line ->
                val (step, reserved, storages, collections) = line.split(' ').map { it.toLong() }
                Look(step, reserved, storages, collections)
            }
        }

        test("steps 200 and 2000 hold the same, through a trainer and through loops without scopes, with a heap of 256 MiB") {
            val (trainer, modules, values) =
                listOf("trainer", "modules", "values")
                    .map {
                        startJava(FlatTraining::class.java, it, "-Xmx256m", "-XX:MaxDirectMemorySize=1m")
                    }.map(::looks)
            for (looks in listOf(trainer, modules, values)) {
                withClue("trainer $trainer, modules $modules, values $values") {
                    looks.map { it.step } shouldBe listOf(200L, 2000L)
                    looks[1].reserved shouldBe looks[0].reserved
                    looks[1].storages shouldBe looks[0].storages
                }
            }
            trainer[0].storages shouldBeGreaterThan 12 // four parameters, two moments of each
            // scopes return all in time; without them the collector is asked now and then
            trainer[1].collections shouldBe 0
            values[1].collections shouldBeGreaterThan 5
            values[1].reserved shouldBeLessThan 2 * Pacing.ALLOWANCE
        }
    })
