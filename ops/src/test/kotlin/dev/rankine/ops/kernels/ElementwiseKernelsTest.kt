package dev.rankine.ops.kernels

import dev.rankine.ops.CastAttributes
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Op1
import dev.rankine.ops.Op2
import dev.rankine.ops.Value
import dev.rankine.ops.abs
import dev.rankine.ops.add
import dev.rankine.ops.castOp
import dev.rankine.ops.copy
import dev.rankine.ops.div
import dev.rankine.ops.eq
import dev.rankine.ops.erf
import dev.rankine.ops.erfc
import dev.rankine.ops.exp
import dev.rankine.ops.ge
import dev.rankine.ops.gt
import dev.rankine.ops.le
import dev.rankine.ops.log
import dev.rankine.ops.lt
import dev.rankine.ops.maximum
import dev.rankine.ops.minimum
import dev.rankine.ops.mul
import dev.rankine.ops.ne
import dev.rankine.ops.neg
import dev.rankine.ops.reciprocal
import dev.rankine.ops.relu
import dev.rankine.ops.reluBackward
import dev.rankine.ops.rsqrt
import dev.rankine.ops.sigmoid
import dev.rankine.ops.sigmoidBackward
import dev.rankine.ops.sqrt
import dev.rankine.ops.sub
import dev.rankine.ops.tanh
import dev.rankine.ops.tanhBackward
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.to
import dev.rankine.ops.toLongArray
import dev.rankine.ops.valueOf
import dev.rankine.ops.where
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.util.Random

internal class ElementwiseKernelsTest :
    FunSpec({
        val floats = listOf(DType.F32, DType.F64)
        val numbers = floats + listOf(DType.I64, DType.I32)

        fun check(op: Op1<Unit>, types: List<DType>) {
            val random = Random(1)
            for (type in types) repeat(40) { compare(op, Unit, arrayOf(operand(random, type, sizes(random), special = true))) }
        }

        fun check(op: Op2<Unit>, types: List<DType>) {
            val random = Random(2)
            for (type in types) {
                repeat(60) {
                    val sizes = sizes(random)
                    compare(op, Unit, Array(2) { operand(random, type, sizes, special = true) })
                }
            }
        }

        for (op in listOf(add, sub, mul, maximum, minimum, eq, ne, lt, le, gt, ge)) test(op.name) { check(op, numbers) }
        for (op in listOf(div, reluBackward, sigmoidBackward, tanhBackward)) test(op.name) { check(op, floats) }
        test("where") {
            val random = Random(5)
            for (type in numbers) {
                repeat(40) {
                    val sizes = sizes(random)
                    val condition = operand(random, DType.BOOL, sizes)
                    compare(where, Unit, arrayOf(condition, operand(random, type, sizes, true), operand(random, type, sizes, true)))
                }
            }
        }
        test("neg") { check(neg, numbers) }
        for (op in listOf(log, sqrt, rsqrt, reciprocal, abs, relu)) test(op.name) { check(op, floats) }
        for (op in listOf(exp, tanh, sigmoid, erf, erfc)) {
            test("${op.name} within a unit in the last place of float32, from the smallest to the largest result") {
                val random = Random(6)
                val small = listOf(0.0, 1e-45, 1e-38, 1e-5, 0.3, 0.5, 0.99, 1.0, 1.01)
                val large = listOf(3.9, 9.1, 10.05, 20.0, 88.7, 88.8, 103.9, 104.1, 1e38, Double.POSITIVE_INFINITY, Double.NaN)
                val all = (small + large).flatMap { listOf(it, -it) } + List(3000) { random.nextGaussian() * (1 shl it % 7) }
                val x = valueOf(FloatArray(all.size) { all[it].toFloat() }, DType.F32, Sizes.of(all.size), kernelsBackend)
                val row = Evaluator.apply(op, Unit, arrayOf(to(x, DType.F64)))[0].toDoubleArray()
                compare(op, Unit, arrayOf(x)) { DoubleArray(all.size) { Math.ulp(row[it].toFloat()).toDouble() } }
                repeat(40) {
                    val many = operand(random, DType.F32, sizes(random), special = true)
                    val bounds = many.toDoubleArray().map { 2 * Math.ulp(1f) * maxOf(1.0, Math.exp(it)) }
                    compare(op, Unit, arrayOf(many)) { bounds.toDoubleArray() }
                }
            }
        }
        for (op in listOf(exp, tanh, sigmoid)) test("${op.name} of float64") { check(op, listOf(DType.F64)) }
        test("clone") { check(copy, DType.entries) }
        test("cast") {
            val random = Random(3)
            for (from in numbers + listOf(DType.U8, DType.BOOL)) {
                for (to in listOf(DType.F32, DType.F64, DType.I64, DType.BOOL)) {
                    if (from == to) continue
                    repeat(20) { compare(castOp, CastAttributes(to), arrayOf(operand(random, from, sizes(random), special = true))) }
                }
            }
        }
        test("a result may share storage and layout with an operand") {
            val random = Random(4)
            for (type in numbers) {
                repeat(60) {
                    val sizes = sizes(random)
                    val a = operandOnce(random, type, sizes)
                    val b = operand(random, type, sizes)
                    val (x, y) = numbersOf(a) to numbersOf(b)
                    kernelsBackend.kernel(sub, Unit, arrayOf(a, b))!!.run(Unit, arrayOf(a, b), arrayOf(a))
                    numbersOf(a) shouldBe
                        x.indices.map { if (type == DType.F32) (x[it].toFloat() - y[it].toFloat()).toDouble() else x[it] - y[it] }
                }
            }
        }
    })

/** An operand whose elements are all in places of their own. */
private fun operandOnce(random: Random, type: DType, sizes: dev.rankine.shapes.Sizes): Value {
    while (true) {
        val candidate = operand(random, type, sizes)
        if ((0 until candidate.rank).none { candidate.sizes[it] > 1 && candidate.layout.stride(it) == 0 }) return candidate
    }
}

private fun numbersOf(x: Value): List<Double> =
    if (x.dtype.isFloating) x.toDoubleArray().toList() else x.toLongArray().map { it.toDouble() }
