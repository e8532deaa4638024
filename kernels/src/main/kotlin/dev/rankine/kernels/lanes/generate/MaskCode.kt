package dev.rankine.kernels.lanes

import java.lang.classfile.CodeBuilder
import java.lang.constant.ConstantDescs.CD_Long
import java.lang.constant.ConstantDescs.CD_long
import java.lang.constant.MethodTypeDesc

/**
 * Between the bits of a mask and bool bytes: eight bytes at a time by the processor's own instructions for gathering and spreading bits.
 *
 * @param lanes how many lanes a vector has: 2, 4, 8 or 16.
 */
internal class MaskCode(private val code: CodeBuilder, private val lanes: Int) {
    private val unit: Lane =
        when (lanes) {
            2 -> Lane.I16
            4 -> Lane.I32
            else -> Lane.I64
        }

    /** Pushes the bits of the bool bytes at [address]. */
    fun load(read: (Lane, () -> Unit) -> Unit, address: (Int) -> Unit) {
        for (offset in 0 until lanes step unit.bytes) {
            read(unit) { address(offset) }
            if (unit != Lane.I64) code.i2l()
            code.loadConstant(ONES).invokestatic(CD_Long, "compress", BY_LONG)
            if (offset > 0) code.loadConstant(offset).lshl().lor()
        }
    }

    /** Pushes the bits of a mask that is everywhere the bool that [value] pushes. */
    fun repeated(value: () -> Unit) {
        value()
        code.i2l().lneg()
    }

    /** Writes the mask that [mask] pushes as bool bytes to [address]. */
    fun store(write: (Lane, () -> Unit, () -> Unit) -> Unit, mask: () -> Unit, address: (Int) -> Unit) {
        for (offset in 0 until lanes step unit.bytes) {
            write(unit, { address(offset) }) {
                mask()
                code.invokevirtual(MASK, "toLong", MethodTypeDesc.of(CD_long))
                if (offset > 0) code.loadConstant(offset).lushr()
                code.loadConstant(ONES).invokestatic(CD_Long, "expand", BY_LONG)
                if (unit != Lane.I64) code.l2i()
                if (unit == Lane.I16) code.i2s()
            }
        }
    }

    /** Adds [offset] to the address on the stack. */
    fun plus(offset: Int) {
        if (offset > 0) code.loadConstant(offset.toLong()).ladd()
    }

    private companion object {
        const val ONES = 0x0101010101010101L
        val BY_LONG: MethodTypeDesc = MethodTypeDesc.of(CD_long, CD_long, CD_long)
    }
}
