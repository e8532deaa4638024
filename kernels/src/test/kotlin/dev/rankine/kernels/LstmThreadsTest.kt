package dev.rankine.kernels

import dev.rankine.conformance.Form
import dev.rankine.ops.LstmAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.lstmGradientOp
import dev.rankine.ops.lstmOp
import dev.rankine.ops.toFloatArray
import dev.rankine.shapes.DType
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.util.Random

/** Long short-term memories give the same bits with 1, 2 and 4 threads, which share sequences or, where those are few, units. */
internal class LstmThreadsTest :
    FunSpec({
        val random = Random(1)
        val pools = listOf(2, 4).map { Workers(it) }
        val one = Workers(1)
        afterSpec { pools.forEach { it.close() } }

        fun real(vararg sizes: Int): Value = Form.DENSE.place(Exactness.normal(random, DType.F32, *sizes), Exactness.backends.last())

        fun bits(workers: Workers, call: () -> List<Value>): List<List<Int>> =
            Workers.using(workers) { call().map { y -> y.toFloatArray().map { it.toRawBits() } } }

        for ((n, f) in listOf(37 to 24, 1 to 300, 10 to 300)) {
            val t = 3
            val weight = real(4 * f, f)
            val states = List(2) { real(n, f) }
            val gates = real(t, n, 4 * f)
            val flows = List(2) { real(t, n, f) }
            val cells = real(t, n, f)

            test("$n sequences, $f units") {
                val attributes = LstmAttributes(keepsGates = true)

                fun forward() = lstmOp(attributes, listOf(gates, weight) + states)

                fun backward() = lstmGradientOp(LstmAttributes(), flows + listOf(gates, cells, states[1], weight))
                val expected = bits(one) { forward() + backward() }
                for (workers in pools) bits(workers) { forward() + backward() } shouldBe expected
            }
        }
    })
