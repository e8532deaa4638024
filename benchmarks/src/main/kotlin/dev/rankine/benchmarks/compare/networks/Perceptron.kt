package dev.rankine.benchmarks.compare.networks

import dev.rankine.benchmarks.First
import dev.rankine.benchmarks.Input
import dev.rankine.benchmarks.Output
import dev.rankine.benchmarks.Second
import dev.rankine.nn.Linear
import dev.rankine.nn.Mapping
import dev.rankine.nn.relu
import dev.rankine.nn.then

/** 784-512-256-10. `[N, 784] -> [N, 10]` */
internal object Perceptron : Network {
    override fun make(): Mapping = Linear(Input, First).relu() then Linear(First, Second).relu() then Linear(Second, Output)

    override fun text(program: Statements, x: String): String =
        with(program) {
            val first = let("torch.relu(${linear(x, "0")})")
            linear(let("torch.relu(${linear(first, "2")})"), "4")
        }
}
