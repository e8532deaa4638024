package dev.rankine.kernels.lanes

import dev.rankine.ops.Op
import dev.rankine.shapes.DType

/**
 * What an elementwise primitive is for one lane: [term] of the attributes, the operands, and their element types. 16-bit floats are
 * [Lane.F32] here. Null where it has no terms.
 */
internal fun interface RowTerm {
    fun term(attributes: Any, x: List<Term>, types: List<DType>): Term?
}

/** The elementwise primitives and what they are. */
internal val rowTerms: Map<Op<*>, RowTerm> by lazy {
    arithmeticTerms + quotientTerms + roundingTerms + comparisonTerms + choiceTerms + functionTerms
}

/** The lane in which elements of this type are computed. */
internal val DType.lane: Lane
    get() =
        when (this) {
            DType.BOOL -> Lane.BOOL
            DType.U8 -> Lane.U8
            DType.I8 -> Lane.I8
            DType.I16 -> Lane.I16
            DType.I32 -> Lane.I32
            DType.I64 -> Lane.I64
            DType.F16, DType.BF16, DType.F32 -> Lane.F32
            DType.F64 -> Lane.F64
        }

/** A row of one operand. */
internal fun one(term: (Term) -> Term?): RowTerm = RowTerm { _, x, _ -> term(x[0]) }

/** A row of two operands. */
internal fun two(term: (Term, Term) -> Term): RowTerm = RowTerm { _, x, _ -> term(x[0], x[1]) }

/** [float] for floating lanes, [bool] for bool, [int] for integers. */
internal fun <T> Term.byLane(float: T, int: T, bool: T = int): T =
    when {
        lane.isFloating -> float
        lane == Lane.BOOL -> bool
        else -> int
    }

/** Whether the number, of any lane, is not 0; the mask itself where a bool is one. */
internal fun truth(x: Term): Mask =
    when {
        x is Flag -> x.mask
        x.lane == Lane.BOOL -> Truth(x, Lane.I32)
        else -> Compare(Order.NE, x, Literal(0L, x.lane))
    }

/** A number as a constant of this term's lane. */
internal fun Term.same(number: Double): Term = Literal(number, lane)

/** A whole number as a constant of this term's lane. */
internal fun Term.same(number: Long): Term = Literal(number, lane)
