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
        function("contiguous", Names("contiguous", "ascontiguousarray"), copy),
        function("dot", Names("dot", "dot"), matmulOp),
        function("flatten", Names("flatten", "ravel"), reshapeOp),
        function("fullLike", Names("full_like", "full_like"), fullOp),
        function("maskedFill", Names("masked_fill", "putmask"), where),
        function("mm", Names("mm", "matmul"), matmulOp),
        function("mv", Names("mv", "matmul"), matmulOp),
        function("narrow", Names("narrow"), sliceOp),
        function("ones", Names("ones", "ones"), fullOp),
        function("onesLike", Names("ones_like", "ones_like"), fullOp),
        function("oneHot", Names("nn.functional.one_hot"), arangeOp, eq, castOp),
        function("select", Names("select", "x[..., i]"), sliceOp, reshapeOp),
        function("split", Names("split", "split"), sliceOp),
        function("squeeze", Names("squeeze", "squeeze"), reshapeOp),
        function("stack", Names("stack", "stack"), reshapeOp, catOp),
        function("t", Names("t", "T"), permuteOp),
        function("transpose", Names("transpose", "swapaxes"), permuteOp),
        function("unsqueeze", Names("unsqueeze", "expand_dims"), reshapeOp),
        function("zeros", Names("zeros", "zeros"), fullOp),
        function("zerosLike", Names("zeros_like", "zeros_like"), fullOp),
    )

private fun function(name: String, names: Names, vararg rows: Op<*>): AdapterFunction = AdapterFunction(name, names, rows.asList())
