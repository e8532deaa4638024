package dev.rankine.data

import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value
import dev.rankine.ops.cat
import dev.rankine.ops.indexSelect
import dev.rankine.ops.noGrad
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Axis
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/** The rows of [all] with the numbers [indices], under its names. */
internal fun rows(all: Value, indices: IntArray): Value =
    noGrad {
        val rows = indexSelect(all, 0, valueOf(indices, DType.I32, Sizes.of(indices.size), all.backend))
        rows.named(named(rows.sizes, all.sizes, "a batch of ${rows.sizes[0]} of ${all.sizes[0]} examples"))
    }

/** [parts] one after another along their first axis, under the names of the first of them. */
internal fun joined(parts: List<Value>): Value =
    noGrad {
        // without names: axes of one dim may have another size in each part
        val all = cat(parts.map { it.named(Sizes.of(*IntArray(it.sizes.rank) { axis -> it.sizes[axis] })) })
        all.named(named(all.sizes, parts[0].sizes, "${parts.size} parts of a batch"))
    }

/** The same bytes under the names of [sizes], which has the same numbers. */
internal fun Value.named(sizes: Sizes): Value = Value(dtype, layout.named(sizes), backend, Evaluator.store(this))

/** [sizes] under the names of [model]: the first axis too, where its dim declares no size. */
private fun named(sizes: Sizes, model: Sizes, origin: String): Sizes {
    val first =
        model
            .axis(0)
            ?.dim
            ?.takeIf { it.size == null || it.size == sizes[0] }
            ?.let { Axis(it, sizes[0], origin) }
    return sizes.withAxes(Array(sizes.rank) { if (it == 0) first else model.axis(it) })
}
