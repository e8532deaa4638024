package dev.rankine.kernels

import dev.rankine.conformance.Form
import dev.rankine.conformance.HostData
import dev.rankine.ops.ArgAttributes
import dev.rankine.ops.CumulativeAttributes
import dev.rankine.ops.ReduceAttributes
import dev.rankine.ops.VarianceAttributes
import dev.rankine.ops.allOp
import dev.rankine.ops.amaxOp
import dev.rankine.ops.aminOp
import dev.rankine.ops.anyOp
import dev.rankine.ops.argmaxOp
import dev.rankine.ops.argminOp
import dev.rankine.ops.cumsumOp
import dev.rankine.ops.get
import dev.rankine.ops.logsumexpOp
import dev.rankine.ops.prodOp
import dev.rankine.ops.stdOp
import dev.rankine.ops.sum
import dev.rankine.ops.sumOp
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.varianceOp
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.util.Random

internal class ReduceTest :
    FunSpec({
        val shapes =
            listOf(
                intArrayOf(1, 1),
                intArrayOf(3, 15),
                intArrayOf(17, 300),
                intArrayOf(130, 31),
                intArrayOf(33, 64),
                intArrayOf(5, 7, 33),
                intArrayOf(2, 3, 5, 67),
            )

        // above the grain
        val large = listOf(intArrayOf(1, 70_001), intArrayOf(70_001, 1), intArrayOf(530, 129), intArrayOf(9, 200, 40))
        val floats = listOf(DType.F32, DType.F64)

        fun axes(rank: Int): List<List<Int>> =
            (0 until (1 shl rank)).map { set -> (0 until rank).filter { set shr it and 1 == 1 } }.let { if (rank < 4) it else it.drop(3) }

        for (type in floats) {
            test("$type: sums over any axes of large and odd sizes, in all layouts") {
                val random = Random(1)
                for (sizes in shapes + large) {
                    val x = Exactness.normal(random, type, *sizes)
                    // the row adds float64 one after another, with errors of its own
                    val units = if (type == DType.F32) 8.0 else 2 + x.sizes.elements / 64.0
                    for (axes in axes(sizes.size)) {
                        val forms = if (x.sizes.elements < 50_000) Form.entries else listOf(Form.DENSE, Form.TRANSPOSED)
                        Exactness.check(sumOp, ReduceAttributes(axes, false), listOf(x), units, forms, ofSizes = true)
                    }
                }
            }
            test("$type: largest and smallest and their places, ties, NaN, infinities") {
                val random = Random(2)
                for (sizes in shapes + large.take(3)) {
                    for (kind in 0..2) {
                        val x =
                            Exactness.numbers(type, *sizes) {
                                when {
                                    kind == 1 -> random.nextInt(5).toDouble()
                                    kind == 2 && random.nextInt(40) == 0 -> SPECIAL[random.nextInt(SPECIAL.size)]
                                    else -> random.nextGaussian()
                                }
                            }
                        for (axes in axes(sizes.size)) {
                            for (op in listOf(amaxOp, aminOp)) Exactness.check(op, ReduceAttributes(axes, true), listOf(x), 0.0, FORMS)
                        }
                        for (axis in listOf(null) + sizes.indices) {
                            for (op in listOf(argmaxOp, argminOp)) {
                                Exactness.check(op, ArgAttributes(axis, false), listOf(x), 0.0, FORMS)
                            }
                        }
                    }
                }
            }
            test("$type: products, running sums, truth") {
                val random = Random(3)
                for (sizes in shapes) {
                    val x = Exactness.numbers(type, *sizes) { 1 + random.nextGaussian() / 1000 }
                    for (axes in axes(sizes.size)) {
                        Exactness.check(prodOp, ReduceAttributes(axes, false), listOf(x), 64.0 + x.sizes.elements / 100.0, FORMS)
                        for (op in listOf(allOp, anyOp)) Exactness.check(op, ReduceAttributes(axes, false), listOf(x), 0.0, FORMS)
                    }
                    for (axis in sizes.indices) {
                        for (reverse in listOf(false, true)) {
                            Exactness.check(cumsumOp, CumulativeAttributes(axis, reverse), listOf(x), 2.0, FORMS)
                        }
                    }
                }
            }
        }
        for (type in floats) {
            test("$type: logarithms of sums of exponentials of rows and columns, NaN, infinities, numbers far apart") {
                val random = Random(6)
                for (sizes in shapes + intArrayOf(150, 40) + intArrayOf(600, 440) + large.takeLast(2)) {
                    for (kind in 0..2) {
                        val x =
                            Exactness.numbers(type, *sizes) {
                                when {
                                    kind == 1 -> random.nextGaussian() * 100
                                    kind == 2 && random.nextInt(40) == 0 -> LOG_SPECIAL[random.nextInt(LOG_SPECIAL.size)]
                                    else -> random.nextGaussian()
                                }
                            }
                        for (axes in axes(sizes.size)) Exactness.check(logsumexpOp, ReduceAttributes(axes, true), listOf(x), 16.0)
                    }
                }
            }
            test("$type: variances of columns, far from zero, with infinities and NaN, of one row") {
                val random = Random(7)
                for (sizes in listOf(
                    intArrayOf(1, 40),
                    intArrayOf(2, 33),
                    intArrayOf(130, 31),
                    intArrayOf(3, 70, 600),
                    intArrayOf(530, 129),
                )) {
                    for (kind in 0..2) {
                        val x =
                            Exactness.numbers(type, *sizes) {
                                when {
                                    kind == 1 -> 100 + random.nextGaussian()
                                    kind == 2 && random.nextInt(400) == 0 -> SPECIAL[random.nextInt(3)]
                                    else -> random.nextGaussian()
                                }
                            }
                        for (correction in 0..2) {
                            val attributes = VarianceAttributes(listOf(sizes.size - 2), false, correction)
                            for (op in listOf(varianceOp, stdOp)) Exactness.check(op, attributes, listOf(x), 64.0)
                        }
                    }
                }
            }
            test("$type: logarithms of sums of nothing but infinities or numbers as large as there are") {
                val most = if (type == DType.F32) Float.MAX_VALUE.toDouble() else Double.MAX_VALUE
                for (number in listOf(most, -most, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN)) {
                    for (axes in listOf(listOf(0), listOf(1))) {
                        Exactness.check(logsumexpOp, ReduceAttributes(axes, false), listOf(Exactness.numbers(type, 70, 33) { number }), 1.0)
                    }
                }
            }
        }
        test("places of numbers whose sum is none, of nothing but infinities, of the last of a row") {
            for (type in floats) {
                val most = if (type == DType.F32) Float.MAX_VALUE.toDouble() else Double.MAX_VALUE
                val rows: List<(Int) -> Double> =
                    listOf(
                        { if (it % 2 == 0) most else -most },
                        { if (it % 3 == 0) Double.POSITIVE_INFINITY else Double.NEGATIVE_INFINITY },
                        { Double.NEGATIVE_INFINITY },
                        { Double.POSITIVE_INFINITY },
                        { if (it == 299) Double.NaN else 1.0 },
                        { it.toDouble() },
                        { -it.toDouble() },
                        { if (it == 70 || it == 290) 1.0 else 0.0 },
                        { if (it == 295 || it == 280) -1.0 else 0.0 },
                    )
                val x = Exactness.numbers(type, 21, 300) { rows[it / 300 % rows.size](it % 300) }
                for (op in listOf(argmaxOp, argminOp)) Exactness.check(op, ArgAttributes(1, false), listOf(x), 0.0)
            }
        }
        test("a row has the same sum alone and among others") {
            val random = Random(8)
            for (backend in Exactness.backends) {
                for (columns in listOf(15, 31, 32, 100, 300, 4097)) {
                    val x = Form.DENSE.place(Exactness.normal(random, DType.F32, 19, columns), backend)
                    val sums = sum(x, listOf(1)).toFloatArray()
                    for (i in sums.indices) sum(x[i]).toFloatArray() shouldBe floatArrayOf(sums[i])
                }
            }
        }
        test("a product of float32 is finite where its first factors together are not") {
            for (sizes in listOf(intArrayOf(16, 600), intArrayOf(600, 16))) {
                for (axis in 0..1) {
                    // of three in turn, so that no lane of a vector meets one kind alone
                    val x =
                        Exactness.numbers(DType.F32, *sizes) {
                            if ((if (axis == 0) it / sizes[1] else it % sizes[1]) % 3 < 2) 1e20 else 1e-40
                        }
                    Exactness.check(prodOp, ReduceAttributes(listOf(axis), false), listOf(x), 64.0)
                }
            }
        }
        test("integers and booleans are exact") {
            val random = Random(4)
            for (type in listOf(DType.I64, DType.I32, DType.I16, DType.I8, DType.U8, DType.BOOL)) {
                for (sizes in shapes.takeLast(5) + large.take(if (type == DType.I64) 4 else 0)) {
                    val most = if (type == DType.BOOL) 1 else 9
                    val x = Exactness.numbers(type, *sizes) { if (random.nextInt(5) == 0) 0.0 else 1.0 + random.nextInt(most) }
                    for (axes in axes(sizes.size)) {
                        for (op in listOf(sumOp, amaxOp, aminOp, allOp, anyOp)) {
                            Exactness.check(op, ReduceAttributes(axes, false), listOf(x), 0.0, FORMS)
                        }
                    }
                    if (type != DType.BOOL) Exactness.check(argmaxOp, ArgAttributes(1, false), listOf(x), 0.0, FORMS)
                    Exactness.check(cumsumOp, CumulativeAttributes(0), listOf(x), 0.0, FORMS)
                }
            }
        }
        test("no element") {
            for (type in floats + DType.I64) {
                for (sizes in listOf(intArrayOf(0), intArrayOf(0, 3), intArrayOf(3, 0), intArrayOf(2, 0, 3))) {
                    val x = HostData.of(type, Sizes.of(*sizes))
                    for (axes in axes(sizes.size)) {
                        for (op in listOf(sumOp, prodOp, allOp, anyOp)) Exactness.check(op, ReduceAttributes(axes, false), listOf(x), 0.0)
                    }
                    Exactness.check(cumsumOp, CumulativeAttributes(0), listOf(x), 0.0)
                }
            }
        }
        test("sums of a million numbers far from zero") {
            val random = Random(5)
            val x = Exactness.numbers(DType.F32, 1 shl 20) { 1000 + random.nextGaussian() }
            Exactness.check(sumOp, ReduceAttributes(listOf(0), false), listOf(x), 1.0)
            val ones = Exactness.numbers(DType.BOOL, 300, 301) { 1.0 }
            Exactness.check(sumOp, ReduceAttributes(listOf(0, 1), false), listOf(ones), 0.0)
        }
    })

private val FORMS = listOf(Form.DENSE, Form.TRANSPOSED, Form.STEPPED)
private val LOG_SPECIAL = doubleArrayOf(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 300.0, -300.0)
private val SPECIAL = doubleArrayOf(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0, -0.0)
