package dev.rankine.kernels.lanes

/** The terms that this one reads. */
internal val Term.parts: List<Term>
    get() =
        when (this) {
            is Operand, is Argument, is Literal, is Table -> emptyList()
            is Unary -> listOf(x)
            is Binary -> listOf(a, b)
            is Fma -> listOf(a, b, c)
            is Choose -> listOf(mask, a, b)
            is Bits -> listOf(x)
            is Convert -> listOf(x)
            is Call -> arguments
            is Rare -> x + mask + usual
            is Compare -> listOf(a, b)
            is Both -> listOf(a, b)
            is Either -> listOf(a, b)
            is Not -> listOf(mask)
            is Truth -> listOf(x)
            is Flag -> listOf(mask)
            is Pick -> listOf(index, table)
        }

/** The same term of other [parts]. */
internal fun Term.of(parts: List<Term>): Term =
    when (this) {
        is Operand, is Argument, is Literal, is Table -> this
        is Unary -> Unary(code, parts[0])
        is Binary -> Binary(code, parts[0], parts[1])
        is Fma -> Fma(parts[0], parts[1], parts[2])
        is Choose -> Choose(parts[0] as Mask, parts[1], parts[2])
        is Bits -> Bits(parts[0], lane)
        is Convert -> Convert(parts[0], lane)
        is Call -> Call(owner, name, parts, lane)
        is Rare -> Rare(parts[x.size] as Mask, name, parts.take(x.size), parts.last(), owner)
        is Compare -> Compare(order, parts[0], parts[1])
        is Both -> Both(parts[0] as Mask, parts[1] as Mask)
        is Either -> Either(parts[0] as Mask, parts[1] as Mask)
        is Not -> Not(parts[0] as Mask)
        is Truth -> Truth(parts[0], lane)
        is Flag -> Flag(parts[0] as Mask)
        is Pick -> Pick(parts[0], parts[1] as Table)
    }

/** What the term is, apart from its parts: equal terms have equal words and equal parts. */
internal val Term.word: String
    get() =
        when (this) {
            is Operand -> if (step == 1) "x$index" else "x$index/$step"
            is Argument -> "n$index"
            is Literal -> if (lane.isFloating) "c${number.toRawBits()}" else "c$bits"
            is Unary -> code.name
            is Binary -> code.name
            is Compare -> order.name
            is Call -> "${owner.name}.$name"
            is Rare -> "RARE${owner.name}.$name"
            is Fma -> "FMA"
            is Choose -> "CHOOSE"
            is Bits -> "BITS"
            is Convert -> "CONVERT"
            is Both -> "BOTH"
            is Either -> "EITHER"
            is Not -> "INVERT"
            is Truth -> "TRUTH"
            is Flag -> "FLAG"
            is Table -> "TABLE${owner.name}.$name.$from.$length"
            is Pick -> "PICK"
        }

/** Whether of an operand of this graph only every other element is read. */
internal val Graph.skips: Boolean get() = terms.any { it is Operand && it.step == 2 }

/** The same for operands of which every other element is read where [alternates] has their bit. */
internal fun Graph.skipping(alternates: Long): Graph {
    val made = HashMap<Int, Term>()
    for ((number, term) in terms.withIndex()) {
        val isApart = term is Operand && alternates ushr term.index and 1L != 0L
        made[number] = if (isApart) Operand(term.index, term.lane, 2) else term.of(term.parts.map { made.getValue(number(it)) })
    }
    return Graph(results.map { made.getValue(it) })
}

/** Whether the term is read and not computed. */
internal val Term.isLeaf: Boolean get() = this is Operand || this is Argument || this is Literal || this is Table
