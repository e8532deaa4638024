package dev.rankine.benchmarks.compare.networks

import dev.rankine.benchmarks.Features
import dev.rankine.benchmarks.Letter
import dev.rankine.benchmarks.Memory
import dev.rankine.nn.LSTM
import dev.rankine.nn.Linear
import dev.rankine.nn.Mapping
import dev.rankine.ops.Value
import dev.rankine.ops.reshape

/** A long short-term memory of two layers of 256, and a linear map of what it gives at each step. `[T, N, 256] -> [T N, 64]` */
internal object Recurrence : Network {
    override fun make(): Mapping = Letters()

    override fun text(program: Statements, x: String): String =
        with(program) {
            val zeros = let("torch.zeros([2, torch.size($x, 1), 256])")
            val weights = List(2) { layer -> WEIGHTS.map { parameter("lstm.${it}_l$layer") } }.flatten().joinToString()
            val mode = if (isTraining) "True" else "False"
            val results = let("torch.lstm($x, [$zeros, $zeros], [$weights], True, 2, 0., $mode, False, False)")
            run("y, _, __, = $results")
            linear(let("torch.reshape(y, [-1, 256])"), "head")
        }

    private class Letters : Mapping() {
        private val lstm by LSTM(Features, Memory, layers = 2)
        private val head by Linear(Memory, Letter)

        override fun forward(x: Value): Value = head.call(reshape(lstm.call(x), -1, Memory.size!!))
    }

    private val WEIGHTS = listOf("weight_ih", "weight_hh", "bias_ih", "bias_hh")
}
