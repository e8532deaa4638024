package dev.rankine.kernels.defer

import dev.rankine.kernels.Deferring
import dev.rankine.kernels.Memory
import dev.rankine.kernels.VectorBackend
import dev.rankine.kernels.Workers
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty

/** Whole programs give the same bits and the same errors whether calls wait or not: in every width, as loops at once and as calls one by one. */
internal class DeferredProgramTest :
    FunSpec({
        val memory = Memory(1L shl 30, poison = true)
        val two = Workers(2)
        afterSpec { two.close() }

        fun difference(seed: Int, sizes: Sizes, length: Int, eager: VectorBackend, deferred: VectorBackend): String? {
            val expected = RandomProgram(seed, sizes, eager).run(length)
            val found = RandomProgram(seed, sizes, deferred).run(length)
            val steps = expected.steps.map { it.replace(eager.name, deferred.name) }
            if (found.steps != steps) {
                val at = steps.indices.firstOrNull { it >= found.steps.size || found.steps[it] != steps[it] } ?: steps.size
                return "$seed: step $at: ${found.steps.getOrNull(at)} for ${steps.getOrNull(at)}"
            }
            if (found.numbers.size != expected.numbers.size) return "$seed: ${found.numbers.size} reads for ${expected.numbers.size}"
            val at = found.numbers.indices.firstOrNull { !found.numbers[it].isSame(expected.numbers[it]) } ?: return null
            return "$seed: read $at of ${found.numbers.size}, ${found.numbers[at].dtype} ${found.numbers[at].sizes}"
        }

        for (bits in listOf(128, 256, 512)) {
            val eager = VectorBackend(bits, "eager", memory, null)
            val hot = VectorBackend(bits, "hot", memory, Deferring(1, 0))
            val cold = VectorBackend(bits, "cold", memory, Deferring(1, Long.MAX_VALUE))
            val warm = VectorBackend(bits, "warm", memory, Deferring(64, 500))

            test("$bits bits: as loops") {
                (0 until 60).mapNotNull { difference(it, Sizes.of(3, 70), 40, eager, hot) }.shouldBeEmpty()
            }
            test("$bits bits: one by one") {
                (100 until 140).mapNotNull { difference(it, Sizes.of(3, 70), 40, eager, cold) }.shouldBeEmpty()
            }
            test("$bits bits: some of both") {
                (200 until 230).mapNotNull { difference(it, Sizes.of(5, 41), 60, eager, warm) }.shouldBeEmpty()
            }
            test("$bits bits: above the grain, with two threads") {
                Workers.using(two) { (300 until 306).mapNotNull { difference(it, Sizes.of(3, 40_001), 20, eager, hot) } }.shouldBeEmpty()
            }
        }
    })
