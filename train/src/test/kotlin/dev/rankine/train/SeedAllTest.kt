package dev.rankine.train

import dev.rankine.data.DataLoader
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
        test("not a seed that is given") {
            seedAll(42)
            DataLoader(Line(20), 4, shuffle = true, seed = 7).seed shouldBe 7L
            thread { Generator.current.seed shouldBe 42L }.join()
        }
    })
