package dev.rankine.ops

/**
 * A public function that has no row of its own because it only adapts arguments.
 *
 * @property name the function in Kotlin.
 * @property names what other libraries call it.
 * @property rows the rows that it calls.
 */
public class AdapterFunction internal constructor(public val name: String, public val names: Names, public val rows: List<Op<*>>)

/** The functions beside the rows, for documentation. */
public val adapterFunctions: List<AdapterFunction> =
    listOf(
        function("bmm", Names("bmm", "matmul"), matmulOp),
        function("broadcastTo", Names("broadcast_to", "broadcast_to"), expandOp),
        function("chunk", Names("chunk", "array_split"), sliceOp),
        function("contiguous", Names("contiguous", "ascontiguousarray"), copy),
        function("diagEmbed", Names("diag_embed"), diagonalScatterOp, permuteOp),
        function("dot", Names("dot", "dot"), matmulOp),
        function("embeddingBag", Names("nn.functional.embedding_bag"), embeddingOp, indexAddOp, sumOp, amaxOp),
        function("expand", Names("expand", "broadcast_to"), expandOp),
        function("flatten", Names("flatten", "ravel"), reshapeOp),
        function("flip", Names("flip", "flip"), sliceOp),
        function("featureAlphaDropout", Names("nn.functional.feature_alpha_dropout"), alphaDropoutOp),
        function("fullLike", Names("full_like", "full_like"), fullOp),
        function("instanceNorm", Names("nn.functional.instance_norm"), groupNormOp, batchNormOp),
        function("maskedFill", Names("masked_fill", "putmask"), where),
        function("maskedSelect", Names("masked_select", "x[mask]"), indexSelectOp),
        function("mm", Names("mm", "matmul"), matmulOp),
        function("movedim", Names("movedim", "moveaxis"), permuteOp),
        function("mv", Names("mv", "matmul"), matmulOp),
        function("narrow", Names("narrow"), sliceOp),
        function("ones", Names("ones", "ones"), fullOp),
        function("onesLike", Names("ones_like", "ones_like"), fullOp),
        function("outer", Names("outer", "outer"), mul),
        function("repeat", Names("repeat"), reshapeOp, expandOp),
        function("repeatInterleave", Names("repeat_interleave", "repeat"), reshapeOp, expandOp),
        function("roll", Names("roll", "roll"), sliceOp, catOp),
        function("select", Names("select", "x[..., i]"), sliceOp, reshapeOp),
        function("selectScatter", Names("select_scatter"), sliceScatterOp),
        function("split", Names("split", "split"), sliceOp),
        function("squeeze", Names("squeeze", "squeeze"), reshapeOp),
        function("stack", Names("stack", "stack"), reshapeOp, catOp),
        function("t", Names("t", "T"), permuteOp),
        function("take", Names("take", "take"), indexSelectOp),
        function("takeAlongAxis", Names("take_along_dim", "take_along_axis"), gatherOp),
        function("tile", Names("tile", "tile"), reshapeOp, expandOp),
        function("trace", Names("trace", "trace"), diagonalOp, sumOp),
        function("tripletMarginWithDistanceLoss", Names("nn.functional.triplet_margin_with_distance_loss"), pairwiseDistanceOp),
        function("transpose", Names("transpose", "swapaxes"), permuteOp),
        function("unbind", Names("unbind"), sliceOp, reshapeOp),
        function("unflatten", Names("unflatten"), reshapeOp),
        function("unsqueeze", Names("unsqueeze", "expand_dims"), reshapeOp),
        function("zeros", Names("zeros", "zeros"), fullOp),
        function("zerosLike", Names("zeros_like", "zeros_like"), fullOp),
    )

private fun function(name: String, names: Names, vararg rows: Op<*>): AdapterFunction = AdapterFunction(name, names, rows.asList())
