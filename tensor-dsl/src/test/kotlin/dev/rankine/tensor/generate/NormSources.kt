package dev.rankine.tensor.generate

/** What normalizes channels or vectors, drops channels, and measures or combines two vectors. */
internal fun normSources(): List<Source> =
    listOf(
        Source("GroupNorm", listOf("groupNorm"), RANKS.drop(2).map { groupNorm(it) }),
        Source("InstanceNorm", listOf("instanceNorm"), RANKS.drop(3).map { instanceNorm(it) }),
        Source("LocalResponseNorm", listOf("localResponseNorm"), RANKS.drop(3).map { localResponseNorm(it) }),
        Source("RmsNorm", listOf("rmsNorm"), RANKS.drop(1).map { rmsNorm(it) }),
        Source("Glu", emptyList(), places().map { (rank, axis) -> glu(rank, axis) }),
        Source("Normalize", listOf("normalize"), places().map { (rank, axis) -> normalize(rank, axis) }),
        Source("CosineSimilarity", listOf("cosineSimilarity"), places().map { (rank, axis) -> cosineSimilarity(rank, axis) }),
        Source("PairwiseDistance", listOf("pairwiseDistance"), RANKS.drop(1).map { pairwiseDistance(it) }),
        Source("Bilinear", listOf("bilinear"), RANKS.drop(1).map { bilinear(it) }),
        Source("FeatureDropout", listOf("featureDropout"), RANKS.drop(2).map { featureDropout(it, "featureDropout", "are zero") }),
        Source(
            "FeatureAlphaDropout",
            listOf("featureAlphaDropout"),
            RANKS.drop(2).map { featureDropout(it, "featureAlphaDropout", "have the least value of `selu`") },
        ),
    )

private const val AFFINE = "`(x - mean) / sqrt(variance + eps)`"

private val channelParameters = listOf("weight: Tensor<Vec<B>>? = null", "bias: Tensor<Vec<B>>? = null")

private fun sameAxes(
    axes: List<String>,
    name: String,
    doc: String,
    parameters: List<String>,
    body: String,
    rule: String = same(axes),
    tag: String = "${axes.size}",
): Overload =
    Overload(
        doc = "$doc `${words(axes)} -> ${words(axes)}`",
        name = name,
        tag = tag,
        types = loose(axes),
        receiver = tensor(axes),
        parameters = parameters,
        result = tensor(axes),
        body = "Tensor($body)",
        rule = rule,
    )

private fun affineRule(axes: List<String>, vararg numbers: String): String =
    rule(listOf(pattern(axes), "weight:[b]?", "bias:[b]?") + numbers, pattern(axes))

private fun groupNorm(rank: Int): Overload {
    val axes = letters(rank)
    return sameAxes(
        axes,
        "groupNorm",
        "$AFFINE over [groups] of the channels (the second axis) of every example, times [weight] plus [bias].",
        listOf("groups: Int") + channelParameters + "eps: Double = 1e-5",
        "groupNorm(value, groups, weight?.value, bias?.value, eps)",
        affineRule(axes, "groups=?") + " where b % groups == 0 \"the channels do not divide into groups\"",
    )
}

private fun instanceNorm(rank: Int): Overload {
    val axes = letters(rank)
    return sameAxes(
        axes,
        "instanceNorm",
        "$AFFINE over each channel (the second axis) of every example, times [weight] plus [bias].",
        channelParameters + "eps: Double = 1e-5",
        "instanceNorm(value, null, null, weight?.value, bias?.value, eps = eps)",
        affineRule(axes),
    )
}

private fun localResponseNorm(rank: Int): Overload =
    sameAxes(
        letters(rank),
        "localResponseNorm",
        "`x / (k + alpha * mean)^beta` with the mean square of [size] neighbouring channels (the second axis).",
        listOf("size: Int", "alpha: Double = 1e-4", "beta: Double = 0.75", "k: Double = 1.0"),
        "localResponseNorm(value, size, alpha, beta, k)",
    )

private fun rmsNorm(rank: Int): Overload {
    val axes = letters(rank)
    val last = axes.last()
    return sameAxes(
        axes,
        "rmsNorm",
        "Each run of the last axis divided by the root of its mean square, times [weight].",
        listOf("weight: Tensor<Vec<$last>>? = null", "eps: Double? = null"),
        "rmsNorm(value, listOf(value.sizes[-1]), weight?.value, eps)",
        rule(listOf(pattern(axes), "weight:[${word(last)}]?"), pattern(axes)),
    )
}

