package dev.rankine.benchmarks.compare.rows

import dev.rankine.autodiff.gradients
import dev.rankine.benchmarks.compare.Inputs
import dev.rankine.benchmarks.compare.Ours
import dev.rankine.benchmarks.compare.Row
import dev.rankine.ops.Value
import dev.rankine.ops.requireGradient
import dev.rankine.ops.scaledDotProductAttention

/** Attention of 8 heads of size 64: alone, and with the gradients of queries, keys and values. */
internal val attention: List<Row> =
    listOf(
        listOf(128, 256, 512, 1024).flatMap { pair(Form(1, it)) },
        listOf(128, 1024).flatMap { pair(Form(1, it, isCausal = true)) },
        listOf(128, 512, 1024).flatMap { pair(Form(4, it)) },
        pair(Form(4, 512, isCausal = true)),
        pair(Form(4, 512, mask = "numbers")),
        pair(Form(4, 512, mask = "coins")),
        pair(Form(8, 128, heads = 4)),
        pair(Form(1, 512, size = 40)),
    ).flatten()

private class Form(
    val batch: Int,
    val places: Int,
    val isCausal: Boolean = false,
    val mask: String? = null,
    val heads: Int = 8,
    val size: Int = 64,
) {
    override fun toString(): String =
        "$batch x $heads x $places x $size" + (if (isCausal) ", causal" else "") + (if (mask == null) "" else ", $mask as a mask")

    /** Floating-point operations of one product of all scores. */
    val work: Double get() = 2.0 * batch * heads * places * places * size * (if (isCausal) 0.5 else 1.0)

    fun inputs(): List<Value> {
        val random = Inputs()
        val operands = List(4) { random.normal(batch, heads, places, size) }
        return operands +
            when (mask) {
                "numbers" -> listOf(random.normal(places, places))
                "coins" -> listOf(random.coins(batch, 1, 1, places))
                else -> emptyList()
            }
    }

    fun script(q: String, k: String, v: String): String =
        "torch.scaled_dot_product_attention($q, $k, $v, ${if (mask == null) "None" else "x4"}, 0.0, ${if (isCausal) "True" else "False"})"

    fun run(x: List<Value>): Value = scaledDotProductAttention(x[0], x[1], x[2], x.getOrNull(4), isCausal)
}

private fun pair(form: Form): List<Row> =
    listOf(
        Row("attention", "forward $form", 1.2, "return [${form.script("x0", "x1", "x2")}]", flops = 2 * form.work, tolerance = 1e-5) {
            val inputs = form.inputs()
            Ours(inputs) { listOf(form.run(inputs)) }
        },
        Row("attention", "both ways $form", 1.2, bothWays(form), flops = 7 * form.work, tolerance = 1e-5) {
            val inputs = form.inputs()
            val leaves = inputs.take(3).onEach { it.requireGradient() }
            Ours(inputs) { form.run(inputs).let { y -> listOf(y) + gradients(y, leaves, inputs[3]) } }
        },
    )

private fun bothWays(form: Form): String =
    (0..2).joinToString("") { "w$it = torch.requires_grad_(torch.detach(x$it), True)\n" } +
        "y = ${form.script("w0", "w1", "w2")}\n" +
        "g = torch.grad([y], [w0, w1, w2], annotate(List[Optional[Tensor]], [x3]), None, False, False)\n" +
        "return [torch.detach(y), ${(0..2).joinToString { "unchecked_cast(Tensor, g[$it])" }}]"
