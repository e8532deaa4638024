package dev.rankine.kernels.lanes

import java.lang.classfile.CodeBuilder
import java.lang.classfile.Label
import java.lang.classfile.TypeKind
import java.lang.constant.ClassDesc
import java.lang.constant.ConstantDescs.CD_boolean
import java.lang.constant.ConstantDescs.CD_int
import java.lang.constant.ConstantDescs.CD_long
import java.lang.constant.ConstantDescs.CD_void
import java.lang.constant.MethodTypeDesc

/** A vector of lanes at a time. Returns the lane where it stopped: the end, or the start of a vector in which a [Rare] mask holds. */
internal class VectorCode(code: CodeBuilder, plan: LoopPlan) : LoopCode(code, plan, plan.graph.vectorLength) {
    private val masks = MaskCode(code, plan.graph.vectorLength)
    private val unknown = code.allocateLocal(TypeKind.INT)

    /** Whole numbers of the size of the lanes, and the places of every other of two vectors of them. */
    private val whole = if (graph.lane.bytes == 8) Lane.I64 else Lane.I32
    private val even = code.allocateLocal(TypeKind.REFERENCE)
    private val isShort = graph.results.size == 1 && graph.terms.none { it is Mask } && graph.terms.count { !it.isLeaf } <= SHORT

    override fun kind(term: Term): TypeKind = TypeKind.REFERENCE

    override fun leaf(term: Term) {
        val lane = term.lane
        if (term is Operand && lane == Lane.BOOL) return truth(term)
        if (term is Table) return table(term)
        if (term is Operand && term.step == 2) {
            alternate(term)
        } else if (term is Operand && !isSingle(term)) {
            load(lane) { address(term.index, lane.bytes) }
        } else {
            species(lane)
            if (term is Operand) read(lane) { address(term.index, lane.bytes, true) } else number(term)
            code.invokestatic(lane.vector, "broadcast", MethodTypeDesc.of(lane.vector, SPECIES, lane.type))
        }
    }

    override fun store(term: Term, place: Int) {
        if (term is Flag) return masks.store(this::write, { load(term) }) { offset -> address(place, 1).also { masks.plus(offset) } }
        load(term)
        code.getstatic(LANES, "ALL", SEGMENT)
        address(place, term.lane.bytes)
        code.getstatic(LANES, "ORDER", BYTE_ORDER)
        code.invokevirtual(term.lane.vector, "intoMemorySegment", MethodTypeDesc.of(CD_void, SEGMENT, CD_long, BYTE_ORDER))
    }

    override fun compute(term: Term) {
        when (term) {
            is Unary -> call(term.lane, unaryName(term.code), term.x)
            is Binary -> binary(term)
            is Fma -> call(term.lane, "fma", term.a, term.b, term.c)
            is Choose -> choose(term)
            is Bits -> bits(term)
            is Convert -> convert(term)
            is Compare -> compare(term)
            is Both -> join("and", term.a, term.b)
            is Either -> join("or", term.a, term.b)
            is Not -> mask(term.mask, laneOf(term)).also { code.invokevirtual(MASK, "not", MethodTypeDesc.of(MASK)) }
            is Truth -> push(term.x)
            is Flag -> push(term.mask)
            is Call -> error("no vectors of ${term.name}")
            is Rare -> push(term.mask, true).also { push(term.usual) }
            is Pick -> pick(term)
            is Operand, is Argument, is Literal, is Table -> leaf(term)
        }
    }

    override fun guard(stop: Label) {
        for (term in graph.terms) {
            if (term !is Rare) continue
            load(term.mask)
            code.invokevirtual(MASK, "anyTrue", MethodTypeDesc.of(CD_boolean)).ifne(stop)
        }
    }

    /**
     * The compiler must not know the step of a short loop, or it unrolls it eight times: the processor follows eight loads worse than one. A number
     * added to 4 MB took 105 us so and takes 87, to 40 MB 3.0 and 2.5 ms, to 1 Ki numbers 63 and 48 ns; in place a tenth to a fifth is lost in the
     * caches. A long loop is not unrolled anyway, and half as fast if its step is not known.
     */
    override fun prepare() {
        if (graph.skips) {
            species(whole)
            code.loadConstant(0).apply { if (whole == Lane.I64) i2l() }
            code.invokestatic(whole.vector, "broadcast", MethodTypeDesc.of(whole.vector, SPECIES, whole.type))
            code.loadConstant(2).invokevirtual(whole.vector, "addIndex", MethodTypeDesc.of(whole.vector, CD_int)).astore(even)
        }
        if (!isShort) return
        code
            .getstatic(LANES, "one", CD_int)
            .loadConstant(step)
            .imul()
            .istore(unknown)
    }

    override fun advance() {
        if (!isShort) return super.advance()
        code
            .iload(lane)
            .iload(unknown)
            .iadd()
            .istore(lane)
    }

    override fun finish() {
        code.iload(lane).ireturn()
    }

    private fun load(lane: Lane, address: () -> Unit) {
        species(lane)
        code.getstatic(LANES, "ALL", SEGMENT)
        address()
        code.getstatic(LANES, "ORDER", BYTE_ORDER)
        code.invokestatic(lane.vector, "fromMemorySegment", MethodTypeDesc.of(lane.vector, SPECIES, SEGMENT, CD_long, BYTE_ORDER))
    }

