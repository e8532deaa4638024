package dev.rankine.optim

import dev.rankine.nn.BatchNorm1d
import dev.rankine.nn.Module
import dev.rankine.ops.Value
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.of
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe

/** Two norms and another name for the first; forward need not reach all. */
private class TwoNorms(momentum: Double?) : Module() {
    val norm by BatchNorm1d(Dyn of 1, momentum = momentum)
    val again by norm
    val other by BatchNorm1d(Dyn of 1, momentum = momentum)
}

private fun column(vararg numbers: Float): Value = valueOf(numbers, numbers.size, 1)

internal class UpdateBatchNormTest :
    FunSpec({
        fun state(model: Module) = model.stateDict().mapValues { it.value.toDoubleArray().toList() }

        for (momentum in listOf(0.25, 1.0, null)) {
            test("momentum $momentum: a forward that fails leaves everything as it was, at the first batch and later") {
                val model = TwoNorms(momentum)
                model.norm.call(column(1f, 2f, 6f))
                model.eval()
                val before = state(model)
                for (failing in 0..2) {
                    var calls = 0
                    val failure =
                        shouldThrow<IllegalStateException> {
                            updateBatchNorm(model, List(3) { column(1f, 5f) }) {
                                if (calls++ == failing) error("forward failed")
                                model.norm.call(it)
                                model.other.call(it)
                            }
                        }
                    failure.message shouldBe "forward failed"
                    state(model) shouldBe before
                    model.norm.momentum shouldBe momentum
                    model.isTraining shouldBe false
                }
            }
            test("momentum $momentum: a norm that forward does not reach stays as it was") {
                val model = TwoNorms(momentum)
                model.other.call(column(1f, 2f, 6f))
                val before = state(model)
                updateBatchNorm(model, listOf(column(2f, 4f), column(6f, 8f))) { model.norm.call(it) }
                val after = state(model)
                after.filterKeys { it.startsWith("other") } shouldBe before.filterKeys { it.startsWith("other") }
                after["norm.running_mean"] shouldBe listOf(5.0)
                after["norm.running_var"] shouldBe listOf(2.0)
                after shouldNotBe before
            }
            test("momentum $momentum: a norm used twice in a forward has the mean of both uses") {
                val model = TwoNorms(momentum)
                updateBatchNorm(model, listOf(column(2f, 4f), column(6f, 8f))) {
                    model.norm.call(it)
                    model.again.call(it * 3.0)
                }
                val after = state(model)
                // means 3, 9, 7, 21; unbiased variances 2, 18, 2, 18
                after["norm.running_mean"] shouldBe listOf(10.0)
                after["norm.running_var"] shouldBe listOf(10.0)
                after["norm.num_batches_tracked"] shouldBe listOf(4.0)
            }
        }
    })
