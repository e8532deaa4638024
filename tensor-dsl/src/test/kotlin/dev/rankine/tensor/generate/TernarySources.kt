package dev.rankine.tensor.generate

/**
 * A function of three tensors that broadcast.
 *
 * @property call the untyped call, from `value` and the values of the parameters.
 */
private class Ternary(val name: String, val first: String, val second: String, val number: Boolean, val call: String)

private val ternaries =
    listOf(
        Ternary("lerp", "end", "weight", false, "lerp(value, end.value, weight.value)"),
        Ternary("addcmul", "a", "b", true, "addcmul(value, a.value, b.value, number)"),
        Ternary("addcdiv", "a", "b", true, "addcdiv(value, a.value, b.value, number)"),
        Ternary("where", "condition", "other", false, "where(condition.value, value, other.value)"),
    )

/** As `broadcastSources`, for functions of three tensors; and one slope per channel. */
internal fun ternarySources(): List<Source> =
    ternaries.map { op ->
        Source(op.name.replaceFirstChar { it.uppercase() }, listOf(op.name), RANKS.drop(1).map { ternary(op, it) })
    } + Source("Prelu", listOf("prelu"), RANKS.drop(2).map { prelu(it) })

private fun ternary(op: Ternary, rank: Int): Overload {
    val axes = letters(rank)
    return Overload(
        doc = "[Tensor.${op.name}], all broadcast to `${words(axes)}`.",
        name = op.name,
        tag = "$rank",
        types = strict(axes),
        receiver = broadcast(axes),
        parameters = listOf(op.first, op.second).map { "$it: ${broadcast(axes)}" } + listOf("number: Number = 1").filter { op.number },
        result = tensor(axes),
        body = "Tensor(${op.call})",
        rule = "a b c -> broadcast(a, b, c)",
    )
}

private fun prelu(rank: Int): Overload {
    val axes = letters(rank)
    return Overload(
        doc = "`x` above zero, `slope * x` below, with a slope per channel or one for all. `${words(axes)} [B] -> ${words(axes)}`",
        name = "prelu",
        tag = "$rank",
        types = loose(axes),
        receiver = tensor(axes),
        parameters = listOf("slope: Tensor<out Vec<B>>"),
        result = tensor(axes),
        body = "Tensor(prelu(value, slope.value))",
        rule = rule(listOf(pattern(axes), "slope:[*s]"), pattern(axes)),
    )
}
