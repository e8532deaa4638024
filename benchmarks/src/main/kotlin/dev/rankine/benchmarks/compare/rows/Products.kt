package dev.rankine.benchmarks.compare.rows

import dev.rankine.benchmarks.compare.Inputs
import dev.rankine.benchmarks.compare.Ours
import dev.rankine.benchmarks.compare.Row
import dev.rankine.ops.Value
import dev.rankine.ops.dot
import dev.rankine.ops.matmul
import dev.rankine.ops.mv
import dev.rankine.ops.transpose

/** Products of float32 matrices and vectors: squares, the shapes of training with both gradients, batches as attention has them. */
internal val products: List<Row> =
    listOf(64, 96, 128, 256, 512, 1024, 2048, 5000).map { Product(it, it, it).row() } +
        listOf(64, 128, 256, 1024).flatMap { n -> listOf("nt", "tn", "tt").map { Product(n, n, n, form = it).row() } } +
        listOf(Product(128, 784, 512), Product(32, 2048, 1000), Product(128, 256, 10)).flatMap { layer ->
            listOf(layer.row(), layer.of("nt").row(), layer.inputGradient().row(), layer.weightGradient().row())
        } +
        listOf(
            Product(1, 2048, 1000, form = "nt"),
            Product(8, 768, 768, form = "nt"),
            Product(128, 784, 512, form = "tt"),
        ).map { it.row() } +
        listOf(
            Product(128, 64, 128, batch = 96, form = "nt"),
            Product(128, 128, 64, batch = 96),
            Product(128, 128, 64, batch = 96, form = "tn"),
            Product(96, 128, 64, batch = 8),
            Product(32, 32, 32, batch = 512),
        ).map { it.row() } +
        listOf(256, 1024, 4096).flatMap { listOf(matrixVector(it), matrixVector(it, isTransposed = true)) } +
        listOf(1_000, 100_000, 1_000_000).map(::dots)

/** `[m, k] x [k, n]`, [batch] times; letters of [form] say of either operand whether it is stored transposed. */
private class Product(
    private val m: Int,
    private val k: Int,
    private val n: Int,
    private val batch: Int = 1,
    private val form: String = "nn",
) {
    private val sizes = if (m == k && k == n) "$m" else "$m x $k x $n"
    private val name = (if (batch > 1) "batched sgemm $batch x $sizes" else "sgemm $sizes") + (if (form == "nn") "" else " $form")

    fun of(form: String): Product = Product(m, k, n, batch, form)

    /** The gradient of the left operand of a layer with weights `[n, k]`. */
    fun inputGradient(): Product = Product(m, n, k, batch)

    /** The gradient of its weights. */
    fun weightGradient(): Product = Product(n, m, k, batch, "tn")

    private fun operand(index: Int): String = "x$index".let { if (form[index] == 't') "torch.transpose($it, -2, -1)" else it }

    private fun array(index: Int): String = "x$index".let { if (form[index] == 't') "$it.swapaxes(-2, -1)" else it }

    private fun view(x: Value, index: Int): Value = if (form[index] == 't') transpose(x, -2, -1) else x

    private fun Inputs.stored(rows: Int, columns: Int, index: Int): Value {
        val (down, right) = if (form[index] == 't') columns to rows else rows to columns
        return if (batch > 1) uniform(batch, down, right) else uniform(down, right)
    }

    fun row(): Row =
        Row(
            family = "products",
            name = name,
            target = if (maxOf(m, k, n) <= SMALL) 1.0 else LARGE_TARGET,
            script = "return [torch.matmul(${operand(0)}, ${operand(1)})]",
            numpy = "[${array(0)} @ ${array(1)}]",
            flops = 2.0 * batch * m * k * n,
            tolerance = 1e-5,
        ) {
            val inputs = Inputs()
            val (x, y) = inputs.stored(m, k, 0) to inputs.stored(k, n, 1)
            Ours(listOf(x, y)) { listOf(matmul(view(x, 0), view(y, 1))) }
        }
}

/** A matrix of [n] rows and columns times a vector; [isTransposed]: a vector times the matrix. */
private fun matrixVector(n: Int, isTransposed: Boolean = false): Row =
    Row(
        family = "products",
        name = if (isTransposed) "vector times sgemv $n" else "sgemv $n",
        target = LARGE_TARGET,
        script = "return [torch.mv(${if (isTransposed) "torch.t(x0)" else "x0"}, x1)]",
        numpy = if (isTransposed) "[x1 @ x0]" else "[x0 @ x1]",
        flops = 2.0 * n * n,
        bytes = 4.0 * n * n,
        tolerance = 1e-5,
    ) {
        val inputs = Inputs()
        val (a, x) = inputs.uniform(n, n) to inputs.uniform(n)
        Ours(listOf(a, x)) { listOf(if (isTransposed) matmul(x, a) else mv(a, x)) }
    }

private fun dots(n: Int): Row =
    Row(
        family = "products",
        name = "dot $n",
        target = LARGE_TARGET,
        script = "return [torch.dot(x0, x1)]",
        numpy = "[np.dot(x0, x1).reshape(1)]",
        flops = 2.0 * n,
        bytes = 8.0 * n,
        // of the sum of a thousand numbers of either sign and more little is left
        tolerance = 1e-3,
    ) {
        val inputs = Inputs()
        val (x, y) = inputs.uniform(n) to inputs.uniform(n)
        Ours(listOf(x, y)) { listOf(dot(x, y)) }
    }

private const val SMALL = 128
private const val LARGE_TARGET = 0.85
