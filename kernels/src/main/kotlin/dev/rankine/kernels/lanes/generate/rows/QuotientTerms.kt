package dev.rankine.kernels.lanes

import dev.rankine.ops.Op
import dev.rankine.ops.floorDivide
import dev.rankine.ops.fmod
import dev.rankine.ops.pow
import dev.rankine.ops.remainder
import dev.rankine.ops.truncDivide
import dev.rankine.shapes.DType

/** Quotients that lose their fraction, remainders, powers: methods of [Quotients], which refuse an integer divided by zero. */
internal val quotientTerms: Map<Op<*>, RowTerm> =
    mapOf(
        floorDivide to two { a, b -> inDouble("floorDivide", a, b) },
        remainder to two { a, b -> inDouble("remainder", a, b) },
        fmod to two { a, b -> inDouble("fmod", a, b) },
        pow to two { a, b -> inDouble("pow", a, b) },
        truncDivide to
            RowTerm { _, (a, b), types ->
                when {
                    !a.lane.isFloating -> inDouble("truncDivide", a, b)

                    // the quotient is an element of its type before it loses its fraction
                    types[0] == DType.F16 -> truncated(Call(Quotients::class.java, "half", listOf(a / b), Lane.F32))

                    types[0] == DType.BF16 -> truncated(Call(Quotients::class.java, "brain", listOf(a / b), Lane.F32))

                    else -> truncated(a / b)
                }
            },
    )

/** The method [name] of [Quotients]; floats are computed in double and rounded once. */
private fun inDouble(name: String, a: Term, b: Term): Term {
    val wide = if (a.lane.isFloating) Lane.F64 else a.lane
    val result = Call(Quotients::class.java, name, listOf(converted(a, wide), converted(b, wide)), wide)
    return converted(result, a.lane)
}

/** [x] in another lane, as Java casts. */
internal fun converted(x: Term, lane: Lane): Term = if (x.lane == lane) x else Convert(x, lane)
