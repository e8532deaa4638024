package dev.rankine.ops.kernels

import dev.rankine.ops.AvgPoolAttributes
import dev.rankine.ops.AvgPoolGradientAttributes
import dev.rankine.ops.Evaluator
import dev.rankine.ops.PlaneAttributes
import dev.rankine.ops.PoolWindows
import dev.rankine.ops.avgPool2dGradient
import dev.rankine.ops.avgPool2dOp
import dev.rankine.ops.maxPool2dGradient
import dev.rankine.ops.maxPool2dOp
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import java.util.Random

internal class PoolKernelsTest :
    FunSpec({
        fun windows(random: Random, dilated: Boolean): PoolWindows {
            val kernel = List(2) { 1 + random.nextInt(4) }
            val padding = kernel.map { random.nextInt(it / 2 + 1) }
            val dilation = List(2) { if (dilated) 1 + random.nextInt(3) else 1 }
            return PoolWindows(kernel, List(2) { 1 + random.nextInt(4) }, padding, dilation, random.nextBoolean())
        }

        fun planes(random: Random, windows: PoolWindows): Sizes {
            val plane = List(2) { windows.dilation[it] * (windows.kernel[it] - 1) + 1 + random.nextInt(9) }
            val batch = if (random.nextInt(4) == 0) Sizes.SCALAR else Sizes.of(random.nextInt(4))
            return batch + Sizes.of(1 + random.nextInt(3), plane[0], plane[1])
        }
        for (type in listOf(DType.F32, DType.F64)) {
            fun bound(sizes: Sizes) = DoubleArray(sizes.elements) { if (type == DType.F32) 1e-5 else 1e-14 }

            test("$type: maxima, their places and gradients") {
                val random = Random(1)
                repeat(150) { i ->
                    val windows = windows(random, dilated = true)
                    val x = operand(random, type, planes(random, windows), special = i % 3 == 0)
                    compare(maxPool2dOp, windows, arrayOf(x))
                    val (y, places) = Evaluator.apply(maxPool2dOp, windows, arrayOf(x))
                    val dy = operand(random, type, y.sizes)
                    compare(maxPool2dGradient, PlaneAttributes(x.sizes[-2], x.sizes[-1]), arrayOf(dy, places)) { bound(x.sizes) }
                }
            }
            test("$type: averages and gradients") {
                val random = Random(2)
                repeat(150) {
                    val windows = windows(random, dilated = false)
                    val divisor = if (random.nextInt(3) == 0) -3 else null
                    val attributes = AvgPoolAttributes(windows, random.nextBoolean(), divisor)
                    val x = operand(random, type, planes(random, windows))
                    val result = Evaluator.apply(avgPool2dOp, attributes, arrayOf(x))[0].sizes
                    compare(avgPool2dOp, attributes, arrayOf(x)) { bound(result) }
                    val dy = operand(random, type, result)
                    val gradient = AvgPoolGradientAttributes(attributes, PlaneAttributes(x.sizes[-2], x.sizes[-1]))
                    compare(avgPool2dGradient, gradient, arrayOf(dy)) { bound(x.sizes) }
                }
            }
        }
    })
