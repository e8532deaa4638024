package dev.rankine.benchmarks.compare.rows

import dev.rankine.benchmarks.compare.Inputs
import dev.rankine.benchmarks.compare.Ours
import dev.rankine.benchmarks.compare.Row
import dev.rankine.ops.matmul
import dev.rankine.ops.transpose

/** Products of float32 matrices. */
internal val products: List<Row> =
    listOf(64, 128, 256, 512, 1024, 2048).map { product(it, it, it) }

/** `[m, k] x [k, n]`, where [left] and [right] say whether that operand is stored transposed. */
private fun product(m: Int, k: Int, n: Int, left: Boolean = false, right: Boolean = false): Row {
    val letters = (if (left) "t" else "n") + (if (right) "t" else "n")
    val name = if (m == k && k == n) "sgemm $n" else "sgemm $m x $k x $n"
    val (a, b) = (if (left) "x0.T" else "x0") to (if (right) "x1.T" else "x1")
    return Row(
        family = "products",
        name = if (letters == "nn") name else "$name $letters",
        target = if (maxOf(m, k, n) <= 128) 1.0 else 0.85,
        script = "return [torch.mm(${a.replace("x0.T", "torch.t(x0)")}, ${b.replace("x1.T", "torch.t(x1)")})]",
        numpy = "[$a @ $b]",
        flops = 2.0 * m * k * n,
        tolerance = 1e-5,
    ) {
        val inputs = Inputs()
        val x = if (left) inputs.uniform(k, m) else inputs.uniform(m, k)
        val y = if (right) inputs.uniform(n, k) else inputs.uniform(k, n)
        Ours(listOf(x, y)) { listOf(matmul(if (left) transpose(x, 0, 1) else x, if (right) transpose(y, 0, 1) else y)) }
    }
}
