package dev.rankine.benchmarks.compare.networks

/**
 * A program in TorchScript, written a statement at a time. What it names first becomes its next input, so that the text says the order of
 * [givens]; every function gives the name of a result.
 *
 * @property isTraining whether gradients are wanted and batch statistics are taken.
 */
internal class Statements(val isTraining: Boolean) {
    private val lines = ArrayList<String>()
    private val leaves = LinkedHashMap<String, Leaf>()

    /** The inputs `x0`, `x1`, ... */
    val givens: List<Given> field = ArrayList<Given>()

    /** The parameters so far. */
    val parameters: Collection<Leaf> get() = leaves.values

    /** A parameter: [given] is overwritten by the optimizer, [tracked] shares its numbers and is what gradients are taken of. */
    class Leaf(val name: String, val given: String, val tracked: String)

    /** The next input. */
    fun given(kind: Given.Kind, name: String): String {
        givens += Given(kind, name)
        return "x${givens.size - 1}"
    }

    /** The parameter with the full [name]. */
    fun parameter(name: String): String =
        leaves
            .getOrPut(name) {
                val given = given(Given.Kind.STATE, name)
                Leaf(name, given, if (isTraining) let("torch.requires_grad_(torch.detach($given), True)") else given)
            }.tracked

    /** The result of [expression]. */
    fun let(expression: String): String = "v${lines.size}".also { lines += "$it = $expression" }

    /** A statement without a result. */
    fun run(statement: String) {
        lines += statement
    }

    /** A list of [items]. */
    fun list(items: List<String>): String = let("[${items.joinToString()}]")

    /** The program, which gives [results]. */
    fun text(results: List<String>): String = lines.joinToString("\n") + "\nreturn [${results.joinToString()}]"

    /** `[..., I] -> [..., O]`. */
    fun linear(x: String, layer: String): String = let("torch.linear($x, ${parameter("$layer.weight")}, ${parameter("$layer.bias")})")

    /** Over the last axis of [size]. */
    fun layerNorm(x: String, layer: String, size: Int): String =
        let("torch.layer_norm($x, [$size], ${parameter("$layer.weight")}, ${parameter("$layer.bias")}, 1e-5)")

    /** Without a bias. */
    fun conv2d(x: String, layer: String, stride: Int, padding: Int): String =
        let("torch.conv2d($x, ${parameter("$layer.weight")}, None, [$stride, $stride], [$padding, $padding], [1, 1], 1)")

    /** Its running statistics are inputs, which training overwrites. */
    fun batchNorm(x: String, layer: String): String {
        val (weight, bias) = parameter("$layer.weight") to parameter("$layer.bias")
        val (mean, variance) = listOf("running_mean", "running_var").map { given(Given.Kind.STATE, "$layer.$it") }
        val mode = if (isTraining) "True" else "False"
        return let("torch.batch_norm($x, $weight, $bias, $mean, $variance, $mode, 0.1, 1e-5, True)")
    }
}
