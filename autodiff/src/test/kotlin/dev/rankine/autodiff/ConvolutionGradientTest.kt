package dev.rankine.autodiff

import dev.rankine.ops.Padding
import dev.rankine.ops.Value
import dev.rankine.ops.adaptiveAvgPool2d
import dev.rankine.ops.avgPool2d
import dev.rankine.ops.conv1d
import dev.rankine.ops.conv2d
import dev.rankine.ops.conv3d
import dev.rankine.ops.convTranspose1d
import dev.rankine.ops.convTranspose2d
import dev.rankine.ops.convTranspose3d
import dev.rankine.ops.fold
import dev.rankine.ops.item
import dev.rankine.ops.linear
import dev.rankine.ops.maxPool2d
import dev.rankine.ops.recording
import dev.rankine.ops.requireGradient
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.unfold
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import java.util.Random

/** Gradients of first and second order against central differences, in float64. */
internal class ConvolutionGradientTest :
    FunSpec({
        fun random(seed: Long, vararg sizes: Int): Value {
            val random = Random(seed)
            return valueOf(DoubleArray(Sizes.of(*sizes).elements) { random.nextGaussian() }, *sizes)
        }

        fun number(x: List<Value>, f: (List<Value>) -> Value): Double = recording(false) { f(x).item() }

        fun check(f: (List<Value>) -> Value, inputs: List<Value>, gradients: List<Value>) {
            for ((i, x) in inputs.withIndex()) {
                val numbers = x.toDoubleArray()
                val given = gradients[i].toDoubleArray()
                for (j in numbers.indices) {
                    val sides =
                        listOf(1e-5, -1e-5).map { step ->
                            val moved = valueOf(numbers.copyOf().also { it[j] += step }, *x.sizes.toIntArray())
                            number(inputs.mapIndexed { k, input -> if (k == i) moved else input }, f)
                        }
                    given[j] shouldBe ((sides[0] - sides[1]) / 2e-5 plusOrMinus 1e-6 * (1 + Math.abs(given[j])))
                }
            }
        }

        fun bothOrders(f: (List<Value>) -> Value, inputs: List<Value>) {
            val loss = { x: List<Value> -> f(x).let { sum(it * it) } }
            val plain = inputs.map { valueOf(it.toDoubleArray(), *it.sizes.toIntArray()) }
            val leaves = inputs.map { it.requireGradient() }
            val first = gradients(loss(leaves), leaves, createGraph = true)
            check(loss, plain, first)
            val squares = first.map { sum(it * it) }.reduce { a, b -> a * b }
            val second = gradients(squares, leaves)
            val slope = { x: List<Value> ->
                val again = x.map { valueOf(it.toDoubleArray(), *it.sizes.toIntArray()).requireGradient() }
                recording(true) { gradients(loss(again), again) }.map { sum(it * it) }.reduce { a, b -> a * b }
            }
            check({ x -> slope(x) }, plain, second)
        }

        test("linear") { bothOrders({ (x, w, b) -> linear(x, w, b) }, listOf(random(1, 2, 1, 3), random(2, 2, 3), random(3, 2))) }
        test("conv2d: stride, padding, dilation, groups") {
            bothOrders(
                { (x, w, b) -> conv2d(x, w, b, Padding.Both(1, 0), listOf(2, 1), listOf(1, 2), groups = 2) },
                listOf(random(1, 2, 2, 3, 3), random(2, 2, 1, 2, 2), random(3, 2)),
            )
        }
        test("conv2d: same padding, no batch") {
            bothOrders({ (x, w) -> conv2d(x, w, null, Padding.SAME) }, listOf(random(1, 1, 3, 2), random(2, 1, 1, 2, 2)))
        }
        test("conv1d: stride, padding, dilation, groups") {
            bothOrders(
                { (x, w, b) -> conv1d(x, w, b, stride = 2, padding = 1, dilation = 2, groups = 2) },
                listOf(random(1, 2, 2, 5), random(2, 2, 1, 2), random(3, 2)),
            )
        }
        test("conv3d: stride, padding, dilation, groups; no batch") {
            bothOrders(
                { (x, w, b) -> conv3d(x, w, b, Padding.Each(listOf(1, 0, 1)), listOf(2, 1, 1), listOf(1, 2, 1), groups = 2) },
                listOf(random(1, 2, 2, 3, 2), random(2, 2, 1, 2, 2, 1), random(3, 2)),
            )
        }
        test("conv_transpose1d and conv_transpose2d: output padding above the stride, groups") {
            bothOrders(
                { (x, w, b) -> convTranspose1d(x, w, b, 1, 1, 2, groups = 2, dilation = 3) },
                listOf(random(1, 2, 2, 3), random(2, 2, 1, 2), random(3, 2)),
            )
            bothOrders(
                { (x, w) -> convTranspose2d(x, w, null, listOf(2, 1), listOf(1, 0), listOf(1, 0)) },
                listOf(random(1, 1, 2, 3), random(2, 1, 2, 3, 2)),
            )
        }
        test("conv_transpose3d: stride, padding, output padding, groups; no batch") {
            bothOrders(
                { (x, w, b) -> convTranspose3d(x, w, b, listOf(2, 1, 1), listOf(1, 0, 0), listOf(1, 0, 0), groups = 2) },
                listOf(random(1, 2, 2, 2, 1), random(2, 2, 1, 2, 2, 1), random(3, 2)),
            )
        }
        test("unfold and fold: padding, dilation, stride") {
            bothOrders({ (x) -> unfold(x, listOf(2, 2), listOf(1, 2), listOf(1, 0), listOf(2, 1)) }, listOf(random(5, 1, 2, 3)))
            bothOrders({ (x) -> fold(x, listOf(2, 3), listOf(2, 2), listOf(1, 2), listOf(1, 0), listOf(2, 1)) }, listOf(random(5, 4, 2)))
        }
        test("max_pool2d: windows that overlap") { bothOrders({ (x) -> maxPool2d(x, 2, 1, 1) }, listOf(random(5, 1, 2, 3, 3))) }
        test("avg_pool2d: windows that overlap and end beyond the plane") {
            bothOrders({ (x) -> avgPool2d(x, 2, 1, 1, ceilMode = true, countIncludePad = false) }, listOf(random(5, 1, 3, 4)))
        }
        test("adaptive_avg_pool2d: parts that overlap") { bothOrders({ (x) -> adaptiveAvgPool2d(x, 2, 3) }, listOf(random(5, 1, 3, 4))) }
    })
