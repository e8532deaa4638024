package dev.rankine.autodiff

import dev.rankine.ops.exp
import dev.rankine.ops.full
import dev.rankine.ops.gradient
import dev.rankine.ops.invoke
import dev.rankine.ops.matmul
import dev.rankine.ops.plus
import dev.rankine.ops.requireGradient
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.transpose
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class BackwardTest :
    FunSpec({
        test("products and sums") {
            val x = valueOf(doubleArrayOf(1.0, 2.0, 3.0), 3).requireGradient()
            val y = sum(x * x * 2.0 + exp(x))
            y.backward()
            x.gradient!!.toDoubleArray().toList() shouldBe listOf(4.0 + Math.exp(1.0), 8 + Math.exp(2.0), 12 + Math.exp(3.0))
        }
        test("second order of a cube") {
            val x = valueOf(doubleArrayOf(2.0), 1).requireGradient()
            val y = sum(x * x * x)
            val (g) = gradients(y, listOf(x), createGraph = true)
            g.toDoubleArray().toList() shouldBe listOf(12.0)
            val (h) = gradients(sum(g), listOf(x))
            h.toDoubleArray().toList() shouldBe listOf(12.0)
        }
        test("broadcast and matmul") {
            val w = valueOf(doubleArrayOf(1.0, 2.0, 3.0, 4.0), 2, 2).requireGradient()
            val b = valueOf(doubleArrayOf(1.0, 1.0), 2).requireGradient()
            val x = valueOf(doubleArrayOf(1.0, 2.0, 3.0, 4.0, 5.0, 6.0), 3, 2)
            sum(matmul(x, transpose(w, 0, 1)) + b).backward()
            b.gradient!!.toDoubleArray().toList() shouldBe listOf(3.0, 3.0)
            w.gradient!!.toDoubleArray().toList() shouldBe listOf(9.0, 12.0, 9.0, 12.0)
            full(Sizes.of(2, 2), 3).toString() shouldBe "float32 [2, 2] on plain"
        }
    })
