package dev.rankine.train

import dev.rankine.data.DataLoader
import dev.rankine.data.RandomSampler
import dev.rankine.data.StratifiedSampler
import dev.rankine.data.SubsetRandomSampler
import dev.rankine.data.WeightedRandomSampler
import dev.rankine.data.randomSplit
import dev.rankine.data.stratifiedSplit
import dev.rankine.ops.Generator
import dev.rankine.ops.seedAll
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.uniform
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import kotlin.concurrent.thread

internal class SeedAllTest :
    FunSpec({
        afterSpec { seedAll(0) }

        fun drawn(): List<Any> {
            val here = uniform(Sizes.of(3)).toFloatArray().toList()
            lateinit var there: List<Float>
            thread { there = uniform(Sizes.of(3)).toFloatArray().toList() }.join()
            val loader = DataLoader(Line(20), 4, shuffle = true)
            val order =
                loader
                    .sequence(0)
                    .flatMap {
                        it.inputs.value
                            .toFloatArray()
                            .toList()
                    }.toList()
            return listOf(here, there, order)
        }

        test("this thread, new threads, and the order of the examples") {
            val (first, other, again) =
                listOf(42L, 43L, 42L).map {
                    seedAll(it).seed shouldBe it
                    drawn()
                }
            again shouldBe first
            for (i in 0..2) other[i] shouldNotBe first[i]
        }
        test("the orders of samplers, and the parts of a split") {
            val labels = LongArray(20) { it % 2L }

            fun orders(): List<List<Int>> =
                listOf(
                    RandomSampler(20),
                    RandomSampler(20, replacement = true),
                    WeightedRandomSampler(DoubleArray(20) { 1.0 }),
                    StratifiedSampler(labels),
                    SubsetRandomSampler(IntArray(20) { it }),
                ).map { it.epoch(0).toList() } +
                    listOf(Line(20).randomSplit(10, 10), Line(20).randomSplit(0.5, 0.5), Line(20).stratifiedSplit(labels, 0.5, 0.5))
                        .map { it.first().indices.toList() }
            val (first, other, again) = listOf(42L, 43L, 42L).map { seedAll(it).let { orders() } }
            again shouldBe first
            for (i in first.indices) other[i] shouldNotBe first[i]
        }
        test("not a seed that is given") {
            seedAll(42)
            DataLoader(Line(20), 4, shuffle = true, seed = 7).seed shouldBe 7L
            thread { Generator.current.seed shouldBe 42L }.join()
        }
    })
