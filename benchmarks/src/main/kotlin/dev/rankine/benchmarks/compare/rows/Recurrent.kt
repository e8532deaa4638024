package dev.rankine.benchmarks.compare.rows

import dev.rankine.autodiff.gradients
import dev.rankine.benchmarks.compare.Inputs
import dev.rankine.benchmarks.compare.Ours
import dev.rankine.benchmarks.compare.Row
import dev.rankine.nn.GRU
import dev.rankine.nn.LSTM
import dev.rankine.nn.Module
import dev.rankine.nn.RNN
import dev.rankine.ops.Value
import dev.rankine.ops.manualSeed
import dev.rankine.ops.noGrad
import dev.rankine.shapes.Dim

private object Feature : Dim<Feature>(UNITS)

private object Memory : Dim<Memory>(UNITS)

/** Recurrent layers of two times 256 units over 64 steps: a batch of 32 with the gradients of all weights, and one sequence alone. */
internal val recurrent: List<Row> =
    listOf(
        Kind("LSTM", "lstm", "[h, h]", 4) { LSTM(Feature, Memory, layers = 2).let { it to it::call } },
        Kind("GRU", "gru", "h", 3) { GRU(Feature, Memory, layers = 2).let { it to it::call } },
        Kind("RNN", "rnn_tanh", "h", 1) { RNN(Feature, Memory, layers = 2).let { it to it::call } },
    ).flatMap { kind -> listOf(kind.training(), kind.inference(1), kind.inference(32)) }

private const val STEPS = 64
private const val WEIGHTS = 8
private const val UNITS = 256

private class Kind(
    private val name: String,
    private val builtin: String,
    private val state: String,
    private val gates: Int,
    private val layer: () -> Pair<Module, (Value) -> Value>,
) {
    fun training(): Row =
        Row("recurrent", "$name both ways, batch 32", 1.2, script(32, "w", true), flops = 3 * work(32), tolerance = 1e-4) {
            val (inputs, run) = open(32)
            val leaves = inputs.subList(1, WEIGHTS + 1)
            Ours(inputs) { run(inputs[0]).let { y -> listOf(y) + gradients(y, leaves, inputs.last()) } }
        }

    fun inference(batch: Int): Row =
        Row("recurrent", "$name forward, batch $batch", 1.2, script(batch, "x", false), flops = work(batch), tolerance = 1e-4) {
            val (inputs, run) = open(batch)
            Ours(inputs) { noGrad { listOf(run(inputs[0])) } }
        }

    private fun open(batch: Int): Pair<List<Value>, (Value) -> Value> {
        manualSeed(1)
        val (module, run) = layer()
        val random = Inputs()
        val (x, dy) = List(2) { random.uniform(STEPS, batch, UNITS) }
        return (listOf(x) + module.parameters().map { it.value } + dy) to run
    }

    /** Products of both layers with inputs and states. */
    private fun work(batch: Int): Double = 2.0 * STEPS * batch * 4 * gates * UNITS * UNITS

    private fun script(batch: Int, letter: String, recorded: Boolean): String {
        val weights = (1..WEIGHTS).joinToString { "$letter$it" }
        val train = if (recorded) "True" else "False"
        val run =
            "h = torch.zeros([2, $batch, $UNITS])\n" +
                "y = torch.$builtin(x0, $state, [$weights], True, 2, 0.0, $train, False, False)[0]\n"
        if (!recorded) return run + "return [y]"
        return (1..WEIGHTS).joinToString("") { "w$it = torch.requires_grad_(torch.detach(x$it), True)\n" } + run +
            "g = torch.grad([y], [$weights], annotate(List[Optional[Tensor]], [x${WEIGHTS + 1}]), None, False, False)\n" +
            "return [torch.detach(y), ${(0 until WEIGHTS).joinToString { "unchecked_cast(Tensor, g[$it])" }}]"
    }
}
