package dev.rankine.autodiff

import dev.rankine.ops.InPlaceException
import dev.rankine.ops.addInPlace
import dev.rankine.ops.copyFrom
import dev.rankine.ops.gradient
import dev.rankine.ops.invoke
import dev.rankine.ops.linear
import dev.rankine.ops.mul
import dev.rankine.ops.noGrad
import dev.rankine.ops.requireGradient
import dev.rankine.ops.reshape
import dev.rankine.ops.select
import dev.rankine.ops.sum
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.valueOf
import dev.rankine.ops.zeros
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

/** Recorded writes in place reach the target's own graph only: through a view they would lose the gradient, so they are refused. */
internal class ViewWriteTest :
    FunSpec({
        fun weight() = valueOf(floatArrayOf(1f, 2f), 2).requireGradient("weight")

        test("a recorded write into a part of an unrecorded value is refused") {
            val whole = zeros(Sizes.of(2, 2))
            shouldThrow<InPlaceException> { select(whole, 0, 0).copyFrom(weight()) }.message shouldBe
                "copyFrom in place: the target is a view, and no gradient would flow through what it shares its elements with\n" +
                "  hint: write into copy() of it, or build the whole with cat, stack or sliceScatter"
            shouldThrow<InPlaceException> { reshape(whole, 4).addInPlace(sum(weight())) }
            noGrad { select(whole, 0, 0).copyFrom(weight()) }
            whole.toFloatArray() shouldBe floatArrayOf(1f, 2f, 0f, 0f)
        }
        test("a recorded write into the value itself carries the gradient") {
            val w = weight()
            val total = zeros(Sizes.of(2))
            total.addInPlace(mul(w, w))
            total.addInPlace(w)
            sum(total).backward()
            w.gradient!!.toFloatArray() shouldBe floatArrayOf(3f, 5f)
        }
        test("the result of a composite is no view, however it was made") {
            val scores = linear(zeros(Sizes.of(1, 2, 2)), zeros(Sizes.of(2, 2)))
            val w = weight()
            scores.addInPlace(w)
            sum(scores).backward()
            w.gradient!!.toFloatArray() shouldBe floatArrayOf(2f, 2f)
        }
        test("a write through an unrecorded view is seen by the version of what backward reads") {
            val w = weight()
            val squared = mul(w, w)
            noGrad { select(w, 0, 0).addInPlace(1) }
            shouldThrow<ModifiedException> { sum(squared).backward() }
        }
    })
