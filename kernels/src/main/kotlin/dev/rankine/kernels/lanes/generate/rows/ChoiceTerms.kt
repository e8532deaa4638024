package dev.rankine.kernels.lanes

import dev.rankine.ops.CastAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.castOp
import dev.rankine.ops.copy
import dev.rankine.ops.where

/** Choices, and conversions between element types. */
internal val choiceTerms: Map<Op<*>, RowTerm> =
    mapOf(
        where to
            RowTerm { _, (condition, a, b), _ ->
                val holds = truth(condition)
                if (a.lane == Lane.BOOL) Flag(Either(Both(holds, truth(a)), Both(Not(holds), truth(b)))) else Choose(holds, a, b)
            },
        castOp to RowTerm { attributes, (x), _ -> cast(x, (attributes as CastAttributes).dtype.lane) },
        copy to one { if (it.lane == Lane.BOOL) Flag(truth(it)) else it },
    )

/** [x] as a number of another lane, as PyTorch casts; see `Cast.kt` of shapes. */
internal fun cast(x: Term, to: Lane): Term =
    when {
        x.lane == to -> x
        to == Lane.BOOL -> Flag(truth(x))
        x.lane == Lane.BOOL -> Choose(truth(x), Literal(1L, to), Literal(0L, to))
        !x.lane.isFloating || to.isFloating -> Convert(x, to)
        to == Lane.I32 -> whole(x, to, TWO_TO_31, Int.MIN_VALUE.toLong())
        else -> converted(whole(x, Lane.I64, TWO_TO_63, Long.MIN_VALUE), to)
    }

/** Beyond the largest number, and for NaN, the smallest. */
private fun whole(x: Term, to: Lane, end: Double, smallest: Long): Term =
    Choose(x lessThan x.same(end), Convert(x, to), Literal(smallest, to))

private const val TWO_TO_31 = 2147483648.0
private const val TWO_TO_63 = 9.223372036854775807E18
