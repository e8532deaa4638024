package dev.rankine.nn

import dev.rankine.ops.ReleasedException
import dev.rankine.ops.Value
import dev.rankine.ops.ones
import dev.rankine.ops.scope
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.valueOf
import dev.rankine.ops.zeros
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldEndWith
import io.kotest.matchers.string.shouldStartWith

internal class StateDifferenceTest :
    FunSpec({
        class Wrapped : Module() {
            val part by Linear(Whole, Narrow)
            val norm by BatchNorm1d(Narrow)
        }

        /** Refuses [state] for [model], which must stay as it is. */
        fun refused(model: Module, state: Map<String, Value>): String {
            fun numbers() = model.stateDict().mapValues { it.value.toFloatArray().toList() }
            val before = numbers()
            return shouldThrow<StateException> { model.loadStateDict(state) }.message!!.also { numbers() shouldBe before }
        }

        test("all kinds in one message, names aligned, dims named, types where they are the matter") {
            val state =
                Wrapped().stateDict() - "part.bias" +
                    mapOf(
                        "part.weight" to zeros(Sizes.of(4, 2)),
                        "norm.weight" to valueOf(byteArrayOf(1, 0), DType.BOOL, Sizes.of(2)),
                        "norm.num_batches_tracked" to valueOf(floatArrayOf(2.5f)),
                        "more" to zeros(Sizes.SCALAR),
                    )
            refused(Wrapped(), state) shouldBe
                """
                loadStateDict: the state is of another model: 1 missing, 1 unexpected, 3 mismatched; nothing was changed
                  missing     part.bias                [Narrow = 2]
                  unexpected  more                     []
                  mismatched  part.weight              [4, 2], the model has [Narrow = 2, Whole = 4]
                  mismatched  norm.weight              bool [2], the model has float32 [Narrow = 2]
                  mismatched  norm.num_batches_tracked float32 [], the model has int64 []
                  hint: build the model with the sizes and types that the state has
                """.trimIndent()
        }

        test("types that keep the meaning are converted: integers to floats, wide to narrow") {
            val layer = Linear(Whole, Narrow)
            layer.loadStateDict(mapOf("weight" to ones(Sizes.of(2, 4), DType.F64), "bias" to valueOf(longArrayOf(3, -1), 2)))
            layer.bias!!
                .value
                .toFloatArray()
                .toList() shouldBe listOf(3f, -1f)
        }

        test("the hint says what cures it") {
            val linear = Linear(Whole, Narrow)
            val state = linear.stateDict()
            refused(linear, state.mapKeys { "module.${it.key}" }) shouldEndWith
                "\n  hint: take module. off the names: loadStateDict(state.mapKeys { it.key.removePrefix(\"module.\") })"
            linear.loadStateDict(state.mapKeys { "module.${it.key}" }.mapKeys { it.key.removePrefix("module.") })

            class Holder : Module() {
                val encoder by Linear(Whole, Narrow)
            }
            refused(Holder(), state) shouldEndWith "\n  hint: the state is that of a part: call loadStateDict on encoder"
            refused(linear, state - "bias") shouldEndWith
                "\n  hint: to keep the model's own numbers where some are missing: loadStateDict(model.stateDict() + state)"
            linear.loadStateDict(linear.stateDict() + (state - "bias"))
            val larger = state + ("more" to zeros(Sizes.of(1)))
            refused(linear, larger) shouldEndWith
                "\n  hint: to leave out the others: loadStateDict(state.filterKeys { it in model.stateDict() })"
            linear.loadStateDict(larger.filterKeys { it in linear.stateDict() })
            refused(linear, mapOf("w" to state.getValue("weight"), "b" to state.getValue("bias"))) shouldEndWith
                "\n  hint: build the model that was saved, or rename: loadStateDict(state.mapKeys { ... })"
        }

        test("of a kind that is long, the first fifty and a count; odd characters stay out of the terminal") {
            val linear = Linear(Whole, Narrow)
            val many = (0 until 53).associate { "blocks.$it.\u001b[31mred\n" to zeros(Sizes.of(1)) }
            val lines = refused(linear, linear.stateDict() + many).lines()
            lines.size shouldBe 1 + 50 + 1 + 1
            lines[1] shouldBe "  unexpected  blocks.0.?[31mred?  [1]"
            lines[50] shouldBe "  unexpected  blocks.49.?[31mred? [1]"
            lines[51] shouldBe "  unexpected  and 3 more"
        }

        test("a value that is gone is found before anything is changed") {
            val linear = Linear(Whole, Narrow)
            var gone: Value? = null
            scope("a step") {
                gone = zeros(Sizes.of(2))
                Unit
            }
            val before =
                linear.weight.value
                    .toFloatArray()
                    .toList()
            val state = linkedMapOf("weight" to zeros(Sizes.of(2, 4)), "bias" to gone!!)
            shouldThrow<ReleasedException> { linear.loadStateDict(state) }.message!! shouldStartWith "loadStateDict: "
            linear.weight.value
                .toFloatArray()
                .toList() shouldBe before
        }
    })

private object Whole : Dim<Whole>(4)

private object Narrow : Dim<Narrow>(2)
