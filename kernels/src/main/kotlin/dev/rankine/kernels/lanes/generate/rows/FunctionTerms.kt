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
        exp to one { if (it.lane == Lane.F32) exp(it) else math("exp", it) },
        log to one { if (it.lane == Lane.F32) log(it) else math("log", it) },
        erf to one { if (it.lane == Lane.F32) erf(it) else null },
        erfc to one { if (it.lane == Lane.F32) erfc(it) else null },
        expm1 to one { math("expm1", it) },
        log1p to one { math("log1p", it) },
        exp2 to one { math("pow", it.same(2.0), it) },
        log2 to one { logarithms("log2", it) },
        asinh to one { logarithms("asinh", it) },
        acosh to one { logarithms("acosh", it) },
        atanh to one { logarithms("atanh", it) },
        log10 to one { math("log10", it) },
        sin to one { if (it.lane == Lane.F32) sin(it) else math("sin", it) },
        cos to one { if (it.lane == Lane.F32) cos(it) else math("cos", it) },
        tan to one { math("tan", it) },
        asin to one { math("asin", it) },
        acos to one { math("acos", it) },
        atan to one { math("atan", it) },
        sinh to one { math("sinh", it) },
        cosh to one { math("cosh", it) },
        tanh to one { if (it.lane == Lane.F32) tanh(it) else math("tanh", it) },
        sigmoid to one { if (it.lane == Lane.F32) sigmoid(it) else logistic(it) },
        atan2 to two { a, b -> math("atan2", a, b) },
        hypot to two { a, b -> math("hypot", a, b) },
        xlogy to two { a, b -> xlogy(a, b) },
    )

/** The method [name] of `Math`, computed in double and rounded once. */
private fun math(name: String, vararg x: Term): Term = inDouble(Math::class.java, name, x.asList())

/** The method [name] of [Logarithms], computed in double and rounded once. */
private fun logarithms(name: String, x: Term): Term = inDouble(Logarithms::class.java, name, listOf(x))

private fun inDouble(owner: Class<*>, name: String, x: List<Term>): Term =
    converted(Call(owner, name, x.map { converted(it, Lane.F64) }, Lane.F64), x[0].lane)

/** `1 / (1 + e^-x)` with an exponential that cannot overflow. */
private fun logistic(x: Term): Term {
    val e = math("exp", -x.absolute())
    return Choose(x lessThan x.same(0.0), e, x.same(1.0)) / (e + 1.0)
}

private fun xlogy(a: Term, b: Term): Term {
    val zero = a.same(0.0)
    return Choose(Both(Compare(Order.EQ, a, zero), Compare(Order.EQ, b, b)), zero, a * math("log", b))
}
