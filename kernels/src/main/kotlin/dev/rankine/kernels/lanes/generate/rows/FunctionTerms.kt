package dev.rankine.kernels.lanes

import dev.rankine.ops.Op
import dev.rankine.ops.acos
import dev.rankine.ops.acosh
import dev.rankine.ops.asin
import dev.rankine.ops.asinh
import dev.rankine.ops.atan
import dev.rankine.ops.atan2
import dev.rankine.ops.atanh
import dev.rankine.ops.cos
import dev.rankine.ops.cosh
import dev.rankine.ops.erf
import dev.rankine.ops.erfc
import dev.rankine.ops.exp
import dev.rankine.ops.exp2
import dev.rankine.ops.expm1
import dev.rankine.ops.hypot
import dev.rankine.ops.log
import dev.rankine.ops.log10
import dev.rankine.ops.log1p
import dev.rankine.ops.log2
import dev.rankine.ops.sigmoid
import dev.rankine.ops.sin
import dev.rankine.ops.sinh
import dev.rankine.ops.tan
import dev.rankine.ops.tanh
import dev.rankine.ops.xlogy

/** Functions that are no arithmetic. */
internal val functionTerms: Map<Op<*>, RowTerm> =
    mapOf(
        exp to one { exp(it) },
        exp2 to one { exp2(it) },
        expm1 to one { expm1(it) },
        log to one { log(it) },
        log2 to one { log2(it) },
        log10 to one { log10(it) },
        log1p to one { log1p(it) },
        erf to one { erf(it) },
        erfc to one { erfc(it) },
        sin to one { sin(it) },
        cos to one { cos(it) },
        tan to one { tan(it) },
        asin to one { asin(it) },
        acos to one { acos(it) },
        atan to one { atan(it) },
        sinh to one { sinh(it) },
        cosh to one { cosh(it) },
        tanh to one { tanh(it) },
        asinh to one { asinh(it) },
        acosh to one { acosh(it) },
        atanh to one { atanh(it) },
        sigmoid to one { sigmoid(it) },
        atan2 to two { a, b -> atan2(a, b) },
        hypot to two { a, b -> hypot(a, b) },
        xlogy to two { a, b -> xlogy(a, b) },
    )

private fun xlogy(a: Term, b: Term): Term {
    val zero = a.same(0.0)
    return Choose(Both(Compare(Order.EQ, a, zero), Compare(Order.EQ, b, b)), zero, a * log(b))
}
