package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.abs
import dev.rankine.ops.amax
import dev.rankine.ops.copyFrom
import dev.rankine.ops.detach
import dev.rankine.ops.div
import dev.rankine.ops.gt
import dev.rankine.ops.indexSelect
import dev.rankine.ops.invoke
import dev.rankine.ops.noGrad
import dev.rankine.ops.plus
import dev.rankine.ops.pow
import dev.rankine.ops.scope
import dev.rankine.ops.select
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toLongArray
import dev.rankine.ops.valueOf
import dev.rankine.ops.where
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/** How long rows of a table may be that are read: [limit] is the largest norm with exponent [p]. */
internal class RowBound(op: String, private val limit: Double, private val p: Double) {
    init {
        require(limit > 0) { "$op: the largest norm must be positive: $limit" }
        checkNormType(op, p)
    }

    /** Makes those rows of [table] as short as they may be that [indices] name; an index that is out of range is left to who reads it. */
    fun shorten(table: Value, indices: Value) {
        val rows = table.sizes[0]
        val read = indices.toLongArray().filter { it in 0 until rows }.distinct()
        if (read.isEmpty()) return
        noGrad {
            scope("max norm") {
                val own = table.detach()
                val factors = factors(indexSelect(own, 0, valueOf(read.toLongArray(), DType.I64, Sizes.of(read.size), table.backend)))
                factors.toDoubleArray().forEachIndexed { i, factor ->
                    val row = select(own, 0, read[i].toInt())
                    if (factor != 1.0) row.copyFrom(row * factor)
                }
            }
        }
    }

    /** What the vectors along the last axis of [x] are to be multiplied by: 1 where they are short enough. `[*p, F] -> [*p, 1]` */
    fun factors(x: Value): Value =
        noGrad {
            val norms = norms(x.detach())
            where(norms gt limit, limit / (norms + TINY), 1)
        }

    private fun norms(x: Value): Value {
        val sizes = abs(x)
        val last = listOf(x.rank - 1)
        if (p == Double.POSITIVE_INFINITY) return amax(sizes, last, keepDim = true)
        if (p == 1.0) return sum(sizes, last, keepDim = true)
        return pow(sum(pow(sizes, p), last, keepDim = true), 1 / p)
    }

    private companion object {
        /** What PyTorch adds to a norm before it divides. */
        const val TINY = 1e-7
    }
}

/** Refuses a [normType] that is no exponent of a norm. */
internal fun checkNormType(op: String, normType: Double) {
    require(normType > 0) { "$op: the exponent of the norm must be positive: $normType" }
}
