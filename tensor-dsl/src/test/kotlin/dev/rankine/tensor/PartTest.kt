package dev.rankine.tensor

import dev.rankine.ops.manualSeed
import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.of
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlin.math.E
import kotlin.math.ln

/** Parts, running ops, creation and operands of all kinds at run time. */
internal class PartTest :
    FunSpec({
        val x = tensor(Batch of 2, Digit) { i, j -> i * 4 + j }

        fun Tensor<*>.numbers() = toDoubleArray().toList()

        fun numbers(vararg numbers: Number) = numbers.map { it.toDouble() }

        test("what was joined comes apart again") {
            val wide = x.cat(tensor(Batch of 2, Width) { i, j -> -i - j })
            val (left, right) = wide.split(Digit, Width)
            left.numbers() shouldBe x.numbers()
            right.numbers() shouldBe numbers(0, -1, -2, -1, -2, -3)
            right.sizes.toString() shouldBe "[Batch = 2, Width = 3]"
            val (top, bottom) = x.catFirst(x).splitFirst(Batch of 2, Batch of 2)
            top.numbers() shouldBe bottom.numbers()
            shouldThrow<ShapeException> { x.catFirst(x).splitFirst(Batch of 2, Batch of 3) }.message shouldBe
                "split: the parts do not make axis 0: 2 + 3 != 4\n  input  [Batch+Batch = 4, Digit = 4]"
            val (even, odd) = x.halves(Digit)
            even.numbers() shouldBe numbers(0, 1, 4, 5)
            odd.sizes.toString() shouldBe "[Batch = 2, Digit/2 = 2]"
            shouldThrow<ShapeException> { arange(Width).halves(Width) }.problem shouldBe "halves: an axis of odd size has no halves: 3"
        }

        test("slices along an axis") {
            x.indexSelect(Digit, vec(Time, 3, 0)).numbers() shouldBe numbers(3, 0, 7, 4)
            x.indexSelect(Digit, vec(Time, 3, 0)).sizes.toString() shouldBe "[Batch = 2, Time = 2]"
            x.indexAdd(Digit, vec(Time, 1, 1), ones(Batch of 2, Time of 2)).numbers() shouldBe numbers(0, 3, 2, 3, 4, 7, 6, 7)
            x.flip(Digit).numbers() shouldBe numbers(3, 2, 1, 0, 7, 6, 5, 4)
            x.roll(Digit, 1).numbers() shouldBe numbers(3, 0, 1, 2, 7, 4, 5, 6)
            x
                .roll(Batch, 1)
                .flip(Digit)
                .sizes
                .toString() shouldBe "[Batch = 2, Digit = 4]"
            x[Digit, 1].numbers() shouldBe numbers(1, 5)
            x[Batch, -1][Digit, 0].item() shouldBe 4.0
            x.unbind(Batch).map { it.numbers() } shouldBe listOf(numbers(0, 1, 2, 3), numbers(4, 5, 6, 7))
            x.repeat(Digit, Heads).sizes.toString() shouldBe "[Batch = 2, Heads*Digit = 8]"
            arange(Width).repeat(Width, Heads).numbers() shouldBe numbers(0, 1, 2, 0, 1, 2)
            arange(Width).repeatInterleave(Width, Heads).numbers() shouldBe numbers(0, 0, 1, 1, 2, 2)
            arange(Width)
                .repeatInterleave(Width, Heads)
                .split(Width, Heads)
                .sizes
                .toString() shouldBe "[Width = 3, Heads = 2]"
            x.pad(Batch, Width, before = 1, number = 9).numbers() shouldBe numbers(9, 9, 9, 9) + x.numbers()
            x.pad(Digit, Time of 6, before = 1).sizes.toString() shouldBe "[Batch = 2, Time = 6]"
            x.pad(Digit, Time of 6, before = 1).numbers() shouldBe numbers(0, 0, 1, 2, 3, 0, 0, 4, 5, 6, 7, 0)
            shouldThrow<ShapeException> { x.pad(Digit, Width) }.problem shouldBe "pad: axis 1 does not fit: 0 + 4 > 3"
            x.maskedSelect(x gt 5).numbers() shouldBe numbers(6, 7)
            x.nonzero().sizes[0] shouldBe 7
            x.countNonzero(Digit).numbers() shouldBe numbers(3, 4)
            x.take(mat(Heads, Width, listOf(listOf(7, 0, 7), listOf(1, 1, 2)))).numbers() shouldBe numbers(7, 0, 7, 1, 1, 2)
            x.t().contiguous().numbers() shouldBe numbers(0, 4, 1, 5, 2, 6, 3, 7)
            val places = mat(Batch, Time, listOf(listOf(0, 0), listOf(3, 1)))
            zerosLike(x).scatterAdd(Digit, places, ones(Batch of 2, Time of 2)).numbers() shouldBe numbers(2, 0, 0, 0, 0, 1, 0, 1)
            x.scatter(Digit, places, zeros(Batch of 2, Time of 2)).numbers() shouldBe numbers(0, 1, 2, 3, 4, 0, 6, 0)
        }

        test("diagonals and axes of size 1") {
            val square = tensor(Width, Width) { i, j -> i * 3 + j }
            square.diagonal().numbers() shouldBe numbers(0, 4, 8)
            square.trace().item() shouldBe 12.0
            arange(Width).diagEmbed().numbers() shouldBe numbers(0, 0, 0, 0, 1, 0, 0, 0, 2)
            x.unsqueezeFirst().sizes.toString() shouldBe "[1, Batch = 2, Digit = 4]"
        }

        test("running ops") {
            val y = tensor(Batch of 2, Width) { i, j -> (i + 1) * (j - 1) + 2 }
            y.numbers() shouldBe numbers(1, 2, 3, 0, 2, 4)
            y.cumprod(Width).numbers() shouldBe numbers(1, 2, 6, 0, 0, 0)
            y.cumprod(Batch).numbers() shouldBe numbers(1, 2, 3, 0, 4, 12)
            y.flip(Width).cummin(Width).numbers() shouldBe numbers(3, 2, 1, 4, 2, 0)
            val (largest, places) = y.cummaxWithIndices(Batch)
            largest.numbers() shouldBe numbers(1, 2, 3, 1, 2, 4)
            places.toLongArray().toList() shouldBe listOf(0L, 0L, 0L, 0L, 1L, 1L)
            y.cummax(Batch).sizes.toString() shouldBe "[Batch = 2, Width = 3]"
            zeros(Width).logcumsumexp(Width).numbers()[2] shouldBe (ln(3.0) plusOrMinus 1e-6)
        }

        test("creation") {
            arange(Time of 4, start = 3, step = -2).numbers() shouldBe numbers(3, 1, -1, -3)
            arange(Width).dtype shouldBe DType.I64
            linspace(Time of 3, 0.0, 1.0).numbers() shouldBe numbers(0, 0.5, 1)
            eye(Heads, Width).numbers() shouldBe numbers(1, 0, 0, 0, 1, 0)
            eye(Heads).sizes.toString() shouldBe "[Heads = 2, Heads = 2]"
            manualSeed(1)
            randint(2, 5, Batch of 50, Heads).let { it.amin().item() >= 2 && it.amax().item() < 5 } shouldBe true
            randperm(Digit).sum().item() shouldBe 6.0
            bernoulli(1.0, Batch of 2, Heads).sum().item() shouldBe 4.0
            (zerosLike(x) + onesLike(x) * 2 + fullLike(x, 3)).sum().item() shouldBe 40.0
            zerosLike(x).sizes.toString() shouldBe "[Batch = 2, Digit = 4]"
        }

        test("operands that are numbers, and functions of three tensors") {
            val i = arange(Digit)
            (i % 3).numbers() shouldBe numbers(0, 1, 2, 0)
            (i % vec(Batch, 2, 3).unsqueezeLast()).numbers() shouldBe numbers(0, 1, 0, 1, 0, 1, 2, 0)
            (i bitwiseAnd 1).numbers() shouldBe numbers(0, 1, 0, 1)
            (i xor i).numbers() shouldBe numbers(0, 0, 0, 0)
            ((i gt 0) and (i lt 3)).numbers() shouldBe numbers(0, 1, 1, 0)
            (!(i gt 0)).numbers() shouldBe numbers(1, 0, 0, 0)
            (i - 2).floorDivide(2).numbers() shouldBe numbers(-1, -1, 0, 0)
            (i - 2).truncDivide(2).numbers() shouldBe numbers(-1, 0, 0, 0)
            (i - 2).fmod(2).numbers() shouldBe numbers(0, -1, 0, 1)
            2.pow(i).numbers() shouldBe numbers(1, 2, 4, 8)
            x.hypot(0).numbers() shouldBe x.numbers()
            x
                .xlogy(E)
                .numbers()
                .zip(x.numbers())
                .forEach { (found, right) -> found shouldBe (right plusOrMinus 1e-5) }
            x.atan2(x)[Digit, 1].numbers()[0] shouldBe (Math.PI / 4 plusOrMinus 1e-6)
            x.logaddexp(x)[Batch, 0].numbers()[0] shouldBe (ln(2.0) plusOrMinus 1e-6)
            x.lerp(x * 3, 0.5).numbers() shouldBe (x * 2).numbers()
            val column = tensor(Batch of 2) { 10 * it }.unsqueezeLast()
            column.addcmul(i.to(DType.F32), ones(Digit), 2).numbers() shouldBe numbers(0, 2, 4, 6, 10, 12, 14, 16)
            column.where(x gt 2, i.to(DType.F32)).numbers() shouldBe numbers(0, 1, 2, 0, 10, 10, 10, 10)
            x.clamp(tensor(Digit) { it * 2 }, null).numbers() shouldBe numbers(0, 2, 4, 6, 4, 5, 6, 7)
            (x - 2).prelu(scalar(0.5)).numbers().take(3) shouldBe numbers(-1, -0.5, 0)
        }
    })
