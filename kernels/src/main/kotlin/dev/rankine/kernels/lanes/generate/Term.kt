package dev.rankine.kernels.lanes

/**
 * What stands in a lane: numbers of one type. The first four have vectors; graphs with others run as plain loops, in which the small
 * integers and bool (0 or 1) are computed as [I32] and cut to their size when they are stored.
 */
internal enum class Lane(val bytes: Int, val isFloating: Boolean, val isNarrow: Boolean = false) {
    F32(4, true),
    F64(8, true),
    I32(4, false),
    I64(8, false),
    I16(2, false, true),
    I8(1, false, true),
    U8(1, false, true),
    BOOL(1, false, true),
}

/**
 * An expression for one lane, from which loops are generated: vectors and plain loops alike, with the same bits. A term that occurs
 * twice is computed once, by identity. Every node is one instruction or little more; functions such as `exp` are built of them.
 *
 * @property lane the type of the number. For masks that of the numbers compared.
 */
internal sealed class Term(val lane: Lane)

/** The element of operand [index] at the place of the lane, or, where [step] is 2, at twice that place: every other one is read. */
internal class Operand(val index: Int, lane: Lane, val step: Int = 1) : Term(lane)

/** Number [index] of the call, the same in all lanes: what attributes and scalars of a definition become, so that loops are shared. */
internal class Argument(val index: Int, lane: Lane) : Term(lane)

/** A constant of a function, such as a coefficient; [number] is converted to [lane] once (integers: [bits]). */
internal class Literal private constructor(val number: Double, val bits: Long, lane: Lane) : Term(lane) {
    constructor(number: Double, lane: Lane) : this(number, number.toLong(), lane)

    constructor(bits: Long, lane: Lane) : this(bits.toDouble(), bits, lane)
}

/** Functions of one number. */
internal enum class UnaryCode { NEG, ABS, SQRT, NOT }

/** Functions of two numbers. MIN and MAX are those of `Math`: NaN wins, -0 is below 0. Shifts take the count from the second operand. */
internal enum class BinaryCode { ADD, SUB, MUL, DIV, MIN, MAX, AND, OR, XOR, SHIFT_LEFT, SHIFT_RIGHT, SHIFT_RIGHT_UNSIGNED }

/** Orders of two numbers; all but NE are false for NaN. */
internal enum class Order { EQ, NE, LT, LE, GT, GE }

internal class Unary(val code: UnaryCode, val x: Term) : Term(x.lane)

internal class Binary(val code: BinaryCode, val a: Term, val b: Term) : Term(a.lane)

/** `a * b + c`, rounded once. */
internal class Fma(val a: Term, val b: Term, val c: Term) : Term(a.lane)

/** [a] where [mask] holds, else [b]; both are computed. */
internal class Choose(val mask: Mask, val a: Term, val b: Term) : Term(a.lane)

/**
 * [usual], but in the lanes where [mask] holds the static method [name] of class [owner] of [x], computed in double and rounded. Loops over vectors leave
 * a vector with such a lane to the plain loop and go on behind it, so that functions need no vectors for what hardly ever occurs.
 */
internal class Rare(val mask: Mask, val name: String, val x: List<Term>, val usual: Term, val owner: Class<*> = Math::class.java) :
    Term(usual.lane)

/**
 * Whole numbers for a [Pick]: [length] of them from place [from] on of the static array [name] of class [owner]. They fill a vector or are as many as
 * its first lanes.
 */
internal class Table(val owner: Class<*>, val name: String, val from: Int, val length: Int) : Term(Lane.I32)

/** The number of [table] at the place that the low bits of [index] name. */
internal class Pick(val index: Term, val table: Table) : Term(Lane.I32)

/** The bits of [x] as a number of the other kind and same size: F32 and I32, F64 and I64. */
internal class Bits(val x: Term, lane: Lane) : Term(lane)

/** The value of [x] as a number of another type, as Java casts. Between types of the same size it has vectors. */
internal class Convert(val x: Term, lane: Lane) : Term(lane)

/** The static Java method [name] of class [owner] on [arguments], all of them and the result of type [lane]. Plain loops only. */
internal class Call(val owner: Class<*>, val name: String, val arguments: List<Term>, lane: Lane) : Term(lane)

/** True or false in every lane, beside numbers of type [lane]. */
internal sealed class Mask(lane: Lane) : Term(lane)

internal class Compare(val order: Order, val a: Term, val b: Term) : Mask(a.lane)

internal class Both(val a: Mask, val b: Mask) : Mask(a.lane)

internal class Either(val a: Mask, val b: Mask) : Mask(a.lane)

internal class Not(val mask: Mask) : Mask(mask.lane)

/** Whether the bool number [x] is not 0. */
internal class Truth(val x: Term, lane: Lane) : Mask(lane)

/** 1 where [mask] holds, else 0, as bool. */
internal class Flag(val mask: Mask) : Term(Lane.BOOL)

internal operator fun Term.plus(b: Term): Term = Binary(BinaryCode.ADD, this, b)

internal operator fun Term.minus(b: Term): Term = Binary(BinaryCode.SUB, this, b)

internal operator fun Term.times(b: Term): Term = Binary(BinaryCode.MUL, this, b)

internal operator fun Term.div(b: Term): Term = Binary(BinaryCode.DIV, this, b)

internal operator fun Term.unaryMinus(): Term = Unary(UnaryCode.NEG, this)

internal operator fun Term.plus(b: Double): Term = this + Literal(b, lane)

internal operator fun Term.minus(b: Double): Term = this - Literal(b, lane)

internal operator fun Term.times(b: Double): Term = this * Literal(b, lane)

internal fun Term.absolute(): Term = Unary(UnaryCode.ABS, this)

internal fun Term.root(): Term = Unary(UnaryCode.SQRT, this)

internal fun Term.atLeast(b: Term): Term = Binary(BinaryCode.MAX, this, b)

internal fun Term.atMost(b: Term): Term = Binary(BinaryCode.MIN, this, b)

internal infix fun Term.lessThan(b: Term): Mask = Compare(Order.LT, this, b)

/** `this * b + c`, rounded once. */
internal fun Term.times(b: Term, plus: Term): Term = Fma(this, b, plus)

/** The polynomial of [coefficients], from that of the highest power down, at this number. */
internal fun Term.polynomial(vararg coefficients: Double): Term {
    var sum: Term = Literal(coefficients[0], lane)
    for (i in 1 until coefficients.size) sum = Fma(sum, this, Literal(coefficients[i], lane))
    return sum
}
