package dev.rankine.benchmarks.compare.rows

import dev.rankine.autodiff.gradients
import dev.rankine.benchmarks.compare.Ours
import dev.rankine.ops.Value
import dev.rankine.ops.requireGradient

/**
 * The script of [forward], an expression over `w0`, ... (those of [leaves]) and the other `x`, and of the gradients of the leaves: what arrives is
 * the last of [inputs] values, or 1 for a single number.
 */
internal fun recordedScript(forward: String, leaves: Int, inputs: Int, isNumber: Boolean = false): String {
    val names = (0 until leaves).joinToString(", ") { "w$it" }
    val arriving = if (isNumber) "None" else "annotate(List[Optional[Tensor]], [x${inputs - 1}])"
    return (0 until leaves).joinToString("") { "w$it = torch.requires_grad_(torch.detach(x$it), True)\n" } +
        "y = $forward\n" +
        "g = torch.grad([y], [$names], $arriving, None, False, False)\n" +
        "return [torch.detach(y), ${(0 until leaves).joinToString(", ") { "unchecked_cast(Tensor, g[$it])" }}]"
}

/** Our side of it: the first [leaves] of [inputs] are leaves, the last is what arrives unless the result is a single number. */
internal fun recorded(inputs: List<Value>, leaves: Int, isNumber: Boolean = false, forward: (List<Value>) -> Value): Ours {
    val wanted = inputs.take(leaves).onEach { it.requireGradient() }
    return Ours(inputs) {
        val y = forward(inputs)
        listOf(y) + gradients(y, wanted, if (isNumber) null else inputs.last())
    }
}
