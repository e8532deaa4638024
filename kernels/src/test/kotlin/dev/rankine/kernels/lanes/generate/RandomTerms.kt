package dev.rankine.kernels.lanes

import kotlin.random.Random

/** Terms of [lanes] made by chance. The bits of a float are taken of operands only: which NaN a computation gives is not promised. */
internal class RandomTerms(private val random: Random, private val lanes: List<Lane>, private val calls: Boolean) {
    private val made = ArrayList<Term>()

    /** Number terms have these operands, mask terms the next two, of bool. */
    val operands: List<Operand> = lanes.flatMap { listOf(it, it) }.mapIndexed { i, lane -> Operand(i, lane) }
    private val flags = List(2) { Operand(operands.size + it, Lane.BOOL) }

    fun number(depth: Int, lane: Lane = lanes.random(random)): Term {
        val again = made.filter { it.lane == lane && it !is Mask }
        if (again.isNotEmpty() && random.nextInt(5) == 0) return again.random(random)
        return (if (depth == 0) leaf(lane) else inner(depth - 1, lane)).also { made.add(it) }
    }

    fun mask(depth: Int): Mask =
        when (if (depth == 0) 0 else random.nextInt(5)) {
            0 -> Truth(flags.random(random), Lane.I32)
            1 -> Both(mask(depth - 1), mask(depth - 1))
            2 -> Either(mask(depth - 1), mask(depth - 1))
            3 -> Not(mask(depth - 1))
            else -> lanes.random(random).let { Compare(Order.entries.random(random), number(depth - 1, it), number(depth - 1, it)) }
        }

    private fun leaf(lane: Lane): Term =
        when (random.nextInt(4)) {
            0 -> Argument(if (lane.isNarrow) 2 else random.nextInt(2) + if (lane.isFloating) 0 else 2, lane)
            1 -> if (lane.isFloating) Literal(random.nextDouble(-3.0, 3.0), lane) else Literal(random.nextLong(0, 100), lane)
            else -> operands.filter { it.lane == lane }.random(random)
        }

    private fun inner(depth: Int, lane: Lane): Term =
        when (random.nextInt(9)) {
            8 -> if (lane.isFloating) rare(depth, lane) else binary(depth, lane)
            0 -> Unary(unary(lane), number(depth, lane))
            1 -> Choose(mask(depth), number(depth, lane), number(depth, lane))
            2 -> lanes.random(random).let { if (it == lane) Unary(unary(lane), number(depth, lane)) else Convert(number(depth, it), lane) }
            3 -> bits(depth, lane)
            4 -> if (lane.isFloating) Fma(number(depth, lane), number(depth, lane), number(depth, lane)) else binary(depth, lane)
            5 -> if (calls && lane == Lane.F64) Call(Math::class.java, "cbrt", listOf(number(depth, lane)), lane) else binary(depth, lane)
            else -> binary(depth, lane)
        }

    private fun unary(lane: Lane): UnaryCode =
        (listOf(UnaryCode.NEG, UnaryCode.ABS) + if (lane.isFloating) UnaryCode.SQRT else UnaryCode.NOT).random(random)

    private fun rare(depth: Int, lane: Lane): Term {
        val x = number(depth, lane)
        return Rare(Compare(Order.GT, x, Literal(3.5, lane)), "sqrt", listOf(x), number(depth, lane))
    }

    private fun binary(depth: Int, lane: Lane): Term {
        val code = (ALL + if (lane.isFloating) listOf(BinaryCode.DIV) else WHOLE).random(random)
        return Binary(code, number(depth, lane), number(depth, lane))
    }

    private fun bits(depth: Int, lane: Lane): Term {
        val other = lanes.firstOrNull { it.bytes == lane.bytes && it.isFloating != lane.isFloating } ?: return binary(depth, lane)
        return Bits(if (other.isFloating) operands.first { it.lane == other } else number(depth, other), lane)
    }

    private companion object {
        val ALL = listOf(BinaryCode.ADD, BinaryCode.SUB, BinaryCode.MUL, BinaryCode.MIN, BinaryCode.MAX)
        val WHOLE = BinaryCode.entries - ALL.toSet() - BinaryCode.DIV
    }
}
