package dev.rankine.ops.random

import dev.rankine.ops.Philox
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

private fun words(text: String): List<Int> = text.split(' ').map { it.toLong(16).toInt() }

internal class PhiloxTest :
    FunSpec({
        // the known answers that the authors of the generator publish for philox4x32, 10 rounds: counter, key, result
        val answers =
            listOf(
                Triple("0 0 0 0", "0 0", "6627e8d5 e169c58d bc57ac4c 9b00dbd8"),
                Triple("ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd"),
                Triple("243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1"),
            )
        test("the published answers") {
            for ((counter, key, answer) in answers) {
                val (c0, c1, c2, c3) = words(counter)
                val (k0, k1) = words(key)
                IntArray(4).also { Philox.block(c0, c1, c2, c3, k0, k1, it) }.asList() shouldBe words(answer)
            }
        }
        test("key and counter fill the words from the least significant one") {
            val low = IntArray(4).also { Philox.block(0x299f31d0_a4093822L, 0x5a308d3_243f6a88L, it) }
            IntArray(4).also { Philox.block(0x243f6a88, 0x5a308d3, 0, 0, 0xa4093822.toInt(), 0x299f31d0, it) } shouldBe low
        }
    })
