package dev.rankine.kernels.lanes

import java.lang.classfile.CodeBuilder
import java.lang.classfile.Label
import java.lang.classfile.TypeKind

// The instructions of Java for two numbers on the stack.

internal fun CodeBuilder.float(code: BinaryCode) {
    when (code) {
        BinaryCode.ADD -> fadd()
        BinaryCode.SUB -> fsub()
        BinaryCode.MUL -> fmul()
        BinaryCode.DIV -> fdiv()
        else -> error("no $code of floats")
    }
}

internal fun CodeBuilder.double(code: BinaryCode) {
    when (code) {
        BinaryCode.ADD -> dadd()
        BinaryCode.SUB -> dsub()
        BinaryCode.MUL -> dmul()
        BinaryCode.DIV -> ddiv()
        else -> error("no $code of doubles")
    }
}

internal fun CodeBuilder.int(code: BinaryCode) {
    when (code) {
        BinaryCode.ADD -> iadd()
        BinaryCode.SUB -> isub()
        BinaryCode.MUL -> imul()
        BinaryCode.DIV -> idiv()
        BinaryCode.AND -> iand()
        BinaryCode.OR -> ior()
        BinaryCode.XOR -> ixor()
        BinaryCode.SHIFT_LEFT -> ishl()
        BinaryCode.SHIFT_RIGHT -> ishr()
        BinaryCode.SHIFT_RIGHT_UNSIGNED -> iushr()
        BinaryCode.MIN, BinaryCode.MAX -> error("$code is a method")
    }
}

internal fun CodeBuilder.long(code: BinaryCode) {
    when (code) {
        BinaryCode.ADD -> ladd()
        BinaryCode.SUB -> lsub()
        BinaryCode.MUL -> lmul()
        BinaryCode.DIV -> ldiv()
        BinaryCode.AND -> land()
        BinaryCode.OR -> lor()
        BinaryCode.XOR -> lxor()
        BinaryCode.SHIFT_LEFT -> l2i().lshl()
        BinaryCode.SHIFT_RIGHT -> l2i().lshr()
        BinaryCode.SHIFT_RIGHT_UNSIGNED -> l2i().lushr()
        BinaryCode.MIN, BinaryCode.MAX -> error("$code is a method")
    }
}

/** Jumps to [target] if the two numbers on the stack have this [order]. */
internal fun CodeBuilder.jump(order: Order, kind: TypeKind, target: Label) {
    if (kind == TypeKind.INT) {
        when (order) {
            Order.EQ -> if_icmpeq(target)
            Order.NE -> if_icmpne(target)
            Order.LT -> if_icmplt(target)
            Order.LE -> if_icmple(target)
            Order.GT -> if_icmpgt(target)
            Order.GE -> if_icmpge(target)
        }
        return
    }
    // NaN compares as the answer that makes the order false
    val isLess = order == Order.LT || order == Order.LE
    when (kind) {
        TypeKind.FLOAT -> if (isLess) fcmpg() else fcmpl()
        TypeKind.DOUBLE -> if (isLess) dcmpg() else dcmpl()
        else -> lcmp()
    }
    when (order) {
        Order.EQ -> ifeq(target)
        Order.NE -> ifne(target)
        Order.LT -> iflt(target)
        Order.LE -> ifle(target)
        Order.GT -> ifgt(target)
        Order.GE -> ifge(target)
    }
}
