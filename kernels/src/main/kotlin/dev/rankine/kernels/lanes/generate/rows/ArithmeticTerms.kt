package dev.rankine.kernels.lanes

import dev.rankine.ops.Op
import dev.rankine.ops.abs
import dev.rankine.ops.add
import dev.rankine.ops.bitwiseAnd
import dev.rankine.ops.bitwiseOr
import dev.rankine.ops.bitwiseXor
import dev.rankine.ops.div
import dev.rankine.ops.maximum
import dev.rankine.ops.minimum
import dev.rankine.ops.mul
import dev.rankine.ops.neg
import dev.rankine.ops.reciprocal
import dev.rankine.ops.relu
import dev.rankine.ops.rsqrt
import dev.rankine.ops.sign
import dev.rankine.ops.sqrt
import dev.rankine.ops.sub

/** Sums, products and their like. Bool adds as or and multiplies as and. */
internal val arithmeticTerms: Map<Op<*>, RowTerm> =
    mapOf(
        add to two { a, b -> if (a.lane == Lane.BOOL) either(a, b) else a + b },
        sub to two { a, b -> a - b },
        mul to two { a, b -> if (a.lane == Lane.BOOL) both(a, b) else a * b },
        div to two { a, b -> a / b },
        neg to one { -it },
        maximum to two { a, b -> if (a.lane == Lane.BOOL) either(a, b) else a.atLeast(b) },
        minimum to two { a, b -> if (a.lane == Lane.BOOL) both(a, b) else a.atMost(b) },
        abs to one { it.absolute() },
        sqrt to one { it.root() },
        rsqrt to one { it.same(1.0) / it.root() },
        reciprocal to one { it.same(1.0) / it },
        // not the larger of x and 0, which takes more instructions; NaN stays
        relu to one { x -> if (x.lane.isFloating) Choose(Compare(Order.LE, x, x.same(0.0)), x.same(0.0), x) else x.atLeast(x.same(0L)) },
        sign to one { sign(it) },
        bitwiseAnd to two { a, b -> if (a.lane == Lane.BOOL) both(a, b) else Binary(BinaryCode.AND, a, b) },
        bitwiseOr to two { a, b -> if (a.lane == Lane.BOOL) either(a, b) else Binary(BinaryCode.OR, a, b) },
        bitwiseXor to two { a, b -> if (a.lane == Lane.BOOL) oneOf(a, b) else Binary(BinaryCode.XOR, a, b) },
    )

/** Whether both are true or not 0. */
internal fun both(a: Term, b: Term): Term = Flag(Both(truth(a), truth(b)))

/** Whether at least one is true or not 0. */
internal fun either(a: Term, b: Term): Term = Flag(Either(truth(a), truth(b)))

/** Whether exactly one is true or not 0. */
internal fun oneOf(a: Term, b: Term): Term {
    val x = truth(a)
    val y = truth(b)
    return Flag(Both(Either(x, y), Not(Both(x, y))))
}

private fun sign(x: Term): Term {
    if (x.lane == Lane.BOOL) return Flag(truth(x))
    val zero = Literal(0L, x.lane)
    val negative = if (x.lane == Lane.U8) zero else Choose(x lessThan zero, Literal(-1L, x.lane), zero)
    return Choose(Compare(Order.GT, x, zero), Literal(1L, x.lane), negative)
}
