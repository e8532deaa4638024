package dev.rankine.benchmarks.compare.rows

import dev.rankine.benchmarks.compare.Inputs
import dev.rankine.benchmarks.compare.Ours
import dev.rankine.benchmarks.compare.Row
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value
import dev.rankine.ops.add
import dev.rankine.ops.erf
import dev.rankine.ops.exp
import dev.rankine.ops.gelu
import dev.rankine.ops.log
import dev.rankine.ops.mul
import dev.rankine.ops.plus
import dev.rankine.ops.pow
import dev.rankine.ops.relu
import dev.rankine.ops.sigmoid
import dev.rankine.ops.sin
import dev.rankine.ops.sqrt
import dev.rankine.ops.tanh
import dev.rankine.ops.times
import dev.rankine.ops.to
import dev.rankine.ops.where
import dev.rankine.shapes.DType

/**
 * A function of elements that lie in order. Small sizes are chains of [CALLS] calls, of which each result is stored before the next call, in a
 * loop of the script on the other side; large ones are one call.
 *
 * @property script the next `y` of `y`, `x0`, ... in TorchScript.
 * @property numpy the same in NumPy.
 * @property parts how many ops a step is.
 * @property bytes of memory that an element of a step needs.
 */
private class Function(
    val name: String,
    val script: String,
    val numpy: String?,
    val bytes: Int = 8,
    val parts: Int = 1,
    val inputs: (Inputs, Int) -> List<Value> = { inputs, n -> listOf(inputs.uniform(n)) },
    val step: (y: Value, x: List<Value>) -> Value,
) {
    fun row(n: Int): Row = if (n <= SMALL) chain(n) else one(n, if (n >= LARGE) 3.0 else 1.0)

    private fun chain(n: Int) =
        Row(
            "elementwise",
            "$name ${count(n)}",
            target = if (n <= FEW) 3.0 else 1.0,
            script = "y = x0\nfor i in range($CALLS):\n  y = $script\nreturn [y]",
            numpy = numpy?.let { "y = x0;for i in range($CALLS): y = $it;[y]" },
            calls = CALLS * parts,
            bytes = bytes.toDouble() * n / parts,
            tolerance = 1e-5,
        ) {
            val x = inputs(Inputs(), n)
            Ours(x) {
                var y = x[0]
                repeat(CALLS) { y = step(y, x).also { Evaluator.store(it) } }
                listOf(y)
            }
        }

    private fun one(n: Int, target: Double) =
        Row(
            "elementwise",
            "$name ${count(n)}",
            target,
            script = "y = x0\ny0 = $script\nreturn [y0]",
            numpy = numpy?.let { "y = x0;[$it]" },
            calls = parts,
            bytes = bytes.toDouble() * n / parts,
            tolerance = 1e-5,
        ) {
            val x = inputs(Inputs(), n)
            Ours(x) { listOf(step(x[0], x)) }
        }

    /** One call of few elements from Java: what a user on the virtual machine pays. */
    fun single(n: Int) =
        Row(
            "elementwise",
            "$name ${count(n)}, called from Java",
            target = 3.0,
            script = "y = x0\ny0 = $script\nreturn [y0]",
            tolerance = 1e-5,
        ) {
            val x = inputs(Inputs(), n)
            Ours(x) { listOf(step(x[0], x)) }
        }
}

/** Numbers around 1, as far from it as [distance]. */
private fun nearOne(inputs: Inputs, n: Int, distance: Double = 0.5): Value = inputs.uniform(n) * distance + 1.0

private val pair: (Inputs, Int) -> List<Value> = { inputs, n -> listOf(inputs.uniform(n), inputs.uniform(n)) }
private val positive: (Inputs, Int) -> List<Value> = { inputs, n -> listOf(nearOne(inputs, n)) }

/** There and back again, so that the steps of a chain fit. */
private fun cast(name: String, torch: Int, dtype: DType, numpy: String?, bytes: Int): Function =
    Function(
        "cast float32 to $name and back",
        "torch.to(torch.to(y, $torch), 6)",
        numpy?.let { "y.astype('$it').astype('f4')" },
        bytes = 2 * (4 + bytes),
        parts = 2,
        inputs = { inputs, n -> listOf(inputs.uniform(n) * 1000.0) },
    ) { y, _ -> to(to(y, dtype), DType.F32) }

private val everySize =
    listOf(
        Function("add", "torch.add(y, x1)", "y + x1", 12, inputs = pair) { y, x -> add(y, x[1]) },
        Function("mul", "torch.mul(y, x1)", "y * x1", 12, inputs = { i, n ->
            listOf(nearOne(i, n), nearOne(i, n, 0.001))
        }) { y, x -> mul(y, x[1]) },
        Function("exp", "torch.exp(x0)", "np.exp(x0)") { _, x -> exp(x[0]) },
        Function("tanh", "torch.tanh(y)", "np.tanh(y)") { y, _ -> tanh(y) },
        Function("gelu", "torch.gelu(x0)", null) { _, x -> gelu(x[0]) },
        Function("sigmoid", "torch.sigmoid(y)", "1 / (1 + np.exp(-y))") { y, _ -> sigmoid(y) },
        Function("where", "torch.where(x2, y, x1)", "np.where(x2, y, x1)", 13, inputs = { i, n ->
            listOf(i.uniform(n), i.uniform(n), i.coins(n))
        }) { y, x -> where(x[2], y, x[1]) },
        cast("float64", 7, DType.F64, "f8", 8),
    )

private val someSizes =
    listOf(
        Function("relu", "torch.relu(y)", "np.maximum(y, 0)") { y, _ -> relu(y) },
        Function("sqrt", "torch.sqrt(y)", "np.sqrt(y)", inputs = positive) { y, _ -> sqrt(y) },
        Function("log", "torch.log(x0)", "np.log(x0)", inputs = positive) { _, x -> log(x[0]) },
        Function("erf", "torch.erf(y)", null) { y, _ -> erf(y) },
        Function("sin", "torch.sin(y)", "np.sin(y)") { y, _ -> sin(y) },
        Function("pow", "torch.pow(x0, x1)", "np.power(x0, x1)", 12, inputs = { i, n ->
            listOf(nearOne(i, n), i.uniform(n))
        }) { _, x -> pow(x[0], x[1]) },
        cast("int32", 3, DType.I32, "i4", 4),
        cast("int64", 4, DType.I64, "i8", 8),
        cast("float16", 5, DType.F16, "f2", 2),
        cast("bfloat16", 15, DType.BF16, null, 2),
    )

/** Functions of elements in order, from 16 to 10 million. */
internal val elementwise: List<Row> =
    everySize.flatMap { function -> listOf(16, 256, 1 shl 10, 1 shl 14, 1 shl 16, 1 shl 20, LARGE).map(function::row) } +
        someSizes.flatMap { function -> listOf(1 shl 10, 1 shl 16, LARGE).map(function::row) } +
        everySize.take(2).map { it.single(16) }

/** `16`, `1 K`, `10 M`. */
internal fun count(n: Int): String =
    when {
        n % 1_000_000 == 0 -> "${n / 1_000_000} M"
        n % (1 shl 20) == 0 -> "${n shr 20} Mi"
        n % (1 shl 10) == 0 -> "${n shr 10} Ki"
        else -> "$n"
    }

/** From here on one call is a row. */
private const val SMALL = 1 shl 14

/** Up to here the cost of a call is most of it. */
private const val FEW = 1 shl 10
private const val LARGE = 10_000_000
private const val CALLS = 100
