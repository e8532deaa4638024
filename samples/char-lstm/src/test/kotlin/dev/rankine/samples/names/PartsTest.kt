package dev.rankine.samples.names

import dev.rankine.ops.toLongArray
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import java.util.Random
import kotlin.math.ln

internal class PartsTest :
    FunSpec({
        test("letters are numbered from 1 on in their order, those beyond 16 bits too, and back") {
            val letters = Letters.of(listOf("bab", "c\uD834\uDD1E"))
            letters.size shouldBe 5
            "$letters" shouldBe "abc\uD834\uDD1E"
            letters.encode("cab\uD834\uDD1E", "it").toList() shouldBe listOf(3, 1, 2, 4)
            letters.decode(intArrayOf(3, 1, 2, 4)) shouldBe "cab\uD834\uDD1E"
            shouldThrow<LetterException> { letters.encode("axay", "it") }.message shouldBe
                "it: characters that no name has: x, y\n  hint: names have abc\uD834\uDD1E"
        }
        test("a tenth of the names is held back, and none is lost") {
            val list = NameList.builtIn()
            list.validation.size shouldBe list.names.size / 10
            (list.validation + list.training).map { list.letters.decode(it) }.sorted() shouldBe list.names.sorted()
        }
        test("batches begin with the end, and ask for nothing behind a name") {
            val batches = NameBatches(listOf(intArrayOf(1, 2), intArrayOf(3), intArrayOf(4, 5, 6)))
            val (inputs, targets) = batches.batch(intArrayOf(1, 0))
            inputs.sizes.toString() shouldBe "[Batch = 2, Time = 3]"
            inputs.value.toLongArray().toList() shouldBe listOf<Long>(0, 3, 0, 0, 1, 2)
            targets.value.toLongArray().toList() shouldBe listOf(3, 0, NOTHING, 1, 2, 0)
        }
        test("a draw follows the softmax of the scores, and its temperature") {
            val random = Random(1)
            val scores = doubleArrayOf(ln(1.0), ln(2.0), ln(5.0))

            fun share(temperature: Double): List<Double> {
                val counts = IntArray(3)
                repeat(20_000) { counts[draw(scores, temperature, random)]++ }
                return counts.map { it / 20_000.0 }
            }
            share(1.0).zip(listOf(0.125, 0.25, 0.625)) { found, wanted -> found shouldBe (wanted plusOrMinus 0.02) }
            share(0.0) shouldBe listOf(0.0, 0.0, 1.0)
        }
    })
