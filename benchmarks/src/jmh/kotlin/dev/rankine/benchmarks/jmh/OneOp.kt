package dev.rankine.benchmarks.jmh

import dev.rankine.benchmarks.compare.Inputs
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value
import dev.rankine.ops.noGrad
import dev.rankine.ops.scope
import kotlinx.benchmark.Benchmark
import kotlinx.benchmark.BenchmarkMode
import kotlinx.benchmark.BenchmarkTimeUnit
import kotlinx.benchmark.Mode
import kotlinx.benchmark.OutputTimeUnit
import kotlinx.benchmark.Scope
import kotlinx.benchmark.Setup
import kotlinx.benchmark.State

/** One op on numbers that are made before: its result is computed, and its memory goes back at once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(BenchmarkTimeUnit.MICROSECONDS)
abstract class OneOp {
    private lateinit var work: () -> Value

    /** The op, on new inputs. */
    protected abstract fun open(): () -> Value

    @Setup
    open fun makeInputs() {
        work = open()
    }

    @Benchmark
    open fun run(): Unit = noGrad { scope("benchmark") { Evaluator.store(work()).let { } } }

    /** Normal numbers, the same ones each time. */
    protected fun numbers(vararg sizes: Int): Value = Inputs().normal(*sizes)
}
