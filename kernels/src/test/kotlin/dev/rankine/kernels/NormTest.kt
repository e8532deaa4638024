package dev.rankine.kernels

import dev.rankine.conformance.Form
import dev.rankine.conformance.HostData
import dev.rankine.ops.BatchNormAttributes
import dev.rankine.ops.GroupNormAttributes
import dev.rankine.ops.LayerNormAttributes
import dev.rankine.ops.batchNormGradientOp
import dev.rankine.ops.batchNormOp
import dev.rankine.ops.groupNormGradientOp
import dev.rankine.ops.groupNormOp
import dev.rankine.ops.layerNormGradientOp
import dev.rankine.ops.layerNormOp
import dev.rankine.ops.layerNormWeightGradientOp
import dev.rankine.shapes.DType
import io.kotest.core.spec.style.FunSpec
import java.util.Random

/**
 * Bounds are 16 units in the last place of the largest term of a result, which may be larger than the result where terms cancel; 64 of float64,
 * as what they are compared with is rounded there as well.
 */
internal class NormTest :
    FunSpec({
        val forms = listOf(Form.DENSE, Form.OFFSET, Form.TRANSPOSED)

        fun largest(a: HostData): Double = (0 until a.sizes.elements).maxOf { Math.abs(a.double(it)) }

        /** The largest sum of absolute values of the numbers of a channel. */
        fun channelTerms(a: HostData): Double {
            val terms = DoubleArray(a.sizes[1])
            val length = a.sizes.elements / (a.sizes[0] * a.sizes[1])
            for (i in 0 until a.sizes.elements) terms[i / length % terms.size] += Math.abs(a.double(i))
            return terms.max()
        }

        fun deviation(row: List<Double>): Double {
            val mean = row.average()
            return Math.sqrt(row.sumOf { Math.pow(it - mean, 2.0) } / row.size)
        }

        for (type in listOf(DType.F32, DType.F64)) {
            val units = if (type == DType.F32) 16.0 else 64.0
            test("$type: layer norm and its gradients, also of numbers far from zero") {
                val random = Random(1)
                for ((rows, n) in listOf(1 to 5, 3 to 128, 200 to 33, 5000 to 3, 131 to 1100, 3 to 9000)) {
                    for (far in if (type == DType.F32) listOf(0.0, 1000.0) else listOf(0.0)) {
                        val x = Exactness.numbers(type, rows, n) { far + random.nextGaussian() }
                        val dy = Exactness.normal(random, type, rows, n)
                        val w = Exactness.normal(random, type, n)
                        val b = Exactness.normal(random, type, n)
                        val terms = (0 until n).maxOf { i -> (0 until rows).sumOf { Math.abs(dy.double(it * n + i)) } }
                        val root = 1 / (0 until rows).minOf { row -> deviation(List(n) { x.double(row * n + it) }) }
                        for (bits in 0..3) {
                            val attributes = LayerNormAttributes(1, 1e-5, hasWeight = bits and 1 != 0, hasBias = bits and 2 != 0)
                            val inputs = listOfNotNull(x, w.takeIf { attributes.hasWeight }, b.takeIf { attributes.hasBias })
                            Exactness.check(layerNormOp, attributes, inputs, units, forms)
                            if (attributes.hasBias) continue
                            val operands = listOfNotNull(dy, x, w.takeIf { attributes.hasWeight })
                            val scale = root * largest(dy) * if (attributes.hasWeight) largest(w) else 1.0
                            Exactness.check(layerNormGradientOp, attributes, operands, units, forms, scales = listOf(scale, terms, terms))
                        }
                        Exactness.check(
                            layerNormWeightGradientOp,
                            LayerNormAttributes(1, 1e-5),
                            listOf(dy, x),
                            units,
                            forms,
                            scales = listOf(terms),
                        )
                    }
                }
            }
            test("$type: norms of rows whose first numbers, or every 48th, are far from the others") {
                val random = Random(6)
                val (rows, n) = 3 to 1536
                val outliers = listOf<(Int) -> Boolean>({ it < 16 }, { it % 48 == 0 }, { it % n == 0 }, { it % n / 16 % 48 == 0 })
                for (isFar in outliers) {
                    val x = Exactness.numbers(type, rows, n) { 5 + 0.1 * random.nextGaussian() }
                    val far = Exactness.numbers(type, rows, n) { if (isFar(it)) -20.0 else x.double(it) }
                    val w = Exactness.normal(random, type, n)
                    val b = Exactness.normal(random, type, n)
                    Exactness.check(layerNormOp, LayerNormAttributes(1, 1e-5, true, true), listOf(far, w, b), 4 * units, forms)
                    val images = Exactness.numbers(type, rows, 2, n / 2) { far.double(it) }
                    Exactness.check(groupNormOp, GroupNormAttributes(1, 1e-5), listOf(images), 4 * units, forms)
                }
            }
            test("$type: gradients of infinite and undefined numbers are those of the definition") {
                val random = Random(3)
                for (special in listOf(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN)) {
                    for (sizes in listOf(intArrayOf(4, 3, 37), intArrayOf(20, 37), intArrayOf(9, 20, 3))) {
                        val x = Exactness.normal(random, type, *sizes)
                        val dy = Exactness.numbers(type, *sizes) { if (it == 1) special else 1 + random.nextGaussian() }
                        val one = Exactness.numbers(type, sizes[1]) { 1.0 }
                        val w = Exactness.numbers(type, sizes[1]) { if (it == 2) special else 1.0 }
                        Exactness.check(batchNormGradientOp, BatchNormAttributes(1e-2), listOf(dy, x, one, one), units)
                        Exactness.check(batchNormGradientOp, BatchNormAttributes(1e-2, hasWeight = true), listOf(dy, x, one, one, w), units)
                        if (sizes.size == 3 && sizes[2] >= 8) {
                            Exactness.check(groupNormGradientOp, GroupNormAttributes(1, 1e-5), listOf(dy, x), units)
                            Exactness.check(groupNormGradientOp, GroupNormAttributes(1, 1e-5, hasWeight = true), listOf(dy, x, w), units)
                        }
                        Exactness.check(layerNormGradientOp, LayerNormAttributes(1, 1e-5), listOf(dy, x), units)
                        val v = Exactness.numbers(type, sizes.last()) { if (it == 2) special else 1.0 }
                        Exactness.check(layerNormGradientOp, LayerNormAttributes(1, 1e-5, hasWeight = true), listOf(dy, x, v), units)
                    }
                }
            }
            test("$type: batch norm and its gradient, also of numbers far from zero") {
                val random = Random(2)
                val lines = listOf(intArrayOf(2, 1, 8), intArrayOf(3, 4, 33), intArrayOf(9, 3, 15, 17), intArrayOf(40, 2, 40, 41))
                val columns = listOf(intArrayOf(2, 1), intArrayOf(5, 3), intArrayOf(130, 17), intArrayOf(300, 700), intArrayOf(70, 150, 7))
                for (sizes in lines + columns) {
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
                            // the terms of a mean are the numbers themselves
                            Exactness.check(batchNormOp, attributes, inputs, units, forms, scales = listOf(null, largest(x), null))
                            if (attributes.hasBias) continue
                            val operands = listOfNotNull(dy, x, mean, variance, w.takeIf { attributes.hasWeight })
                            val scale = largest(dy) * if (attributes.hasWeight) largest(w) else 1.0
                            val scales = listOf(scale, channelTerms(dy), channelTerms(dy))
                            Exactness.check(batchNormGradientOp, attributes, operands, units, forms, scales = scales)
                        }
                    }
                }
            }
            test("$type: group norm, also of numbers far from zero") {
                val random = Random(5)
                for (sizes in listOf(
                    intArrayOf(2, 4, 8),
                    intArrayOf(3, 6, 33),
                    intArrayOf(9, 4, 15, 17),
                    intArrayOf(2, 2, 90, 91),
                    intArrayOf(2, 40, 9),
                    intArrayOf(1, 2, 230, 230),
                )) {
                    for (far in if (type == DType.F32) listOf(0.0, 1000.0) else listOf(0.0)) {
                        val x = Exactness.numbers(type, *sizes) { far + random.nextGaussian() }
                        val dy = Exactness.normal(random, type, *sizes)
                        val group = x.sizes.elements / sizes[0] / 2
                        val root = 1 / (0 until 2 * sizes[0]).minOf { row -> deviation(List(group) { x.double(row * group + it) }) }
                        val w = Exactness.normal(random, type, sizes[1])
                        val b = Exactness.normal(random, type, sizes[1])
                        for (bits in 0..3) {
                            val attributes = GroupNormAttributes(2, 1e-2, hasWeight = bits and 1 != 0, hasBias = bits and 2 != 0)
                            val inputs = listOfNotNull(x, w.takeIf { attributes.hasWeight }, b.takeIf { attributes.hasBias })
                            Exactness.check(groupNormOp, attributes, inputs, units, forms)
                            if (attributes.hasBias) continue
                            val operands = listOfNotNull(dy, x, w.takeIf { attributes.hasWeight })
                            val scale = root * largest(dy) * if (attributes.hasWeight) largest(w) else 1.0
                            val scales = listOf(scale, channelTerms(dy), channelTerms(dy))
                            Exactness.check(groupNormGradientOp, attributes, operands, units, forms, scales = scales)
                        }
                    }
                }
            }
        }
    })
