package dev.rankine.conformance

import dev.rankine.ops.Op
import dev.rankine.shapes.Sizes

/** The [attributes] and [operands] of one call. */
public class Case<A : Any>(public val attributes: A, public val operands: List<Operand>)

/**
 * A family of calls of one row, one per length: the suites go through its lengths, element types and layouts.
 *
 * @property op the row.
 * @property label the words by which messages tell this sample from others of the same row.
 * @property lengths the lengths that make sense; the first is that of the gradient checks and the sweeps over types and layouts.
 * @property case the call of a length.
 */
public class Sample<A : Any>(
    public val op: Op<A>,
    public val label: String,
    public val lengths: List<Int>,
    public val case: (length: Int) -> Case<A>,
) {
    /**
     * Whether the row's meaning is stated for finite numbers only: padding may be left out or count as a zero, and zero times infinity
     * is no number.
     */
    public var finite: Boolean = false
        private set

    /** This sample, stated for finite numbers only if [only]. */
    public fun finite(only: Boolean): Sample<A> = also { it.finite = only }

    /** The call of the first length. */
    public val first: Case<A> get() = case(lengths[0])

    override fun toString(): String = if (label.isEmpty()) op.name else "${op.name} $label"
}

/** A call whose sizes are fixed. */
public fun <A : Any> sample(op: Op<A>, attributes: A, vararg operands: Operand, label: String = "", finite: Boolean = false): Sample<A> =
    Sample(op, label, listOf(0)) { Case(attributes, operands.asList()) }.finite(finite)

/** A call without attributes whose sizes are fixed. */
public fun sample(op: Op<Unit>, vararg operands: Operand, label: String = ""): Sample<Unit> = sample(op, Unit, *operands, label = label)

/** Calls of several lengths: of no element, one, around vector lengths, and long ones. */
public fun <A : Any> sized(
    op: Op<A>,
    attributes: A,
    label: String = "",
    lengths: List<Int> = Lengths.ROWS,
    operands: (length: Int) -> List<Operand>,
): Sample<A> = Sample(op, label, lengths) { Case(attributes, operands(it)) }

/** A row without attributes that maps elements: [draws] has one entry per input. */
public fun elementwise(op: Op<Unit>, vararg draws: Draw): Sample<Unit> = elementwise(op, Unit, *draws)

/** A row that maps elements: [draws] has one entry per input. */
public fun <A : Any> elementwise(op: Op<A>, attributes: A, vararg draws: Draw, label: String = ""): Sample<A> =
    sized(op, attributes, label, Lengths.ELEMENTWISE) { length -> draws.map { Operand(Lengths.plane(length), it) } }

/** The lengths that suites go through. */
public object Lengths {
    /** Numbers of elements of elementwise rows; the last is above every parallel grain. */
    public val ELEMENTWISE: List<Int> = listOf(6, 0, 1, 7, 15, 16, 17, 33, 70_000)

    /** Lengths of one axis among others. */
    public val ROWS: List<Int> = listOf(5, 0, 1, 15, 16, 17, 33, 12_000)

    /** Lengths of the axes of matrices. */
    public val MATRICES: List<Int> = listOf(4, 0, 1, 15, 16, 17, 70)

    /** [length] elements in two rows where that is possible, else in one axis. */
    public fun plane(length: Int): Sizes = if (length >= 2 && length % 2 == 0) Sizes.of(2, length / 2) else Sizes.of(length)
}