private fun normalize(rank: Int, axis: Int): Overload {
    val axes = letters(rank)
    return sameAxes(
        axes,
        "normalize",
        "`x / max(length, eps)` along [over], where the length is `(sum |x|^p)^(1/p)`.",
        listOf("over: ${axes[axis]}", "p: Double = 2.0", "eps: Double = 1e-12"),
        "normalize(value, p, $axis, eps)",
        tag = "$rank${axes[axis]}",
    )
}

private fun glu(rank: Int, axis: Int): Overload {
    val axes = letters(rank)
    val half = axes.with(axis, "Half<${axes[axis]}>")
    val letter = word(axes[axis])
    return Overload(
        doc =
            "The first half along [over], times the logistic function of the second half. " +
                "`${words(axes)} -> ${words(axes.with(axis, "${axes[axis]}/2"))}`",
        name = "glu",
        tag = "$rank${axes[axis]}",
        types = loose(axes),
        receiver = tensor(axes),
        parameters = listOf("over: ${axes[axis]}"),
        result = tensor(half),
        body = "Tensor(gated(value, $axis))",
        rule =
            rule(
                listOf(pattern(axes)),
                axes.map { word(it) }.with(axis, "$letter / 2").joinToString(", ", "[", "]"),
                listOf("$letter % 2 == 0 \"the axis has no halves\""),
            ),
    )
}

private fun cosineSimilarity(rank: Int, axis: Int): Overload {
    val axes = letters(rank)
    val left = axes.without(axis)
    return Overload(
        doc = "The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `${words(axes)} -> ${words(left)}`",
        name = "cosineSimilarity",
        tag = "$rank${axes[axis]}",
        types = loose(axes),
        receiver = tensor(axes),
        parameters = listOf("other: ${tensor(axes)}", "over: ${axes[axis]}", "eps: Double = 1e-8"),
        result = tensor(left),
        body = "Tensor(cosineSimilarity(value, other.value, $axis, eps))",
        rule = "left:s right:t -> without(broadcast(s, t), $axis)",
    )
}

private fun pairwiseDistance(rank: Int): Overload {
    val axes = letters(rank)
    val left = axes.dropLast(1)
    return Overload(
        doc = "`(sum |x - other + eps|^p)^(1/p)` along the last axis. `${words(axes)} -> ${words(left)}`",
        name = "pairwiseDistance",
        tag = "$rank",
        types = loose(axes),
        receiver = tensor(axes),
        parameters = listOf("other: ${tensor(axes)}", "p: Double = 2.0", "eps: Double = 1e-6"),
        result = tensor(left),
        body = "Tensor(pairwiseDistance(value, other.value, p, eps))",
        rule = "left:s right:t -> without(broadcast(s, t), ${rank - 1})",
    )
}

private fun bilinear(rank: Int): Overload {
    val before = letters(rank - 1)
    return Overload(
        doc =
            "A map that is linear in this and in [other]. `${words(
                before + "Left",
            )} ${words(before + "Right")} -> ${words(before + "Out")}`",
        name = "bilinear",
        tag = "$rank",
        types = loose(before + "Left" + "Right" + "Out"),
        receiver = tensor(before + "Left"),
        parameters =
            listOf("other: ${tensor(before + "Right")}", "weight: Tensor<Cube<Out, Left, Right>>", "bias: Tensor<Vec<Out>>? = null"),
        result = tensor(before + "Out"),
        body = "Tensor(bilinear(value, other.value, weight.value, bias?.value))",
        rule =
            rule(
                listOf(pattern(before + "Left"), pattern(before + "Right"), "[out, left, right]", "bias:[out]?"),
                pattern(before + "Out"),
            ),
    )
}

private fun featureDropout(rank: Int, name: String, what: String): Overload =
    sameAxes(
        letters(rank),
        name,
        "While [training], whole channels (the second axis) of examples $what with probability [p].",
        listOf("p: Double = 0.5", "training: Boolean = true"),
        "$name(value, p, training)",
    )
