package dev.rankine.kernels.lanes

import dev.rankine.ops.Op
import dev.rankine.ops.eq
import dev.rankine.ops.ge
import dev.rankine.ops.gt
import dev.rankine.ops.isfinite
import dev.rankine.ops.isinf
import dev.rankine.ops.isnan
import dev.rankine.ops.le
import dev.rankine.ops.logicalAnd
import dev.rankine.ops.logicalNot
import dev.rankine.ops.logicalOr
import dev.rankine.ops.logicalXor
import dev.rankine.ops.lt
import dev.rankine.ops.ne

/** Rows that give a bool. */
internal val comparisonTerms: Map<Op<*>, RowTerm> =
    mapOf(
        eq to compare(Order.EQ) { a, b -> Not(unequal(a, b)) },
        ne to compare(Order.NE) { a, b -> unequal(a, b) },
        lt to compare(Order.LT) { a, b -> Both(Not(a), b) },
        le to compare(Order.LE) { a, b -> Either(Not(a), b) },
        gt to compare(Order.GT) { a, b -> Both(a, Not(b)) },
        ge to compare(Order.GE) { a, b -> Either(a, Not(b)) },
        isnan to one { x -> Flag(if (x.lane.isFloating) Compare(Order.NE, x, x) else never(x)) },
        isinf to one { x -> Flag(if (x.lane.isFloating) Compare(Order.EQ, x.absolute(), x.same(Double.POSITIVE_INFINITY)) else never(x)) },
        isfinite to one { x -> Flag(if (x.lane.isFloating) x.absolute() lessThan x.same(Double.POSITIVE_INFINITY) else Not(never(x))) },
        logicalAnd to two { a, b -> both(a, b) },
        logicalOr to two { a, b -> either(a, b) },
        logicalXor to two { a, b -> oneOf(a, b) },
        logicalNot to one { Flag(Not(truth(it))) },
    )

/** The order of numbers; [bool] where they are booleans: false is below true. */
private fun compare(order: Order, bool: (Mask, Mask) -> Mask): RowTerm =
    two { a, b -> Flag(if (a.lane == Lane.BOOL) bool(truth(a), truth(b)) else Compare(order, a, b)) }

private fun unequal(a: Mask, b: Mask): Mask = Both(Either(a, b), Not(Both(a, b)))

private fun never(x: Term): Mask = truth(x).let { Both(it, Not(it)) }
