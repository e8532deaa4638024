package dev.rankine.tensor.generate

/**
 * A loss of class indices.
 *
 * @property more its last argument, if it has one more.
 */
private class ClassLoss(val name: String, val op: String, val doc: String, private val more: String?) {
    val parameters: List<String> = listOf("ignoreIndex: Long = -100") + listOfNotNull(more?.let { "$it: Double = 0.0" })

    /** The untyped call. */
    fun call(axis: Int, reduction: String): String {
        val arguments = listOfNotNull("$axis", "value", "target.value", "weight?.value", "ignoreIndex", reduction, more).joinToString(", ")
        return "Tensor(${name}Over($arguments))"
    }
}

private val losses =
    listOf(
        ClassLoss("crossEntropy", "cross_entropy", "The cross-entropy of logits and class indices (int64)", "labelSmoothing"),
        ClassLoss("nllLoss", "nll_loss", "The negative log-likelihood of log-probabilities and class indices (int64)", null),
    )

/** Losses of scores of any rank: the classes are the last axis, or the one that is named. */
internal fun classLossSources(): List<Source> =
    losses.flatMap { loss ->
        val word = loss.name.replaceFirstChar { it.uppercase() }
        val calls = listOf("Reduction")
        listOf(
            Source(word, calls, RANKS.drop(1).map { whole(loss, it, null) } + named().map { (rank, axis) -> whole(loss, rank, axis) }),
            Source(
                "${word}Each",
                calls,
                RANKS.drop(1).map { each(loss, it, null) } + named().map { (rank, axis) -> each(loss, rank, axis) },
            ),
        )
    }

/** Every axis but the first, which is the batch's. */
private fun named(): List<Pair<Int, Int>> = places().filter { it.second > 0 }

private fun whole(loss: ClassLoss, rank: Int, axis: Int?): Overload =
    overload(loss, rank, axis, loss.name, "${loss.doc}, the mean by default", "one(\"${loss.op}\", reduction)", "Tensor<Scalar>")

private fun each(loss: ClassLoss, rank: Int, axis: Int?): Overload =
    overload(loss, rank, axis, "${loss.name}Each", "${loss.doc}, of every target", "Reduction.NONE", null)

private fun overload(loss: ClassLoss, rank: Int, axis: Int?, name: String, doc: String, reduction: String, result: String?): Overload {
    val at = axis ?: (rank - 1)
    val axes = letters(rank)
    val classes = axes[at]
    val others = axes.without(at)
    val where = if (axis == null) "the classes are the last axis" else "the classes are [over]"
    val from = if (result == null) others else emptyList()
    return Overload(
        doc = "$doc; $where. `${words(axes)} ${words(others)} -> ${words(from)}`",
        name = name,
        tag = if (axis == null) "$rank" else "$rank$classes",
        types = loose(axes),
        receiver = tensor(axes),
        parameters =
            listOf("target: ${tensor(others)}") + listOfNotNull(axis?.let { "over: $classes" }) +
                "weight: Tensor<Vec<$classes>>? = null" + loss.parameters +
                listOfNotNull(result?.let { "reduction: Reduction = Reduction.MEAN" }),
        result = result ?: tensor(others),
        body = loss.call(at, reduction),
        rule = rule(listOf(pattern(axes), pattern(others), "weight:${pattern(listOf(classes))}?"), pattern(from)),
    )
}
