package dev.rankine.autodiff

import dev.rankine.ops.Value
import dev.rankine.ops.manualSeed
import dev.rankine.ops.normal
import dev.rankine.ops.requireGradient
import dev.rankine.ops.scaledDotProductAttention
import dev.rankine.ops.scaledDotProductAttentionWithWeights
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.zeros
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

private infix fun Value.shouldBeNear(other: Value) {
    sizes shouldBe other.sizes
    toDoubleArray().zip(other.toDoubleArray()).forEach { (found, right) -> found shouldBe (right plusOrMinus 1e-10) }
}

/** Attention to so many keys that it goes block by block: its gradients are those of the matrix of all weights. */
internal class AttentionGradientTest :
    FunSpec({
        fun draw(vararg sizes: Int) = normal(Sizes.of(*sizes), dtype = DType.F64)

        fun operands(): List<Value> {
            manualSeed(7)
            return listOf(draw(2, 30, 4), draw(2, 520, 4), draw(2, 520, 3), draw(30, 520))
        }

        val up = manualSeed(8).let { draw(2, 30, 3) }

        fun loss(x: List<Value>, isCausal: Boolean, inBlocks: Boolean): Value {
            val (q, k, v) = x
            val found =
                if (inBlocks) {
                    scaledDotProductAttention(q, k, v, x[3], isCausal)
                } else {
                    scaledDotProductAttentionWithWeights(q, k, v, x[3], isCausal).first
                }
            return sum(found * up)
        }

        for (wanted in listOf(listOf(0, 1, 2, 3), listOf(0), listOf(1), listOf(2), listOf(3), listOf(0, 2))) {
            for (isCausal in listOf(false, true)) {
                test("gradients of inputs $wanted${if (isCausal) ", causal" else ""}") {
                    val (blocks, whole) =
                        listOf(true, false).map { inBlocks ->
                            val x = operands()
                            wanted.forEach { x[it].requireGradient() }
                            gradients(loss(x, isCausal, inBlocks), wanted.map { x[it] })
                        }
                    blocks.zip(whole).forEach { (found, right) -> found shouldBeNear right }
                }
            }
        }
        test("a mask that no place sees through leaves no gradient") {
            val x = operands().also { all -> all.take(3).forEach { it.requireGradient() } }
            val nowhere = zeros(Sizes.of(30, 520), DType.BOOL)
            val found = gradients(sum(scaledDotProductAttention(x[0], x[1], x[2], nowhere) * up), x.take(3))
            found.all { gradient -> gradient.toDoubleArray().all { it == 0.0 } } shouldBe true
        }
    })
