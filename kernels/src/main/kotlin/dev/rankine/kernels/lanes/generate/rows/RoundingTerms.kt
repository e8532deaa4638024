package dev.rankine.kernels.lanes

import dev.rankine.ops.Op
import dev.rankine.ops.ceil
import dev.rankine.ops.floor
import dev.rankine.ops.round
import dev.rankine.ops.trunc

/** Whole numbers near a number; integers stay as they are. */
internal val roundingTerms: Map<Op<*>, RowTerm> =
    mapOf(
        floor to one { if (it.lane.isFloating) floor(it) else it },
        ceil to one { if (it.lane.isFloating) ceil(it) else it },
        trunc to one { if (it.lane.isFloating) truncated(it) else it },
        round to one { if (it.lane.isFloating) nearest(it) else it },
    )

/** The nearest whole number, halves to the even one: adding and taking away a number whose last bit is 1 leaves no fraction. */
internal fun nearest(x: Term): Term {
    val large = x.same(if (x.lane == Lane.F32) TWO_TO_23 else TWO_TO_52)
    val size = x.absolute()
    return signed(Choose(size lessThan large, (size + large) - large, size), x)
}

/** The largest whole number not above [x]. */
internal fun floor(x: Term): Term {
    val near = nearest(x)
    return signed(Choose(Compare(Order.GT, near, x), near - 1.0, near), x)
}

/** The smallest whole number not below [x]. */
internal fun ceil(x: Term): Term {
    val near = nearest(x)
    return signed(Choose(near lessThan x, near + 1.0, near), x)
}

/** [x] without its fraction. */
internal fun truncated(x: Term): Term {
    val size = x.absolute()
    val near = nearest(size)
    return signed(Choose(Compare(Order.GT, near, size), near - 1.0, near), x)
}

/** [size] with the sign of [x], which it has already unless it is a zero or positive. */
private fun signed(size: Term, x: Term): Term {
    val whole = if (x.lane == Lane.F32) Lane.I32 else Lane.I64
    val signBit = Literal(if (x.lane == Lane.F32) Int.MIN_VALUE.toLong() else Long.MIN_VALUE, whole)
    val sign = Binary(BinaryCode.AND, Bits(x, whole), signBit)
    return Bits(Binary(BinaryCode.OR, Bits(size, whole), sign), x.lane)
}

private const val TWO_TO_23 = 8388608.0
private const val TWO_TO_52 = 4503599627370496.0
