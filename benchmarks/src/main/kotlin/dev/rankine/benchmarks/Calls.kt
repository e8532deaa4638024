package dev.rankine.benchmarks

import dev.rankine.ops.Backend
import dev.rankine.ops.Value
import dev.rankine.ops.add
import dev.rankine.ops.elementsOnHost
import dev.rankine.ops.noGrad
import dev.rankine.ops.requireGradient
import dev.rankine.ops.scope
import dev.rankine.ops.valueOf

/** What one call costs beside its arithmetic: each call needs the result of the one before, and each result is read. */
internal class Calls : Benchmark("calls", "one op call on $ELEMENTS float32 elements, in chains of $CHAIN dependent calls") {
    override fun measure(backend: Backend) {
        val start = valueOf(FloatArray(ELEMENTS) { it.toFloat() }, ELEMENTS)
        val step = valueOf(FloatArray(ELEMENTS) { 1f }, ELEMENTS)
        val leaf = valueOf(FloatArray(ELEMENTS) { 1f }, ELEMENTS).requireGradient()
        report("without recording") { noGrad { chain(start, step) } }
        report("recording") { chain(start, leaf) }
    }

    private inline fun report(what: String, crossinline chain: () -> Unit) {
        val plain = Times.of(WARM_UP, REPEATS) { chain() }
        val scoped = Times.of(WARM_UP, REPEATS) { scope("chain") { chain() } }
        echo("add of $ELEMENTS float32, $what: ${scoped.text(1.0, "ns", CHAIN)} in a scope; ${plain.text(1.0, "ns", CHAIN)} without one")
    }

    private fun chain(start: Value, step: Value) {
        var x = start
        var sum = 0.0
        repeat(CHAIN) {
            x = add(x, step)
            sum += x.elementsOnHost().double(0)
        }
        check(sum == CHAIN * (CHAIN + 1) / 2.0) { "the chain is wrong: $sum" }
    }

    private companion object {
        const val WARM_UP = 500
        const val REPEATS = 500
    }
}

private const val ELEMENTS = 16
private const val CHAIN = 1000
