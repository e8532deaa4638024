package dev.rankine.kernels

import dev.rankine.conformance.Form
import dev.rankine.ops.BatchNormAttributes
import dev.rankine.ops.LayerNormAttributes
import dev.rankine.ops.batchNormGradientOp
import dev.rankine.ops.batchNormOp
import dev.rankine.ops.layerNormOp
import dev.rankine.ops.layerNormWeightGradientOp
import dev.rankine.shapes.DType
import io.kotest.core.spec.style.FunSpec
import java.util.Random

internal class NormTest :
    FunSpec({
        val forms = listOf(Form.DENSE, Form.OFFSET, Form.TRANSPOSED)
        for (type in listOf(DType.F32, DType.F64)) {
            test("$type: layer norm and the gradient of its weight, also of numbers far from zero") {
                val random = Random(1)
                for ((rows, n) in listOf(1 to 5, 3 to 128, 200 to 33, 130 to 1100, 2 to 9000)) {
                    for (far in if (type == DType.F32) listOf(0.0, 1000.0) else listOf(0.0)) {
                        val x = Exactness.numbers(type, rows, n) { far + random.nextGaussian() }
                        val dy = Exactness.normal(random, type, rows, n)
                        val w = Exactness.normal(random, type, n)
                        val b = Exactness.normal(random, type, n)
                        for (bits in 0..3) {
                            val attributes = LayerNormAttributes(1, 1e-5, hasWeight = bits and 1 != 0, hasBias = bits and 2 != 0)
                            val inputs = listOfNotNull(x, w.takeIf { attributes.hasWeight }, b.takeIf { attributes.hasBias })
                            Exactness.check(layerNormOp, attributes, inputs, 16.0, forms)
                        }
                        Exactness.check(layerNormWeightGradientOp, LayerNormAttributes(1, 1e-5), listOf(dy, x), 64.0, forms)
                    }
                }
            }
            test("$type: batch norm and its gradient, also of numbers far from zero") {
                val random = Random(2)
                for (sizes in listOf(intArrayOf(2, 1, 8), intArrayOf(3, 4, 33), intArrayOf(9, 3, 15, 17), intArrayOf(40, 2, 40, 41))) {
                    for (far in if (type == DType.F32) listOf(0.0, 1000.0) else listOf(0.0)) {
                        val channels = sizes[1]
                        val x = Exactness.numbers(type, *sizes) { far + random.nextGaussian() }
                        val dy = Exactness.normal(random, type, *sizes)
                        val w = Exactness.normal(random, type, channels)
                        val b = Exactness.normal(random, type, channels)
                        val mean = Exactness.numbers(type, channels) { far }
                        val variance = Exactness.numbers(type, channels) { 1 + random.nextDouble() }
                        for (bits in 0..3) {
                            val attributes = BatchNormAttributes(1e-2, hasWeight = bits and 1 != 0, hasBias = bits and 2 != 0)
                            val inputs = listOfNotNull(x, w.takeIf { attributes.hasWeight }, b.takeIf { attributes.hasBias })
                            Exactness.check(batchNormOp, attributes, inputs, if (far == 0.0) 4096.0 else 32.0, forms)
                            val plain = attributes.copy(hasBias = false)
                            val operands = listOfNotNull(dy, x, mean, variance, w.takeIf { plain.hasWeight })
                            if (!attributes.hasBias) Exactness.check(batchNormGradientOp, plain, operands, 64.0, forms)
                        }
                    }
                }
            }
        }
    })
