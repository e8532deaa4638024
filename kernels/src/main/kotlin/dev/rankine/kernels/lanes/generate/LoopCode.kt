package dev.rankine.kernels.lanes

import java.lang.classfile.CodeBuilder
import java.lang.classfile.Label
import java.lang.classfile.TypeKind
import java.lang.constant.ConstantDescs
import java.lang.constant.MethodTypeDesc

/**
 * The body of a static method that loops over lanes `from until to` by [step]. What does not change from lane to lane stands before the
 * loop; a number that several terms read is kept in a local variable, all others stay on the stack.
 */
internal abstract class LoopCode(protected val code: CodeBuilder, protected val plan: LoopPlan, protected val step: Int) {
    protected val graph: Graph = plan.graph
    private val locals = HashMap<Int, Int>()
    private val addresses = HashMap<Int, Int>()
    protected val lane = code.allocateLocal(TypeKind.INT)

    /** What a term is on the stack and in a local variable. */
    protected abstract fun kind(term: Term): TypeKind

    /** Pushes what a leaf is. */
    protected abstract fun leaf(term: Term)

    /** Pushes what a term is that is no leaf, by [push] of its parts. */
    protected abstract fun compute(term: Term)

    /** Stores the local variable that holds [term] at [place]. */
    protected abstract fun store(term: Term, place: Int)

    /** Jumps to [stop] if this step is not for this loop; nothing of it has been stored. */
    protected open fun guard(stop: Label) {}

    /** What stands before the loop. */
    protected open fun prepare() {}

    /** Adds [step] to the lane. */
    protected open fun advance() {
        code.iinc(lane, step)
    }

    /** Leaves the method. */
    protected open fun finish() {
        code.return_()
    }

    fun emit() {
        addresses()
        for (term in graph.terms) if (isFixed(term)) keep(term) { leaf(term) }
        prepare()
        val top = code.newLabel()
        val end = code.newLabel()
        code.iload(2).istore(lane)
        code.labelBinding(top)
        code.iload(lane).iload(3).if_icmpge(end)
        // every operand is read before a result is written: they may be the same memory
        for (result in graph.results) push(graph.terms[result], true)
        guard(end)
        for ((i, result) in graph.results.withIndex()) store(graph.terms[result], plan.targets[i])
        advance()
        code.goto_(top)
        code.labelBinding(end)
        finish()
    }

    /** Pushes [term]; computed once if it is read more often, or if it is [kept]. */
    protected fun push(term: Term, kept: Boolean = false) {
        val number = graph.number(term)
        val local = locals[number]
        when {
            local != null -> {
                if (!kept) code.loadLocal(kind(term), local)
            }

            kept || graph.readers[number] > 1 -> {
                keep(term) { if (term.isLeaf) leaf(term) else compute(term) }
                if (!kept) code.loadLocal(kind(term), locals.getValue(number))
            }

            else -> {
                if (term.isLeaf) leaf(term) else compute(term)
            }
        }
    }

    /** Pushes a term that is in a local variable. */
    protected fun load(term: Term) {
        code.loadLocal(kind(term), locals.getValue(graph.number(term)))
    }

    /** Pushes the address of this lane at [place], whose elements have [bytes], or of the only element there. */
    protected fun address(place: Int, bytes: Int, single: Boolean = false) {
        code.lload(addresses.getValue(place))
        if (single) return
        code.iload(lane).i2l()
        if (bytes > 1) code.loadConstant(Integer.numberOfTrailingZeros(bytes)).lshl()
        code.ladd()
    }

    protected fun isSingle(operand: Operand): Boolean = plan.singles ushr operand.index and 1L != 0L

    /** Pushes argument or literal [term] as one number of its lane. */
    protected fun number(term: Term) {
        if (term is Literal) {
            when (term.lane) {
                Lane.F32 -> code.loadConstant(term.number.toFloat())
                Lane.F64 -> code.loadConstant(term.number)
                Lane.I64 -> code.loadConstant(term.bits)
                else -> code.loadConstant(term.bits.toInt())
            }
        } else {
            code.aload(1).loadConstant((term as Argument).index).laload()
            if (term.lane.isFloating) code.invokestatic(ConstantDescs.CD_Double, "longBitsToDouble", TO_DOUBLE)
            when (term.lane) {
                Lane.F32 -> code.d2f()
                Lane.F64, Lane.I64 -> Unit
                else -> code.l2i()
            }
        }
    }

    /** Pushes the element of [lane] at the address on the stack. */
    protected fun read(lane: Lane, address: () -> Unit) {
        val memory = lane.memory
        val layout = VALUES.nested(memory.kind)
        code.getstatic(LANES, "ALL", SEGMENT).getstatic(VALUES, memory.layout, layout)
        address()
        code.invokeinterface(SEGMENT, "get", MethodTypeDesc.of(memory.type, layout, ConstantDescs.CD_long))
    }

    /** Stores the element of [lane] that [value] pushes. */
    protected fun write(lane: Lane, address: () -> Unit, value: () -> Unit) {
        val memory = lane.memory
        val layout = VALUES.nested(memory.kind)
        code.getstatic(LANES, "ALL", SEGMENT).getstatic(VALUES, memory.layout, layout)
        address()
        value()
        code.invokeinterface(SEGMENT, "set", MethodTypeDesc.of(ConstantDescs.CD_void, layout, ConstantDescs.CD_long, memory.type))
    }

    private fun addresses() {
        val read = graph.terms.filterIsInstance<Operand>().map { it.index }
        for (place in (read + plan.targets.asList()).distinct()) {
            val local = code.allocateLocal(TypeKind.LONG)
            code
                .aload(0)
                .loadConstant(place)
                .laload()
                .lstore(local)
            addresses[place] = local
        }
    }

    private fun isFixed(term: Term): Boolean = term is Argument || term is Literal || term is Table || (term is Operand && isSingle(term))

    private fun keep(term: Term, value: () -> Unit) {
        value()
        val local = code.allocateLocal(kind(term))
        code.storeLocal(kind(term), local)
        locals[graph.number(term)] = local
    }

    private companion object {
        val TO_DOUBLE: MethodTypeDesc = MethodTypeDesc.of(ConstantDescs.CD_double, ConstantDescs.CD_long)
    }
}
