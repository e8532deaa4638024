package dev.rankine.kernels

import dev.rankine.ops.Value
import dev.rankine.ops.on
import dev.rankine.ops.scaledDotProductAttention
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.valueOf
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldNotContain
import io.kotest.matchers.shouldBe
import kotlin.random.Random

/** Keys that a mask hides from all places are left out, but for what 0 times a number that is not finite says. */
internal class HiddenKeysTest :
    FunSpec({
        val (places, keys, size) = Triple(30, 41, 16)

        fun numbers(rows: Int, random: Random) = FloatArray(2 * rows * size) { random.nextFloat() - 0.5f }

        fun found(change: (key: FloatArray, value: FloatArray) -> Unit): FloatArray =
            on(VectorBackend()) {
                val random = Random(3)
                val (query, key, value) = listOf(numbers(places, random), numbers(keys, random), numbers(keys, random))
                change(key, value)
                val mask: Value = valueOf(BooleanArray(2 * keys) { it % 3 == 0 }, 2, 1, keys)
                val operands = listOf(query to places, key to keys, value to keys).map { (x, rows) -> valueOf(x, 2, rows, size) }
                scaledDotProductAttention(operands[0], operands[1], operands[2], mask).toFloatArray()
            }

        test("a key that is hidden may be any number") {
            found { key, _ -> key[size] = Float.NaN } shouldBe found { _, _ -> }
        }
        test("a value that is hidden may be any finite number") {
            found { _, value -> value[size] = 1e30f } shouldBe found { _, _ -> }
        }
        test("a value that is hidden and not finite spoils its column of its own matrix") {
            val y = found { _, value -> value[size] = Float.POSITIVE_INFINITY }
            (0 until places).map { y[it * size].isNaN() }.distinct() shouldBe listOf(true)
            (0 until places).map { y[it * size + 1].isNaN() } shouldNotContain true
            (places until 2 * places).map { y[it * size].isNaN() } shouldNotContain true
        }
    })
