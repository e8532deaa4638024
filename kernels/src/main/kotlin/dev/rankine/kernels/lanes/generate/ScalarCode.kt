package dev.rankine.kernels.lanes

import java.lang.classfile.CodeBuilder
import java.lang.classfile.Label
import java.lang.classfile.TypeKind
import java.lang.constant.ConstantDescs
import java.lang.constant.MethodTypeDesc

/** One lane at a time: what vectors leave over, and graphs that have no vectors. */
internal class ScalarCode(code: CodeBuilder, plan: LoopPlan) : LoopCode(code, plan, 1) {
    override fun kind(term: Term): TypeKind =
        when (term) {
            is Mask -> TypeKind.INT
            is Table -> TypeKind.REFERENCE
            else -> term.lane.kind
        }

    override fun leaf(term: Term) {
        if (term is Table) return table(term)
        if (term !is Operand) return number(term)
        read(term.lane) { address(term.index, term.lane.bytes * term.step, isSingle(term)) }
        if (term.lane == Lane.U8) code.loadConstant(0xff).iand()
    }

    override fun store(term: Term, place: Int) {
        write(term.lane, { address(place, term.lane.bytes) }) {
            load(term)
            if (term.lane == Lane.I16) {
                code.i2s()
            } else if (term.lane.isNarrow) {
                code.i2b()
            }
        }
    }

    override fun compute(term: Term) {
        when (term) {
            is Unary -> unary(term)
            is Binary -> binary(term)
            is Fma -> math("fma", term.lane, term.a, term.b, term.c)
            is Choose -> choose(term)
            is Bits -> bits(term)
            is Convert -> convert(term)
            is Call -> call(term)
            is Rare -> rare(term)
            is Compare -> compare(term)
            is Both -> both(term.a, term.b).iand()
            is Either -> both(term.a, term.b).ior()
            is Not -> pushed(term.mask).loadConstant(1).ixor()
            is Truth -> holds { pushed(term.x).ifne(it) }
            is Flag -> push(term.mask)
            is Pick -> pick(term)
            is Operand, is Argument, is Literal, is Table -> leaf(term)
        }
    }

    private fun pushed(term: Term): CodeBuilder {
        push(term)
        return code
    }

    private fun both(a: Term, b: Term): CodeBuilder {
        push(a)
        push(b)
        return code
    }

    private fun math(name: String, lane: Lane, vararg terms: Term) {
        terms.forEach { push(it) }
        code.invokestatic(MATH, name, MethodTypeDesc.of(lane.type, terms.map { lane.type }))
    }

    private fun unary(term: Unary) {
        when (term.code) {
            UnaryCode.NEG -> {
                push(term.x)
                when (term.lane.kind) {
                    TypeKind.FLOAT -> code.fneg()
                    TypeKind.DOUBLE -> code.dneg()
                    TypeKind.LONG -> code.lneg()
                    else -> code.ineg()
                }
            }

            UnaryCode.ABS -> {
                math("abs", term.lane, term.x)
            }

            UnaryCode.SQRT -> {
                push(term.x)
                if (term.lane == Lane.F32) code.f2d()
                code.invokestatic(MATH, "sqrt", MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_double))
                if (term.lane == Lane.F32) code.d2f()
            }

            UnaryCode.NOT -> {
                push(term.x)
                if (term.lane == Lane.I64) code.loadConstant(-1L).lxor() else code.loadConstant(-1).ixor()
            }
        }
        cut(term.lane)
    }

    private fun binary(term: Binary) {
        if (term.code == BinaryCode.MIN || term.code == BinaryCode.MAX) {
            return math(if (term.code == BinaryCode.MIN) "min" else "max", term.lane, term.a, term.b)
        }
        push(term.a)
        push(term.b)
        when (term.lane.kind) {
            TypeKind.FLOAT -> code.float(term.code)
            TypeKind.DOUBLE -> code.double(term.code)
            TypeKind.LONG -> code.long(term.code)
            else -> code.int(term.code)
        }
        cut(term.lane)
    }

    private fun choose(term: Choose) {
        push(term.a)
        push(term.b)
        push(term.mask)
        val isWide = term.lane.kind.slotSize() == 2
        val end = code.newLabel()
        code.ifne(end)
        if (isWide) code.dup2_x2().pop2() else code.swap()
        code.labelBinding(end)
        if (isWide) code.pop2() else code.pop()
    }

    private fun rare(term: Rare) {
        // outside the branch, as others read it too
        term.x.forEach { push(it, true) }
        push(term.usual)
        push(term.mask)
        val end = code.newLabel()
        code.ifeq(end)
        val isWide = term.lane == Lane.F64
        if (isWide) code.pop2() else code.pop()
        for (x in term.x) {
            load(x)
            if (!isWide) code.f2d()
        }
        code.invokestatic(
            term.owner.description,
            term.name,
            MethodTypeDesc.of(ConstantDescs.CD_double, term.x.map { ConstantDescs.CD_double }),
        )
        if (!isWide) code.d2f()
        code.labelBinding(end)
    }

    private fun bits(term: Bits) {
        push(term.x)
        when (term.lane) {
            Lane.I32 -> code.invokestatic(ConstantDescs.CD_Float, "floatToRawIntBits", reinterpreting(Lane.F32, Lane.I32))
            Lane.F32 -> code.invokestatic(ConstantDescs.CD_Float, "intBitsToFloat", reinterpreting(Lane.I32, Lane.F32))
            Lane.I64 -> code.invokestatic(ConstantDescs.CD_Double, "doubleToRawLongBits", reinterpreting(Lane.F64, Lane.I64))
            Lane.F64 -> code.invokestatic(ConstantDescs.CD_Double, "longBitsToDouble", reinterpreting(Lane.I64, Lane.F64))
            else -> error("no bits as ${term.lane}")
        }
    }

    private fun convert(term: Convert) {
        push(term.x)
        if (term.x.lane.kind != term.lane.kind) code.conversion(term.x.lane.kind, term.lane.kind)
        cut(term.lane)
    }

    private fun call(term: Call) {
        term.arguments.forEach { push(it) }
        val owner = term.owner.describeConstable().orElseThrow()
        code.invokestatic(owner, term.name, MethodTypeDesc.of(term.lane.type, term.arguments.map { it.lane.type }))
        cut(term.lane)
    }

    private fun table(term: Table) {
        code.getstatic(term.owner.description, term.name, INTS)
    }

    private fun pick(term: Pick) {
        push(term.table)
        push(term.index)
        code.loadConstant(term.table.length - 1).iand()
        code.loadConstant(term.table.from).iadd().iaload()
    }

    private fun compare(term: Compare) {
        push(term.a)
        push(term.b)
        holds { code.jump(term.order, term.a.lane.kind, it) }
    }

    /** Pushes 1 if [jump] goes to its label, else 0. */
    private fun holds(jump: (Label) -> Unit) {
        val yes = code.newLabel()
        val end = code.newLabel()
        jump(yes)
        code.loadConstant(0).goto_(end)
        code.labelBinding(yes)
        code.loadConstant(1)
        code.labelBinding(end)
    }

    /** Small integers are computed in 32 bits; every step keeps the bits that the type has. */
    private fun cut(lane: Lane) {
        when (lane) {
            Lane.I8 -> code.i2b()
            Lane.I16 -> code.i2s()
            Lane.U8 -> code.loadConstant(0xff).iand()
            else -> Unit
        }
    }

    private fun reinterpreting(from: Lane, to: Lane): MethodTypeDesc = MethodTypeDesc.of(to.type, from.type)
}
