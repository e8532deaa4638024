package dev.rankine.optim

import dev.rankine.autodiff.backward
import dev.rankine.nn.Parameter
import dev.rankine.ops.gradient
import dev.rankine.ops.item
import dev.rankine.ops.minus
import dev.rankine.ops.ones
import dev.rankine.ops.square
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.unaryMinus
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldStartWith

/** With rates at which 300 steps suffice for a small problem. */
private val optimizers: Map<String, (List<Parameter<*>>) -> Optimizer> =
    mapOf(
        "Adadelta" to { Adadelta(it, 20.0) },
        "Adafactor" to { Adafactor(it, 0.1) },
        "Adagrad" to { Adagrad(it, 0.5) },
        "Adamax" to { Adamax(it, 0.1) },
        "ASGD" to { ASGD(it, 0.05) },
        "LAMB" to { LAMB(it, 0.01, weightDecay = 0.0) },
        "LARS" to { LARS(it, 0.5, trust = 0.01) },
        "Lion" to { Lion(it, 0.05) },
        "Muon" to { Muon(it, 0.05) },
        "NAdam" to { NAdam(it, 0.05) },
        "RAdam" to { RAdam(it, 0.1) },
        "RMSprop" to { RMSprop(it, 0.01) },
        "Rprop" to { Rprop(it) },
        "ScheduleFreeAdamW" to { ScheduleFreeAdamW(it, 0.1) },
        "SparseAdam" to { SparseAdam(it, 0.05) },
    )

