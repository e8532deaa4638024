package dev.rankine.ops.kernels

import dev.rankine.ops.BatchNormAttributes
import dev.rankine.ops.batchNormGradientOp
import dev.rankine.ops.batchNormOp
import dev.rankine.ops.times
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import java.util.Random

internal class BatchNormKernelsTest :
    FunSpec({
        fun sizes(random: Random): Sizes {
            val rest = IntArray(random.nextInt(4)) { 1 + random.nextInt(6) }
            return Sizes.of(2 + random.nextInt(5), 1 + random.nextInt(7), *rest)
        }
        for (type in listOf(DType.F32, DType.F64)) {
            // results and gradients are of order 1 to 100: a variance may be small
            fun bound(sizes: Sizes) = DoubleArray(sizes.elements) { if (type == DType.F32) 2e-3 else 1e-11 }

            test("$type: values, means, variances, gradients; all layouts") {
                val random = Random(1)
                repeat(150) {
                    val sizes = sizes(random)
                    val channels = Sizes.of(sizes[1])
                    val attributes = BatchNormAttributes(1e-2, random.nextBoolean(), random.nextBoolean())
                    val x = operand(random, type, sizes)
                    val weight = operand(random, type, channels)
                    val bias = operand(random, type, channels)
                    val inputs = listOfNotNull(x, weight.takeIf { attributes.hasWeight }, bias.takeIf { attributes.hasBias })
                    compare(batchNormOp, attributes, inputs.toTypedArray()) { bound(if (it == 0) sizes else channels) }
                    val mean = operand(random, type, channels)
                    val root = operand(random, type, channels)
                    val operands = listOfNotNull(operand(random, type, sizes), x, mean, root * root, weight.takeIf { attributes.hasWeight })
                    compare(batchNormGradientOp, attributes.copy(hasBias = false), operands.toTypedArray()) {
                        bound(if (it == 0) sizes else channels)
                    }
                }
            }
        }
    })
