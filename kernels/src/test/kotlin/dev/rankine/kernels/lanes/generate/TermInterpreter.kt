package dev.rankine.kernels.lanes

import java.util.IdentityHashMap

/** What a term is for one lane, by plain Kotlin: the oracle of generated loops. Numbers are boxed, masks and bool are Booleans. */
internal class TermInterpreter(private val operands: (Operand) -> Any, private val arguments: LongArray) {
    private val known = IdentityHashMap<Term, Any>()

    fun value(term: Term): Any = known.getOrPut(term) { compute(term) }

    private fun compute(term: Term): Any =
        when (term) {
            is Operand -> operands(term)
            is Argument -> argument(term)
            is Literal -> literal(term)
            is Unary -> unary(term.code, value(term.x), term.lane)
            is Binary -> binary(term.code, value(term.a), value(term.b), term.lane)
            is Fma -> fma(value(term.a), value(term.b), value(term.c))
            is Choose -> if (value(term.mask) as Boolean) value(term.a) else value(term.b)
            is Bits -> bits(value(term.x))
            is Convert -> convert(value(term.x), term.lane)
            is Call -> Math.cbrt(value(term.arguments[0]) as Double).also { check(term.name == "cbrt") }
            is Rare -> if (value(term.mask) as Boolean) rare(value(term.x[0]), term.lane) else value(term.usual)
            is Compare -> compare(term.order, value(term.a), value(term.b))
            is Both -> value(term.a) as Boolean && value(term.b) as Boolean
            is Either -> value(term.a) as Boolean || value(term.b) as Boolean
            is Not -> !(value(term.mask) as Boolean)
            is Truth -> value(term.x)
            is Flag -> value(term.mask)
            is Pick -> numbers(term.table)[value(term.index) as Int and term.table.length - 1]
            is Table -> error("a table is no number")
        }

    private fun numbers(table: Table): List<Int> = (table.owner.getField(table.name).get(null) as IntArray).drop(table.from)

    private fun rare(x: Any, lane: Lane): Any = Math.sqrt((x as Number).toDouble()).let { if (lane == Lane.F32) it.toFloat() else it }

    private fun argument(term: Argument): Any {
        val bits = arguments[term.index]
        return when (term.lane) {
            Lane.F32 -> Double.fromBits(bits).toFloat()
            Lane.F64 -> Double.fromBits(bits)
            Lane.I64 -> bits
            else -> bits.toInt()
        }
    }

    private fun literal(term: Literal): Any =
        when (term.lane) {
            Lane.F32 -> term.number.toFloat()
            Lane.F64 -> term.number
            Lane.I64 -> term.bits
            else -> term.bits.toInt()
        }

    private fun unary(code: UnaryCode, x: Any, lane: Lane): Any =
        when (code) {
            UnaryCode.NEG -> each(x, lane, { -it }, { -it }, { -it }, { -it })
            UnaryCode.ABS -> each(x, lane, { Math.abs(it) }, { Math.abs(it) }, { Math.abs(it) }, { Math.abs(it) })
            UnaryCode.SQRT -> each(x, lane, { Math.sqrt(it.toDouble()).toFloat() }, { Math.sqrt(it) }, { error("") }, { error("") })
            UnaryCode.NOT -> each(x, lane, { error("") }, { error("") }, { it.inv() }, { it.inv() })
        }

    private fun each(x: Any, lane: Lane, f32: (Float) -> Float, f64: (Double) -> Double, i32: (Int) -> Int, i64: (Long) -> Long): Any =
        when (x) {
            is Float -> f32(x)
            is Double -> f64(x)
            is Int -> cut(i32(x), lane)
            else -> i64(x as Long)
        }

    private fun binary(code: BinaryCode, a: Any, b: Any, lane: Lane): Any =
        when (a) {
            is Float -> float(code, a, b as Float)
            is Double -> double(code, a, b as Double)
            is Int -> cut(whole(code, a.toLong(), (b as Int).toLong(), 31).toInt(), lane)
            else -> whole(code, a as Long, b as Long, 63)
        }

    private fun float(code: BinaryCode, a: Float, b: Float): Float =
        when (code) {
            BinaryCode.ADD -> a + b
            BinaryCode.SUB -> a - b
            BinaryCode.MUL -> a * b
            BinaryCode.DIV -> a / b
            BinaryCode.MIN -> Math.min(a, b)
            BinaryCode.MAX -> Math.max(a, b)
            else -> error("$code")
        }

    private fun double(code: BinaryCode, a: Double, b: Double): Double =
        when (code) {
            BinaryCode.ADD -> a + b
            BinaryCode.SUB -> a - b
            BinaryCode.MUL -> a * b
            BinaryCode.DIV -> a / b
            BinaryCode.MIN -> Math.min(a, b)
            BinaryCode.MAX -> Math.max(a, b)
            else -> error("$code")
        }

    /** In 64 bits; [mask] is that of shift counts, and 32-bit numbers are cut by the caller. */
    private fun whole(code: BinaryCode, a: Long, b: Long, mask: Int): Long =
        when (code) {
            BinaryCode.ADD -> a + b
            BinaryCode.SUB -> a - b
            BinaryCode.MUL -> a * b
            BinaryCode.DIV -> a / b
            BinaryCode.MIN -> Math.min(a, b)
            BinaryCode.MAX -> Math.max(a, b)
            BinaryCode.AND -> a and b
            BinaryCode.OR -> a or b
            BinaryCode.XOR -> a xor b
            BinaryCode.SHIFT_LEFT -> a shl (b.toInt() and mask)
            BinaryCode.SHIFT_RIGHT -> a shr (b.toInt() and mask)
            BinaryCode.SHIFT_RIGHT_UNSIGNED -> (if (mask == 31) a and 0xffff_ffffL else a) ushr (b.toInt() and mask)
        }

    private fun fma(a: Any, b: Any, c: Any): Any =
        if (a is Float) Math.fma(a, b as Float, c as Float) else Math.fma(a as Double, b as Double, c as Double)

    private fun bits(x: Any): Any =
        when (x) {
            is Float -> x.toRawBits()
            is Double -> x.toRawBits()
            is Int -> Float.fromBits(x)
            else -> Double.fromBits(x as Long)
        }

    private fun convert(x: Any, to: Lane): Any {
        val number = x as Number
        return when (to) {
            Lane.F32 -> number.toFloat()
            Lane.F64 -> number.toDouble()
            Lane.I64 -> number.toLong()
            else -> cut(number.toInt(), to)
        }
    }

    private fun compare(order: Order, a: Any, b: Any): Boolean =
        when (a) {
            is Float -> (b as Float).let { holds(order, a == it, a > it, a < it) }
            is Double -> (b as Double).let { holds(order, a == it, a > it, a < it) }
            is Int -> (b as Int).let { holds(order, a == it, a > it, a < it) }
            else -> (a as Long).let { holds(order, it == b, it > (b as Long), it < b) }
        }

    private fun holds(order: Order, same: Boolean, greater: Boolean, less: Boolean): Boolean =
        when (order) {
            Order.EQ -> same
            Order.NE -> !same
            Order.LT -> less
            Order.LE -> less || same
            Order.GT -> greater
            Order.GE -> greater || same
        }

    private fun cut(x: Int, lane: Lane): Int =
        when (lane) {
            Lane.I8 -> x.toByte().toInt()
            Lane.I16 -> x.toShort().toInt()
            Lane.U8 -> x and 0xff
            else -> x
        }
}
