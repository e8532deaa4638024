package dev.rankine.ops.kernels

import dev.rankine.ops.Conv2dAttributes
import dev.rankine.ops.Conv2dGradientAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.conv2dInputGradient
import dev.rankine.ops.conv2dOp
import dev.rankine.ops.conv2dWeightGradient
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import java.util.Random

internal class ConvolutionKernelsTest :
    FunSpec({
        class Case(val attributes: Conv2dAttributes, val input: Sizes, val weight: Sizes, val result: Sizes)

        fun case(random: Random): Case {
            val (groups, channels, outputs) = Triple(1 + random.nextInt(2), 1 + random.nextInt(3), 1 + random.nextInt(4))
            val kernel = List(2) { 1 + random.nextInt(3) }
            val dilation = List(2) { 1 + random.nextInt(2) }
            val stride = List(2) { 1 + random.nextInt(3) }
            val padding = List(4) { random.nextInt(3) }
            val plane = List(2) { dilation[it] * (kernel[it] - 1) + 1 + random.nextInt(if (random.nextInt(8) == 0) 30 else 8) }
            val batch = if (random.nextInt(4) == 0) Sizes.SCALAR else Sizes.of(random.nextInt(4))
            val result = List(2) { (plane[it] + padding[it] + padding[it + 2] - dilation[it] * (kernel[it] - 1) - 1) / stride[it] + 1 }
            return Case(
                Conv2dAttributes(stride, padding, dilation, groups),
                batch + Sizes.of(groups * channels, plane[0], plane[1]),
                Sizes.of(groups * outputs, channels, kernel[0], kernel[1]),
                batch + Sizes.of(groups * outputs, result[0], result[1]),
            )
        }

        /** Operands are of order 1: an error of a few hundred units in the last place of 1 is far below any mistake. */
        fun bound(type: DType, sizes: Sizes): DoubleArray = DoubleArray(sizes.elements) { if (type == DType.F32) 3e-4 else 1e-12 }

        fun check(type: DType, random: Random, case: Case) {
            fun random(sizes: Sizes): Value = operand(random, type, sizes)
            val x = random(case.input)
            val w = random(case.weight)
            val dy = random(case.result)
            compare(conv2dOp, case.attributes, arrayOf(x, w)) { bound(type, case.result) }
            compare(conv2dOp, case.attributes, arrayOf(x, w, random(Sizes.of(case.weight[0])))) { bound(type, case.result) }
            val plane = Conv2dGradientAttributes(case.attributes, case.input[-2], case.input[-1])
            compare(conv2dInputGradient, plane, arrayOf(dy, w)) { bound(type, case.input) }
            val kernel = Conv2dGradientAttributes(case.attributes, case.weight[-2], case.weight[-1])
            compare(conv2dWeightGradient, kernel, arrayOf(x, dy)) { bound(type, case.weight) }
        }
        for (type in listOf(DType.F32, DType.F64)) {
            test("$type: strides, paddings, dilations, groups, layouts") {
                val random = Random(1)
                repeat(150) { check(type, random, case(random)) }
            }
            test("$type: more than one block of pixels, kernel elements and outputs") {
                val attributes = Conv2dAttributes(listOf(1, 1), listOf(1, 1, 1, 1), listOf(1, 1), 1)
                val random = Random(2)
                check(type, random, Case(attributes, Sizes.of(2, 30, 20, 19), Sizes.of(5, 30, 3, 3), Sizes.of(2, 5, 20, 19)))
                check(type, random, Case(attributes, Sizes.of(1, 2, 4, 4), Sizes.of(260, 2, 3, 3), Sizes.of(1, 260, 4, 4)))
            }
            test("$type: few kernel elements over large planes, odd numbers of images, outputs and elements") {
                val attributes = Conv2dAttributes(listOf(1, 1), listOf(1, 1, 1, 1), listOf(1, 1), 1)
                val random = Random(3)
                for ((images, channels, outputs) in listOf(Triple(3, 1, 5), Triple(11, 3, 35), Triple(0, 1, 2))) {
                    val (input, weight) = Sizes.of(images, channels, 12, 25) to Sizes.of(outputs, channels, 3, 3)
                    check(type, random, Case(attributes, input, weight, Sizes.of(images, outputs, 12, 25)))
                }
                val apart = Conv2dAttributes(listOf(1, 2), listOf(0, 2, 3, 1), listOf(2, 1), 2)
                check(type, random, Case(apart, Sizes.of(2, 4, 17, 23), Sizes.of(6, 2, 2, 5), Sizes.of(2, 6, 18, 11)))
            }
            test("$type: no outputs, and rows much longer than a block of pixels") {
                val attributes = Conv2dAttributes(listOf(1, 1), listOf(0, 0, 0, 0), listOf(1, 1), 1)
                val random = Random(5)
                check(type, random, Case(attributes, Sizes.of(1, 3, 4, 4), Sizes.of(0, 3, 3, 3), Sizes.of(1, 0, 2, 2)))
                check(type, random, Case(attributes, Sizes.of(1, 2, 1, 530), Sizes.of(2, 2, 1, 5), Sizes.of(1, 2, 1, 526)))
            }
            test("$type: padding that is wider than the kernels reach") {
                val attributes = Conv2dAttributes(listOf(1, 1), listOf(3, 1, 0, 2), listOf(1, 1), 1)
                check(type, Random(4), Case(attributes, Sizes.of(2, 3, 5, 6), Sizes.of(4, 3, 2, 2), Sizes.of(2, 4, 7, 8)))
            }
        }
    })