    /** Pushes every other number of two vectors of neighbours. */
    private fun alternate(operand: Operand) {
        val bytes = operand.lane.bytes * 2
        code.aload(even)
        load(whole) { address(operand.index, bytes) }
        load(whole) { address(operand.index, bytes).also { code.loadConstant(Lanes.BITS / 8L).ladd() } }
        code.invokevirtual(whole.vector, "selectFrom", MethodTypeDesc.of(whole.vector, VECTOR, VECTOR))
        if (whole != operand.lane) reinterpret(operand.lane)
    }

    private fun species(lane: Lane) {
        code.getstatic(LANES, lane.name, SPECIES)
    }

    private fun call(lane: Lane, name: String, vararg terms: Term) {
        terms.forEach { push(it) }
        code.invokevirtual(lane.vector, name, MethodTypeDesc.of(lane.vector, List(terms.size - 1) { VECTOR }))
    }

    private fun binary(term: Binary) {
        when (term.code) {
            BinaryCode.XOR -> lanewise(term, "XOR", "Associative")
            BinaryCode.SHIFT_LEFT -> lanewise(term, "LSHL", "Binary")
            BinaryCode.SHIFT_RIGHT -> lanewise(term, "ASHR", "Binary")
            BinaryCode.SHIFT_RIGHT_UNSIGNED -> lanewise(term, "LSHR", "Binary")
            else -> call(term.lane, term.code.name.lowercase(), term.a, term.b)
        }
    }

    private fun lanewise(term: Binary, name: String, kind: String) {
        push(term.a)
        code.getstatic(OPERATORS, name, operator(kind))
        val b = term.b
        // one count for all lanes has an instruction of its own
        if (b is Literal) number(b) else push(b)
        val second = if (b is Literal) b.lane.type else VECTOR
        code.invokevirtual(term.lane.vector, "lanewise", MethodTypeDesc.of(term.lane.vector, operator("Binary"), second))
    }

    private fun choose(term: Choose) {
        push(term.b)
        push(term.a)
        mask(term.mask, term.lane)
        code.invokevirtual(term.lane.vector, "blend", MethodTypeDesc.of(term.lane.vector, VECTOR, MASK))
    }

    private fun bits(term: Bits) {
        push(term.x)
        reinterpret(term.lane)
    }

    private fun reinterpret(lane: Lane) {
        val name =
            when (lane) {
                Lane.F32 -> "Floats"
                Lane.F64 -> "Doubles"
                Lane.I32 -> "Ints"
                else -> "Longs"
            }
        code.invokevirtual(VECTOR, "reinterpretAs$name", MethodTypeDesc.of(lane.vector))
    }

    private fun convert(term: Convert) {
        push(term.x)
        if (term.x.lane == term.lane) return
        code.getstatic(OPERATORS, "${term.x.lane.letter}2${term.lane.letter}", operator("Conversion")).loadConstant(0)
        code.invokevirtual(VECTOR, "convert", MethodTypeDesc.of(VECTOR, operator("Conversion"), CD_int)).checkcast(term.lane.vector)
    }

    private fun table(term: Table) {
        species(term.lane)
        code.getstatic(term.owner.description, term.name, INTS).loadConstant(term.from)
        code.invokestatic(term.lane.vector, "fromArray", MethodTypeDesc.of(term.lane.vector, SPECIES, INTS, CD_int))
    }

    private fun pick(term: Pick) {
        push(term.index)
        push(term.table)
        code.invokevirtual(term.lane.vector, "selectFrom", MethodTypeDesc.of(term.lane.vector, VECTOR))
    }

    private fun compare(term: Compare) {
        push(term.a)
        code.getstatic(OPERATORS, term.order.name, operator("Comparison"))
        push(term.b)
        code.invokevirtual(term.a.lane.vector, "compare", MethodTypeDesc.of(MASK, operator("Comparison"), VECTOR))
    }

    private fun join(name: String, a: Mask, b: Mask) {
        push(a)
        mask(b, laneOf(a))
        code.invokevirtual(MASK, name, MethodTypeDesc.of(MASK, MASK))
    }

    /** Pushes [mask] as a mask for vectors of [lane]. */
    private fun mask(mask: Mask, lane: Lane) {
        push(mask)
        if (laneOf(mask) == lane) return
        species(lane)
        code.invokevirtual(MASK, "cast", MethodTypeDesc.of(MASK, SPECIES))
    }

    /** The lane of the vectors for which [mask] is made. */
    private fun laneOf(mask: Mask): Lane =
        when (mask) {
            is Compare -> mask.a.lane
            is Both -> laneOf(mask.a)
            is Either -> laneOf(mask.a)
            is Not -> laneOf(mask.mask)
            is Truth -> graph.lane
        }

    /** Pushes the mask of a bool operand. */
    private fun truth(operand: Operand) {
        species(graph.lane)
        if (isSingle(operand)) {
            masks.repeated { read(Lane.BOOL) { address(operand.index, 1, true) } }
        } else {
            masks.load(this::read) { offset -> address(operand.index, 1).also { masks.plus(offset) } }
        }
        code.invokestatic(MASK, "fromLong", MethodTypeDesc.of(MASK, SPECIES, CD_long))
    }

    private fun unaryName(code: UnaryCode): String = code.name.lowercase()

    private val Lane.letter: Char
        get() =
            when (this) {
                Lane.F32 -> 'F'
                Lane.F64 -> 'D'
                Lane.I32 -> 'I'
                else -> 'L'
            }

    private companion object {
        /** A loop with more operations than this is long. */
        const val SHORT = 4
    }
}

/** How many lanes of this graph a vector has. */
internal val Graph.vectorLength: Int get() = Lanes.BITS / 8 / lane.bytes

/** Generated code names this class. */
internal val Class<*>.description: ClassDesc get() = describeConstable().orElseThrow()