internal class EveryOptimizerTest :
    FunSpec({
        for ((name, make) in optimizers) {
            test("$name comes down to the minimum of a quadratic function, in float32 and float64") {
                for (dtype in listOf(DType.F32, DType.F64)) {
                    val parameter = Small(dtype)
                    val optimizer = make(listOf(parameter.weight))
                    val target = valueOf(doubleArrayOf(1.0, -2.0, 3.0, 0.5, -1.5, 2.5), DType.F64, Sizes.of(2, 3))
                    val scale = valueOf(doubleArrayOf(1.0, 2.0, 0.5, 1.0, 3.0, 1.0), DType.F64, Sizes.of(2, 3))

                    fun loss() = sum(square(dev.rankine.ops.to(parameter.weight.value, DType.F64) - target) * scale)
                    val before = loss().item()
                    val rate = optimizer.learningRate
                    repeat(300) {
                        optimizer.zeroGradients()
                        loss().backward()
                        optimizer.step()
                        // the size of these steps does not depend on the gradient's
                        if (optimizer is Muon || optimizer is Lion) optimizer.learningRate = rate * (1 - it / 300.0)
                    }
                    (optimizer as? SwappedWeights)?.swapIn()
                    loss().item() shouldBeLessThan 0.01 * before
                }
            }
        }

        test("upwards: maximize is the step along the other gradient") {
            val pairs: List<Pair<(List<Parameter<*>>) -> Optimizer, (List<Parameter<*>>) -> Optimizer>> =
                listOf(
                    Pair({ Adadelta(it, maximize = true) }, { Adadelta(it) }),
                    Pair({ Adafactor(it, maximize = true) }, { Adafactor(it) }),
                    Pair({ Adagrad(it, maximize = true) }, { Adagrad(it) }),
                    Pair({ Adamax(it, maximize = true) }, { Adamax(it) }),
                    Pair({ ASGD(it, maximize = true) }, { ASGD(it) }),
                    Pair({ LAMB(it, maximize = true) }, { LAMB(it) }),
                    Pair({ LARS(it, maximize = true) }, { LARS(it) }),
                    Pair({ Lion(it, maximize = true) }, { Lion(it) }),
                    Pair({ Muon(it, maximize = true) }, { Muon(it) }),
                    Pair({ NAdam(it, maximize = true) }, { NAdam(it) }),
                    Pair({ RAdam(it, maximize = true) }, { RAdam(it) }),
                    Pair({ RMSprop(it, maximize = true) }, { RMSprop(it) }),
                    Pair({ Rprop(it, maximize = true) }, { Rprop(it) }),
                    Pair({ ScheduleFreeAdamW(it, maximize = true) }, { ScheduleFreeAdamW(it) }),
                    Pair({ SparseAdam(it, maximize = true) }, { SparseAdam(it) }),
                )
            for ((up, down) in pairs) {
                val (one, other) = Small(DType.F64) to Small(DType.F64)
                val (first, second) = up(listOf(one.weight)) to down(listOf(other.weight))
                repeat(3) {
                    one.weight.value.gradient = valueOf(wave(6, it.toDouble()), DType.F64, Sizes.of(2, 3))
                    other.weight.value.gradient = -one.weight.gradient!!
                    first.step()
                    second.step()
                }
                one.weight.numbers() shouldBe other.weight.numbers()
            }
        }

        test("weights that shrink by themselves: nadam and radam decoupled, as adamw") {
            for (make in listOf<(Small, Double) -> Optimizer>(
                { m, decay -> NAdam(listOf(m.weight), 0.1, weightDecay = decay, decoupled = true) },
                { m, decay -> RAdam(listOf(m.weight), 0.1, weightDecay = decay, decoupled = true) },
            )) {
                val (one, other) = Small(DType.F64) to Small(DType.F64)
                val start = one.weight.numbers()
                listOf(make(one, 0.5) to one, make(other, 0.0) to other).forEach { (optimizer, model) ->
                    model.weight.give(wave(6, 1.0))
                    optimizer.step()
                }
                one.weight.numbers() shouldBeNear DoubleArray(6) { other.weight.numbers()[it] - 0.05 * start[it] }
            }
        }

        test("nadam as pytorch 1.13 differs") {
            val (one, other) = Small(DType.F64) to Small(DType.F64)
            one.weight.give(wave(6, 1.0))
            other.weight.give(wave(6, 1.0))
            NAdam(listOf(one.weight), 0.1).step()
            NAdam(listOf(other.weight), 0.1, asTorch113 = true).step()
            kotlin.math.abs(one.weight.numbers()[0] - other.weight.numbers()[0]) shouldBeGreaterThan 1e-4
        }

        test("sparse adam leaves rows without a gradient alone") {
            val model = Small(DType.F64)
            val before = model.weight.numbers()
            val optimizer = SparseAdam(listOf(model.weight), 0.1)
            model.weight.give(doubleArrayOf(0.0, 0.0, 0.0, 0.0, 0.5, 0.0))
            optimizer.step()
            val after = model.weight.numbers()
            after.take(3) shouldBe before.take(3)
            // the whole row counts as used, but its means are 0 where the gradient is
            after.toList().subList(3, 6) shouldBe listOf(before[3], after[4], before[5])
            remembered(optimizer, "weight", "exp_avg").toDoubleArray()[4] shouldBe (1 - 0.9) * 0.5
        }

        test("a step with a closure computes the loss once, and returns it") {
            val model = Small(DType.F64)
            val optimizer = SGD(listOf(model.weight), 0.1)
            val loss =
                dev.rankine.ops.noGrad {
                    optimizer.step {
                        optimizer.zeroGradients()
                        val loss = sum(model.weight.value)
                        loss.backward()
                        loss.item()
                    }
                }
            loss shouldBe wave(6, 0.0).sum()
            model.weight.numbers() shouldBeNear DoubleArray(6) { wave(6, 0.0)[it] - 0.1 }
        }

        test("entries of a state of other sizes, types or names are refused, and nothing is changed") {
            val model = Small(DType.F64)
            val one = ones(Sizes.SCALAR, DType.F64)

            fun refused(optimizer: Optimizer, key: String, value: dev.rankine.ops.Value): String {
                val message = refusal { optimizer.loadStateDict(mapOf("weight" to mapOf(key to value)), 1) }!!
                optimizer.steps shouldBe 0
                message shouldStartWith "${optimizer.rule}: the state is of other parameters: "
                return message.substringAfter("parameters: ")
            }
            val p = listOf(model.weight)
            refused(Adafactor(p), "row_var", ones(Sizes.of(2, 3), DType.F64)) shouldBe "row_var of weight is float64 [2, 3], needed: [2, 1]"
            refused(Adafactor(p), "variance", ones(Sizes.of(2, 3), DType.F64)) shouldBe
                "variance of weight is float64 [2, 3], needed: nothing of that name"
            refused(Adam(p), "momentum_buffer", one) shouldBe "momentum_buffer of weight is float64 [], needed: nothing of that name"
            refused(Adam(p), "exp_avg", ones(Sizes.of(2, 3))) shouldBe "exp_avg of weight is float32 [2, 3], needed: float64"
            refused(ASGD(p), "eta", ones(Sizes.of(1))) shouldBe "eta of weight is float32 [1], needed: a floating scalar"
            refused(ASGD(p), "mu", ones(Sizes.SCALAR, DType.I64)) shouldBe "mu of weight is int64 [], needed: a floating scalar"
            refused(LBFGS(p, historySize = 4), "old_dirs", ones(Sizes.of(5, 6), DType.F64)) shouldBe
                "old_dirs of weight is float64 [5, 6], needed: [1 to 4, 6]"
            refused(LBFGS(p), "old_stps", ones(Sizes.of(2, 6))) shouldBe "old_stps of weight is float32 [2, 6], needed: float64"
            refused(LBFGS(p), "d", ones(Sizes.of(2, 3), DType.F64)) shouldBe "d of weight is float64 [2, 3], needed: [6]"
        }

        test("a state of which an entry is missing is refused, and nothing is changed; one without any entry is not") {
            val rules =
                listOf<(List<Parameter<*>>) -> Optimizer>(
                    { Adadelta(it) },
                    { Adafactor(it) },
                    { Adagrad(it) },
                    { Adam(it, amsgrad = true) },
                    { AdamW(it) },
                    { Adamax(it) },
                    { ASGD(it) },
                    { LAMB(it) },
                    { NAdam(it) },
                    { RAdam(it) },
                    { RMSprop(it, momentum = 0.9, centered = true) },
                    { Rprop(it) },
                    { ScheduleFreeAdamW(it) },
                    { SparseAdam(it) },
                )
            // rules that count steps and do not use the count
            val uncounted = setOf("adadelta", "rmsprop", "rprop")
            for (make in rules) {
                val model = Small(DType.F64)
                val optimizer = make(listOf(model.weight))
                model.weight.give(wave(6, 1.0))
                optimizer.step()
                val state = optimizer.stateDict().getValue("weight")
                val other = make(listOf(model.weight))
                for (key in state.keys) {
                    if (key == "step" && optimizer.rule in uncounted) continue
                    refusal { other.loadStateDict(mapOf("weight" to state - key), 1) } shouldBe
                        "${optimizer.rule}: the state is incomplete: $key of weight is missing"
                    other.stateDict().values.all { it.isEmpty() } shouldBe true
                }
                other.loadStateDict(mapOf("weight" to emptyMap()), 1)
                other.loadStateDict(mapOf("weight" to state), 1)
                other.stateDict().getValue("weight").keys shouldBe state.keys
            }
        }

        test("a state of rmsprop needs what its settings use") {
            val model = Small(DType.F64)
            val one = ones(Sizes.of(2, 3), DType.F64)
            RMSprop(listOf(model.weight)).loadStateDict(mapOf("weight" to mapOf("square_avg" to one)), 1)
            refusal {
                RMSprop(listOf(model.weight), centered = true).loadStateDict(mapOf("weight" to mapOf("square_avg" to one)), 1)
            } shouldBe "rmsprop: the state is incomplete: grad_avg of weight is missing"
        }

        test("a state of lbfgs needs the last step, and both sides of its changes") {
            val model = Small(DType.F64)
            val vector = ones(Sizes.of(6), DType.F64)
            val one = ones(Sizes.SCALAR, DType.F64)
            val changes = ones(Sizes.of(2, 6), DType.F64)
            val last = mapOf("d" to vector, "prev_flat_grad" to vector, "t" to one, "n_iter" to one)

            fun load(state: Map<String, dev.rankine.ops.Value>) = LBFGS(listOf(model.weight)).loadStateDict(mapOf("weight" to state), 1)
            load(mapOf("func_evals" to one))
            load(last)
            load(last + mapOf("H_diag" to one, "old_dirs" to changes, "old_stps" to changes))
            refusal { load(last - "prev_flat_grad") } shouldBe "lbfgs: the state is incomplete: prev_flat_grad of weight is missing"
            refusal { load(last + mapOf("old_dirs" to changes)) } shouldBe
                "lbfgs: the state is incomplete: old_stps of weight is missing; H_diag of weight is missing"
        }

        test("groups whose rule is only a part of their optimizer's are refused by others") {
            val model = Small(DType.F64)
            val own = ScheduleFreeAdamW.Group(listOf(model.weight))
            refusal { Muon(listOf(own)) } shouldBe
                "muon: a group of schedule_free_adamw works in an optimizer of its own only\n  hint: make two optimizers"
            refusal { Muon(LBFGS(listOf(model.weight)).groups) } shouldBe
                "muon: a group of lbfgs works in an optimizer of its own only\n  hint: make two optimizers"
            ScheduleFreeAdamW(listOf(own)).groups.size shouldBe 1
        }

        test("numbers of a state come back with the same bits") {
            val model = Small(DType.F64)
            val optimizer = ScheduleFreeAdamW(listOf(model.weight), 0.1)
            model.weight.give(wave(6, 1.0))
            optimizer.step()
            val state = optimizer.stateDict()
            val other = ScheduleFreeAdamW(listOf(model.weight), 0.1)
            other.loadStateDict(state, 1)
            other.stateDict().getValue("weight").mapValues { it.value.toDoubleArray().toList() } shouldBe
                state.getValue("weight").mapValues { it.value.toDoubleArray().toList() }
            remembered(other, "weight", "weight_sum").dtype shouldBe DType.F64
            val averaged = ASGD(listOf(model.weight))
            averaged.step()
            remembered(averaged, "weight", "eta").dtype shouldBe DType.F32
        }
    })

private class Small(dtype: DType) : dev.rankine.nn.Module() {
    val weight = addParameter("weight", dev.rankine.ops.to(valueOf(wave(6, 0.0), DType.F64, Sizes.of(2, 3)), dtype))
}
