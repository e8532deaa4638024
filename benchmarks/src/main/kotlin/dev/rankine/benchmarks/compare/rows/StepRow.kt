package dev.rankine.benchmarks.compare.rows

import dev.rankine.benchmarks.compare.Inputs
import dev.rankine.benchmarks.compare.Ours
import dev.rankine.benchmarks.compare.Row
import dev.rankine.nn.Module
import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.gradient
import dev.rankine.ops.ones
import dev.rankine.ops.zeros
import dev.rankine.ops.zerosLike
import dev.rankine.optim.Optimizer
import dev.rankine.shapes.Sizes

/** Sizes of the parameters of a network, and how a row calls it. */
internal class Network(val name: String, val sizes: List<List<Int>>) {
    val elements: Int get() = sizes.sumOf { it.fold(1, Int::times) }

    companion object {
        /** Ten million numbers: twenty matrices, forty vectors. */
        val LARGE: Network = Network("10 M in 60", List(20) { listOf(700, 700) } + List(40) { listOf(5000) })

        /** What an MLP 784-512-256-10 learns. */
        val SMALL: Network =
            Network("0.5 M in 6", listOf(784 to 512, 512 to 256, 256 to 10).flatMap { (m, n) -> listOf(listOf(n, m), listOf(n)) })
    }
}

/** Parameters of the given sizes, with gradients. */
internal class Held(sizes: List<List<Int>>) : Module() {
    private val inputs = Inputs()
    private val own = sizes.mapIndexed { i, size -> addParameter("p$i", inputs.uniform(*size.toIntArray())) }
    val values: List<Value> = own.map { it.value }
    val gradients: List<Value> = sizes.map { inputs.uniform(*it.toIntArray()) }

    init {
        for ((value, gradient) in values.zip(gradients)) value.gradient = gradient
    }
}

/**
 * The step of an optimizer over a network, beside two forms of it in libtorch.
 *
 * @param state what the optimizer remembers for each element, by the names in its state.
 */
internal class StepRow(
    private val name: String,
    private val network: Network,
    private val target: Double,
    private val state: List<String>,
    private val optimizer: (List<Parameter<*>>) -> Optimizer,
) {
    private val count = network.sizes.size

    /** Every number is read once, and all but the gradient are written. */
    private val bytes = (2 + state.size + 1 + state.size) * 4.0 * network.elements

    private val steps = "x${(2 + state.size) * count}"

    /** What counts the step, as PyTorch does before one of its optimizers that need it: [steps] becomes a number, `t`. */
    val counting: String = "t = float(torch.add_($steps, 1.))"

    /** Where the script may keep one more number, 1 at the start. */
    val kept: String = "x${(2 + state.size) * count + 1}"

    /** One [call] of a fused function over lists `p`, `g`, `s0`, ..., and `steps`. */
    fun fused(call: String): Row {
        val lists =
            (listOf("p", "g") + state.indices.map { "s$it" }).mapIndexed {
                kind,
                list,
                ->
                "$list = [${List(count) { x(kind, it) }.joinToString()}]"
            }
        val counted = "torch.add_($steps, 1.)\nsteps = [${List(count) { steps }.joinToString()}]"
        // libtorch leaves out a call that writes into lists of which nothing is read later
        val results = (listOf("p") + state.indices.map { "s$it" }).joinToString { "$it[0], $it[${count - 1}]" }
        return row("fused", (lists + counted + call).joinToString("\n"), results)
    }

    /**
     * [statements] over `p`, `g`, `s0`, ... for one parameter after another, after [head]: the optimizers of PyTorch that are not fused, which
     * on a CPU are those that users get unless they ask.
     */
    fun loop(statements: String, head: String = ""): Row =
        row(
            "loop",
            head.trimIndent() + "\n" +
                (0 until count).joinToString("\n") { i -> OPERAND.replace(statements.trimIndent()) { x(KINDS.indexOf(it.value), i) } },
            (listOf(0) + state.indices.map { 2 + it }).joinToString { "${x(it, 0)}, ${x(it, count - 1)}" },
        )

    private fun x(kind: Int, i: Int) = "x${kind * count + i}"

    private fun row(form: String, script: String, results: String): Row {
        val text = "$script\nreturn [$results]"
        return Row("optimizers", "$name, ${network.name}, beside $form", target, text, bytes = bytes, tolerance = 1e-5, isStep = true) {
            val held = Held(network.sizes)
            val own = optimizer(held.parameters())
            val zeros = state.flatMap { held.values.map { zerosLike(it) } }
            Ours(held.values + held.gradients + zeros + zeros(Sizes.of(1)) + ones(Sizes.of(1))) {
                own.step()
                val states = own.stateDict().values.toList()
                val ends = listOf(0, count - 1)
                ends.map { held.values[it] } + state.flatMap { word -> ends.map { states[it].getValue(word) } }
            }
        }
    }

    private companion object {
        val KINDS = listOf("p", "g", "s0", "s1", "s2")
        val OPERAND = Regex("\\b(p|g|s0|s1|s2)\\b")
    }
}
