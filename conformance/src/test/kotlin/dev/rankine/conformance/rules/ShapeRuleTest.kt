package dev.rankine.conformance.rules

import dev.rankine.ops.Value
import dev.rankine.ops.noGrad
import dev.rankine.shapes.ShapeException
import dev.rankine.tensor.Tensor
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import kotlin.random.Random

/** What `@ShapeRule` says of a function holds: the rule refuses nothing that runs, and what it knows of the result is so. */
internal class ShapeRuleTest :
    FunSpec({
        for ((module, member) in listOf("ops" to Value::class.java, "tensor-dsl" to Tensor::class.java)) {
            val functions = ruledFunctions(member)

            test("the rules of $module fit their functions") {
                functions.size shouldBeGreaterThan 200
                functions.flatMap { it.problems(UNBOUND) }.joinToString("\n") shouldBe ""
            }

            test(
                "the rules of $module agree with the run",
            ) { noGrad { functions.mapNotNull(::disagreement) }.joinToString("\n") shouldBe "" }
        }
    }) {
    private companion object {
        /**
         * What no parameter says: what the rule leaves open; the dilation and padding of windows that have none, and the mode of typed
         * ones.
         */
        val UNBOUND = setOf("unknown", "dh", "dw", "dilation", "padding", "ceilMode")

        const val DRAWS = 20_000

        const val RUNS = 40

        const val FEWEST = 5

        /** Draws calls until enough of them ran; what is wrong with one, or that too few ran. */
        fun disagreement(function: RuledFunction): String? {
            val random = Random(function.toString().hashCode())
            val drawer = Drawer(random)
            var runs = 0
            for (draw in 0 until DRAWS) {
                val call = drawer.call(function)
                val result =
                    try {
                        call.run()
                    } catch (_: RuntimeException) {
                        continue // what the run refuses is no claim of the rule
                    }
                problem(function, call, result, random)?.let { return it }
                if (++runs == RUNS) return null
            }
            return if (runs < FEWEST) "$function: only $runs of $DRAWS calls ran" else null
        }

        fun problem(function: RuledFunction, call: DrawnCall, result: Any?, random: Random): String? {
            val sizes = (result as? Value)?.sizes ?: (result as? Tensor<*>)?.sizes
            val hidden =
                call.inputs.map { input ->
                    if (random.nextInt(4) ==
                        0
                    ) {
                        null
                    } else {
                        input.map { it.takeIf { random.nextInt(3) > 0 } }
                    }
                }
            for (inputs in listOf(call.inputs, hidden)) {
                val known =
                    try {
                        function.rule.infer(function.method.name, inputs, call.numbers, call.lists)[0]
                    } catch (failure: ShapeException) {
                        return "$call ran, refused for $inputs: ${failure.problem}"
                    }
                if (sizes == null || known == null) continue
                val fits = known.size == sizes.rank && known.indices.all { known[it] == null || known[it] == sizes[it] }
                if (!fits) return "$call gave $sizes, the rule says $known for $inputs"
            }
            return null
        }
    }
}
