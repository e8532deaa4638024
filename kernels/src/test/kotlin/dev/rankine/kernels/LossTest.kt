package dev.rankine.kernels

import dev.rankine.conformance.Form
import dev.rankine.conformance.HostData
import dev.rankine.ops.CrossEntropyAttributes
import dev.rankine.ops.NllAttributes
import dev.rankine.ops.NllGradientAttributes
import dev.rankine.ops.Reduction
import dev.rankine.ops.crossEntropyGradientOp
import dev.rankine.ops.crossEntropyOp
import dev.rankine.ops.expand
import dev.rankine.ops.nllLossGradientOp
import dev.rankine.ops.nllLossOp
import dev.rankine.ops.toFloatArray
import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.nulls.shouldNotBeNull
import io.kotest.matchers.shouldBe
import java.util.Random

internal class LossTest :
    FunSpec({
        fun classes(random: Random, rows: Int, n: Int): HostData =
            HostData.of(DType.I64, Sizes.of(rows)).also { for (i in 0 until rows) it.set(i, random.nextInt(n).toDouble()) }

        for (type in listOf(DType.F32, DType.F64)) {
            test("$type: cross entropy, negative log likelihood and their gradients") {
                val random = Random(1)
                for ((rows, n) in listOf(1 to 1, 1 to 10, 128 to 10, 700 to 3, 3000 to 2, 200 to 65, 40 to 1000, 3 to 5001)) {
                    val x = Exactness.numbers(type, rows, n) { random.nextGaussian() * 5 }
                    val target = classes(random, rows, n)
                    for (ignored in listOf(-100L, 0L)) {
                        if (ignored == 0L && (0 until rows).all { target.long(it) == 0L }) continue
                        for (reduction in Reduction.entries) {
                            val attributes = CrossEntropyAttributes(ignored, reduction)
                            Exactness.check(crossEntropyOp, attributes, listOf(x, target), 16.0 + rows / 32)
                            val up = if (reduction == Reduction.NONE) intArrayOf(rows) else intArrayOf()
                            val dy = Exactness.normal(random, type, *up)
                            Exactness.check(crossEntropyGradientOp, attributes, listOf(dy, x, target), 16.0)
                        }
                    }
                    Exactness.check(nllLossOp, NllAttributes(-100), listOf(x, target), 0.0)
                    val dy = Exactness.normal(random, type, rows)
                    Exactness.check(nllLossGradientOp, NllGradientAttributes(-100, n), listOf(dy, target), 0.0)
                }
            }
        }
        for (type in listOf(DType.F32, DType.F64)) {
            test("$type: cross entropy over planes") {
                val random = Random(2)
                for (sizes in listOf(intArrayOf(2, 5, 17), intArrayOf(3, 21, 8, 9), intArrayOf(2, 100, 1100), intArrayOf(4, 33, 1))) {
                    val places = intArrayOf(sizes[0]) + sizes.drop(2)
                    val x = Exactness.numbers(type, *sizes) { random.nextGaussian() * 5 }
                    val target = HostData.of(DType.I64, Sizes.of(*places))
                    for (i in 0 until target.sizes.elements) target.set(i, random.nextInt(sizes[1]).toDouble())
                    for (ignored in listOf(-100L, 1L)) {
                        for (reduction in Reduction.entries) {
                            val attributes = CrossEntropyAttributes(ignored, reduction)
                            Exactness.check(crossEntropyOp, attributes, listOf(x, target), 16.0)
                            val up = if (reduction == Reduction.NONE) places else intArrayOf()
                            val dy = Exactness.normal(random, type, *up)
                            Exactness.check(crossEntropyGradientOp, attributes, listOf(dy, x, target), 16.0)
                        }
                    }
                }
            }
        }
        test("scores and gradients that lie otherwise have kernels") {
            val random = Random(3)
            val x = Exactness.normal(random, DType.F32, 40, 30)
            val target = classes(random, 40, 30)
            val attributes = CrossEntropyAttributes(-100, Reduction.NONE)
            val dy = Exactness.normal(random, DType.F32, 40)
            val backend = Exactness.backends.last()
            val (scores, columns) = listOf(Form.DENSE, Form.TRANSPOSED).map { it.place(x, backend) }
            val (numbers, up) = listOf(target, dy).map { Form.DENSE.place(it, backend) }
            backend.kernel(crossEntropyOp, attributes, arrayOf(columns, numbers)).shouldNotBeNull()
            crossEntropyOp(attributes, columns, numbers).toFloatArray() shouldBe crossEntropyOp(attributes, scores, numbers).toFloatArray()
            backend.kernel(crossEntropyGradientOp, attributes, arrayOf(up, columns, numbers)).shouldNotBeNull()
            crossEntropyGradientOp(attributes, up, columns, numbers).toFloatArray() shouldBe
                crossEntropyGradientOp(attributes, up, scores, numbers).toFloatArray()
            backend.kernel(nllLossOp, NllAttributes(-100), arrayOf(columns, numbers)).shouldNotBeNull()
            val wanted = FloatArray(40) { -x.double(30 * it + target.long(it).toInt()).toFloat() }
            nllLossOp(NllAttributes(-100), columns, numbers).toFloatArray() shouldBe wanted
            val one = expand(Form.DENSE.place(Exactness.normal(random, DType.F32), backend), 40)
            backend.kernel(nllLossGradientOp, NllGradientAttributes(-100, 30), arrayOf(one, numbers)).shouldNotBeNull()
            val given = nllLossGradientOp(NllGradientAttributes(-100, 30), one, numbers).toFloatArray()
            given.count { it != 0f } shouldBe 40
            for (i in 0 until 40) given[30 * i + target.long(i).toInt()] shouldBe -one.toFloatArray()[i]
        }
        test("a class that does not exist is refused by the row's sentence") {
            val x = Exactness.numbers(DType.F32, 2, 3) { 0.0 }
            val target = HostData.of(DType.I64, Sizes.of(2)).also { it.set(1, 3.0) }
            val message =
                shouldThrow<ShapeException> {
                    Exactness.check(crossEntropyOp, CrossEntropyAttributes(-100, Reduction.MEAN), listOf(x, target), 0.0)
                }.message
            val backend = Exactness.backends.last()
            val values = listOf(x, target).map { Form.DENSE.place(it, backend) }
            shouldThrow<ShapeException> {
                crossEntropyOp(CrossEntropyAttributes(-100, Reduction.MEAN), values[0], values[1])
            }.message shouldBe message
        }
    })
