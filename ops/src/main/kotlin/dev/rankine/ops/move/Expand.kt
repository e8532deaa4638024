@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Layout
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The [sizes] of the result of a movement. */
public data class TargetAttributes(public val sizes: Sizes)

/** Repeats axes of size 1 and adds leading axes, without a copy. The row behind [broadcastTo]. */
public val expandOp: Op1<TargetAttributes> =
    view(
        "expand",
        Names("expand", "broadcast_to"),
        gradient { sumTo(dy, x.sizes) },
        sizes = { call -> Layout.of(call.sizes()).expand(call.name, call.attributes.sizes).sizes },
        layout = { attributes, layout -> layout.expand("expand", attributes.sizes) },
    )

/** [x] repeated to [sizes], without a copy; [x] itself if it has them already. */
@ShapeRule(EXPAND_RULE)
public fun broadcastTo(x: Value, sizes: Sizes): Value = if (x.sizes == sizes) x else expandOp(TargetAttributes(sizes), x)

/** [x] summed over the axes that were broadcast from [sizes]: the adjoint of [broadcastTo]. */
@ShapeRule("s sizes... -> sizes")
public fun sumTo(x: Value, sizes: Sizes): Value {
    if (x.sizes == sizes) return x
    val lead = x.rank - sizes.rank
    val stretched = (0 until x.rank).filter { it < lead || (sizes[it - lead] == 1 && x.sizes[it] != 1) }
    return reshape(sum(x, stretched, keepDim = true), sizes)
}
