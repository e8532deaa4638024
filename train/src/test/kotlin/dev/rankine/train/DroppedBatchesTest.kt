package dev.rankine.train

import dev.rankine.data.BatchSampler
import dev.rankine.data.DataLoader
import dev.rankine.data.Dataset
import dev.rankine.ops.ReleasedException
import dev.rankine.ops.toFloatArray
import dev.rankine.optim.SGD
import dev.rankine.train.progress.Progress
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.ints.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit

/** A line's points; remembers its batches, of which [enough] are made before a collector goes on. */
private class Remembered(private val of: Line, count: Int) : Dataset<Points> {
    val made = ArrayList<Points>()
    val enough = CountDownLatch(count)

    override val size: Int get() = of.size

    override fun batch(indices: IntArray): Points =
        of.batch(indices).also {
            synchronized(made) { made.add(it) }
            enough.countDown()
        }

    val open: Int get() =
        made.count {
            try {
                it.inputs.value.toFloatArray()
                true
            } catch (released: ReleasedException) {
                false
            }
        }
}

/** Batches of two in order; counts how often it is asked how large one is. */
private class Asked(override val batches: Int) : BatchSampler {
    var times = 0

    override fun size(batch: Int): Int = 2.also { times++ }

    override fun epoch(epoch: Int): List<IntArray> = List(batches) { intArrayOf(2 * it, 2 * it + 1) }
}

internal class DroppedBatchesTest :
    FunSpec({
        test("batches that were prepared when training or a measurement stops end with it") {
            val line = slope()
            val examples = Remembered(Line(40), 5)
            lateinit var trainer: Trainer<Points>
            trainer =
                Trainer(line, SGD(line.parameters(), 0.01), DataLoader(examples, 2, prefetch = 4), Progress.SILENT) {
                    examples.enough.await(20, TimeUnit.SECONDS)
                    trainer.stop()
                    squaredError(line, it)
                }
            trainer.fitBlocking(1)
            examples.made.size shouldBeGreaterThan 3
            examples.open shouldBe 0
            val measured = Remembered(Line(40), 5)
            var left = 2
            kotlinx.coroutines.runBlocking {
                measure(line, DataLoader(measured, 2, prefetch = 4), { batch ->
                    measured.enough.await(20, TimeUnit.SECONDS)
                    squaredError(line, batch)
                }) { left-- > 0 } shouldBe null
            }
            measured.made.size shouldBeGreaterThan 3
            measured.open shouldBe 0
        }
        test("a sampler is not asked for all of its batches at every step") {
            val line = slope()
            val sampler = Asked(50)
            Trainer(line, SGD(line.parameters(), 0.0), DataLoader(Line(100), sampler), Progress.SILENT) { squaredError(line, it) }
                .fitBlocking(1)
            // all once for the sum and once for the largest, and each with its step
            sampler.times shouldBeLessThanOrEqual 3 * 50
        }
    })
