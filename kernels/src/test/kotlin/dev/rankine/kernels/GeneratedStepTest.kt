package dev.rankine.kernels

import dev.rankine.ops.Evaluator
import dev.rankine.ops.OpN
import dev.rankine.ops.Update
import dev.rankine.ops.UpdateKernel
import dev.rankine.ops.Value
import dev.rankine.ops.abs
import dev.rankine.ops.div
import dev.rankine.ops.maximum
import dev.rankine.ops.minus
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.ops.plus
import dev.rankine.ops.sign
import dev.rankine.ops.sqrt
import dev.rankine.ops.square
import dev.rankine.ops.stepOp
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.updateInPlace
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.booleans.shouldBeTrue
import io.kotest.matchers.shouldBe
import java.util.Random

/** Rules of optimizers as generated loops over many parameters, in place, against their definitions. */
internal class GeneratedStepTest :
    FunSpec({
        data class Rule(val rate: Double, val beta: Double, val longer: Boolean = false)

        val rows = PlainBackend("rows", kernels = false)
        val sizes = listOf(1, 0, 15, 16, 17, 2047, 2048, 2049, 70_001, 300)

        val rule =
            stepOp<Rule>("rule", { 4 }) { step, (value, gradient, mean, largest) ->
                val newMean = mean * step.beta + gradient * (1 - step.beta)
                val newLargest = maximum(largest * step.beta, abs(gradient))
                var change = newMean / (sqrt(newLargest) + 0.125) + sign(newMean) * step.rate
                // more than a loop takes: numbers that later loops read must not have been written over
                if (step.longer) for (i in 1..24) change = abs(change + mean * (0.5 / i)) * 0.25 + value
                arrayOf(value - change * step.rate, newMean, newLargest)
            }

        fun values(backend: dev.rankine.ops.Backend, dtype: DType, n: Int): Array<Value> {
            val random = Random(n + 1L)
            return Array(4) { operand ->
                val numbers = DoubleArray(n) { if (operand == 3) random.nextDouble() else random.nextGaussian() }
                val array: Any = if (dtype == DType.F32) FloatArray(n) { numbers[it].toFloat() } else numbers
                valueOf(array, dtype, Sizes.of(n), backend)
            }
        }

        fun update(attributes: Rule, inputs: Array<Value>) = Update(attributes, inputs, arrayOf(inputs[0], inputs[2], inputs[3]))

        fun compare(backend: VectorBackend, op: OpN<Rule>, dtype: DType, sizes: List<Int>, attributes: (Int) -> Rule) {
            val updates = sizes.mapIndexed { i, n -> update(attributes(i), values(backend, dtype, n)) }
            val versions = updates.map { Evaluator.store(it.targets[0]).version }
            updateInPlace(op, updates)
            updates.map { Evaluator.store(it.targets[0]).version } shouldBe versions.map { it + 1 }
            for ((i, n) in sizes.withIndex()) {
                val expected = op(attributes(i), values(rows, dtype, n).asList()).map { it.toDoubleArray().asList() }
                updates[i].targets.map { it.toDoubleArray().asList() } shouldBe expected
                updates[i].inputs[1].toDoubleArray() shouldBe values(rows, dtype, n)[1].toDoubleArray()
            }
        }

        for (bits in listOf(128, 256, 512)) {
            val backend = VectorBackend(bits, "vector-$bits")
            for (dtype in listOf(DType.F32, DType.F64)) {
                for (longer in listOf(false, true)) {
                    test("$bits bits, $dtype, longer = $longer: the bits of the definition") {
                        val first = Rule(0.1, 0.9, longer)
                        val inputs = values(backend, dtype, 100)
                        (backend.kernel(rule, first, inputs) is UpdateKernel<*>).shouldBeTrue()
                        compare(backend, rule, dtype, sizes) { first }
                        // as if some parameters had taken more steps, and more kinds of steps than are remembered
                        for (i in 0..70) compare(backend, rule, dtype, listOf(17, 300)) { Rule(0.01 * i + it % 2, 0.5, longer) }
                    }
                }
            }

            test("$bits bits: a rule that is no map of elements goes by its definition") {
                val sums = stepOp<Rule>("sums", { 4 }) { step, x -> arrayOf(x[0] - sum(x[1]) * step.rate, x[2], x[3]) }
                val inputs = values(backend, DType.F32, 100)
                (backend.kernel(sums, Rule(0.1, 0.9), inputs) is UpdateKernel<*>) shouldBe false
                updateInPlace(sums, listOf(update(Rule(0.5, 0.0), inputs)))
                val (value, gradient) = values(rows, DType.F32, 100)
                val expected = (value - sum(gradient) * 0.5).toDoubleArray()
                inputs[0]
                    .toDoubleArray()
                    .zip(expected)
                    .all { (a, b) -> Math.abs(a - b) < 1e-4 }
                    .shouldBeTrue()
            }

            test("$bits bits: a rule with too few results is refused, and nothing changes") {
                val few = stepOp<Rule>("few", { 4 }) { step, x -> arrayOf(x[0] - x[1] * step.rate) }
                val inputs = values(backend, DType.F32, 100)
                val error = shouldThrow<ShapeException> { updateInPlace(few, listOf(update(Rule(0.5, 0.0), inputs))) }
                error.message shouldBe "few: the rule needs a result for each operand but the gradient: 1 != 3"
                inputs[0].toDoubleArray() shouldBe values(rows, DType.F32, 100)[0].toDoubleArray()
            }
        }

        test("as many operands as the row says") {
            val error = shouldThrow<ShapeException> { rule(Rule(0.1, 0.9), values(rows, DType.F32, 3).take(3)) }
            error.message!!.lines().first() shouldBe "rule: needs 4 inputs: 3 given"
        }
    })
