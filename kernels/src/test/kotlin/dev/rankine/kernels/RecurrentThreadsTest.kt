package dev.rankine.kernels

import dev.rankine.conformance.Form
import dev.rankine.ops.GruAttributes
import dev.rankine.ops.LstmAttributes
import dev.rankine.ops.RnnAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.gruGradientOp
import dev.rankine.ops.gruOp
import dev.rankine.ops.lstmGradientOp
import dev.rankine.ops.lstmOp
import dev.rankine.ops.rnnGradientOp
import dev.rankine.ops.rnnOp
import dev.rankine.ops.toFloatArray
import dev.rankine.shapes.DType
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.util.Random

/** Recurrences give the same bits with 1, 2 and 4 threads, which share sequences or, where those are few, units. */
internal class RecurrentThreadsTest :
    FunSpec({
        val random = Random(1)
        val pools = listOf(2, 4).map { Workers(it) }
        val one = Workers(1)
        afterSpec { pools.forEach { it.close() } }

        fun real(vararg sizes: Int): Value = Form.DENSE.place(Exactness.normal(random, DType.F32, *sizes), Exactness.backends.last())

        fun bits(workers: Workers, call: () -> List<Value>): List<List<Int>> =
            Workers.using(workers) { call().map { y -> y.toFloatArray().map { it.toRawBits() } } }

        fun compare(call: () -> List<Value>) {
            val expected = bits(one, call)
            for (workers in pools) bits(workers, call) shouldBe expected
        }

        for ((n, f) in listOf(37 to 24, 1 to 300, 10 to 300, 2 to 600)) {
            val t = 3
            val states = List(2) { real(n, f) }
            val flows = List(2) { real(t, n, f) }
            val given = real(t, n, f)

            test("$n sequences, $f units: lstm") {
                val weight = real(4 * f, f)
                val gates = real(t, n, 4 * f)
                compare { lstmOp(LstmAttributes(keepsGates = true), listOf(gates, weight) + states) }
                compare { lstmGradientOp(LstmAttributes(), flows + listOf(gates, given, states[1], weight)) }
            }

            test("$n sequences, $f units: gru") {
                val weight = real(3 * f, f)
                val (gates, products) = List(2) { real(t, n, 3 * f) }
                val bias = real(3 * f)
                compare { gruOp(GruAttributes(hasBias = true, keepsProducts = true), listOf(gates, weight, states[0], bias)) }
                compare { gruGradientOp(GruAttributes(), listOf(flows[0], gates, products, given, weight)) }
            }

            test("$n sequences, $f units: rnn") {
                val weight = real(f, f)
                compare { rnnOp(RnnAttributes(), listOf(given, weight, states[0])) }
                compare { rnnGradientOp(RnnAttributes(), listOf(flows[0], given, weight)) }
            }
        }
    })
