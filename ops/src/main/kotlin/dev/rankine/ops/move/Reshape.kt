@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The same elements under other sizes; a view where the layout allows, else a copy. The row behind [reshape]. */
public val reshapeOp: Op1<TargetAttributes> =
    view(
        "reshape",
        Names("reshape", "reshape"),
        gradient { reshape(dy, x.sizes) },
        copies = true,
        sizes = ::reshaped,
        layout = { attributes, layout -> layout.reshape(attributes.sizes) },
    )

/**
 * The same elements in row-major order under [sizes]; a view where the layout allows, else a copy.
 *
 * @throws ShapeException if the number of elements differs.
 */
@ShapeRule(RESHAPE_RULE)
public fun reshape(x: Value, sizes: Sizes): Value = if (x.sizes == sizes) x else reshapeOp(TargetAttributes(sizes), x)

/** As the other [reshape]; one size may be -1: it is what remains. */
@ShapeRule(RESHAPE_RULE)
public fun reshape(x: Value, vararg sizes: Int): Value = reshape(x, resolveSizes("reshape", x.sizes, sizes))

/** A copy of [x] laid out in row-major order; [x] itself if it is so already. */
@ShapeRule(ShapeRule.SAME)
public fun contiguous(x: Value): Value = if (x.layout.isContiguous) x else copy(x)

/** Copies the elements. The row behind [contiguous]. */
public val copy: Op1<Unit> =
    unary("clone", Types.ANY, Names("clone", "copy"), gradient { dy }, { it }) { it }

/** Runs the row [copy]. */
@ShapeRule(ShapeRule.SAME)
public fun copy(x: Value): Value = copy.invoke(Unit, x)

/** [sizes] with -1 replaced by what remains of the elements of [from]. */
internal fun resolveSizes(op: String, from: Sizes, sizes: IntArray): Sizes {
    val open = sizes.indices.filter { sizes[it] == -1 }
    if (open.isEmpty()) return Sizes.of(*sizes)
    if (open.size > 1) throw ShapeException("$op: only one size may be -1: ${sizes.toList()}", listOf("input" to from))
    val rest = sizes.filter { it != -1 }.fold(1) { product, size -> Math.multiplyExact(product, size) }
    if (rest == 0 || from.elements % rest != 0) {
        throw ShapeException("$op: -1 has no whole size: ${from.elements} elements do not divide by $rest", listOf("input" to from))
    }
    return Sizes.of(*sizes.copyOf().also { it[open[0]] = from.elements / rest })
}

internal fun reshaped(call: Call<out TargetAttributes>): Sizes {
    val target = call.attributes.sizes
    if (target.elements != call.sizes().elements) {
        throw ShapeException(
            "${call.name}: number of elements differs: ${call.sizes().elements} != ${target.elements}",
            listOf("input" to call.sizes(), "target" to target),
        )
    }
    return target
}
