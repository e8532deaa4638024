package dev.rankine.benchmarks.compare.rows

import dev.rankine.benchmarks.compare.Inputs
import dev.rankine.benchmarks.compare.Ours
import dev.rankine.benchmarks.compare.Row
import dev.rankine.ops.Value
import dev.rankine.ops.add
import dev.rankine.ops.plus
import dev.rankine.ops.slice
import dev.rankine.ops.tanh
import dev.rankine.ops.transpose

private class Operands(
    val name: String,
    val script: String,
    val numpy: String,
    val inputs: (Inputs, Int) -> List<Value>,
    val ours: (List<Value>) -> Value,
) {
    fun row(side: Int): Row =
        Row(
            "layouts",
            "$name, $side x $side",
            target = 1.0,
            script = "return [${script.replace("SIDE", "$side")}]",
            numpy = "[$numpy]",
            bytes = 12.0 * side * side,
            tolerance = 1e-5,
        ) {
            val x = inputs(Inputs(), side)
            Ours(x) { listOf(ours(x)) }
        }
}

private val square: (Inputs, Int) -> List<Value> = { inputs, n -> listOf(inputs.uniform(n, n), inputs.uniform(n, n)) }

/** The same functions of operands that are transposed, cut out or broadcast. */
internal val layouts: List<Row> =
    listOf(
        Operands("add of a transposed matrix", "torch.add(x0, torch.t(x1))", "x0 + x1.T", square) { x -> add(x[0], transpose(x[1], 0, 1)) },
        Operands("tanh of a transposed matrix", "torch.tanh(torch.t(x0))", "np.tanh(x0.T)", square) { x -> tanh(transpose(x[0], 0, 1)) },
        Operands(
            "add of the first half of each row",
            "torch.add(x0, torch.slice(x1, 1, 0, SIDE, 1))",
            "x0 + x1[:, :x0.shape[1]]",
            { inputs, n -> listOf(inputs.uniform(n, n), inputs.uniform(n, 2 * n)) },
        ) { x -> add(x[0], slice(x[1], 1, 0, x[0].sizes[1])) },
        Operands(
            "add of every second column",
            "torch.add(x0, torch.slice(x1, 1, 0, None, 2))",
            "x0 + x1[:, ::2]",
            { inputs, n -> listOf(inputs.uniform(n, n), inputs.uniform(n, 2 * n)) },
        ) { x -> add(x[0], slice(x[1], 1, 0, null, 2)) },
        Operands(
            "add of a row",
            "torch.add(x0, x1)",
            "x0 + x1",
            { inputs, n -> listOf(inputs.uniform(n, n), inputs.uniform(n)) },
        ) { x -> add(x[0], x[1]) },
        Operands(
            "add of a column",
            "torch.add(x0, x1)",
            "x0 + x1",
            { inputs, n -> listOf(inputs.uniform(n, n), inputs.uniform(n, 1)) },
        ) { x -> add(x[0], x[1]) },
        Operands(
            "add of a scalar",
            "torch.add(x0, 2.5)",
            "x0 + np.float32(2.5)",
            { inputs, n -> listOf(inputs.uniform(n, n)) },
        ) { x -> x[0] + 2.5 },
        Operands(
            "sum of a column and a row",
            "torch.add(x0, x1)",
            "x0 + x1",
            { inputs, n -> listOf(inputs.uniform(n, 1), inputs.uniform(n)) },
        ) { x -> add(x[0], x[1]) },
    ).flatMap { operands -> listOf(32, 1024, 3000).map { side -> operands.row(side) } }
