package dev.rankine.kernels.lanes

import java.lang.classfile.TypeKind
import java.lang.constant.ClassDesc
import java.lang.constant.ConstantDescs
import java.lang.constant.MethodTypeDesc

// The classes and signatures that generated code names.

private const val VECTORS = "jdk.incubator.vector."

internal val LANES: ClassDesc = ClassDesc.of("dev.rankine.kernels.lanes.Lanes")
internal val VECTOR: ClassDesc = ClassDesc.of(VECTORS + "Vector")
internal val SPECIES: ClassDesc = ClassDesc.of(VECTORS + "VectorSpecies")
internal val MASK: ClassDesc = ClassDesc.of(VECTORS + "VectorMask")
internal val OPERATORS: ClassDesc = ClassDesc.of(VECTORS + "VectorOperators")
internal val SEGMENT: ClassDesc = ClassDesc.of("java.lang.foreign.MemorySegment")
internal val VALUES: ClassDesc = ClassDesc.of("java.lang.foreign.ValueLayout")
internal val BYTE_ORDER: ClassDesc = ClassDesc.of("java.nio.ByteOrder")
internal val MATH: ClassDesc = ClassDesc.of("java.lang.Math")

internal val LONGS: ClassDesc = ConstantDescs.CD_long.arrayType()

internal val INTS: ClassDesc = ConstantDescs.CD_int.arrayType()

/** `void (long[] places, long[] numbers, int from, int to)`. */
internal val LOOP_TYPE: MethodTypeDesc =
    MethodTypeDesc.of(ConstantDescs.CD_void, LONGS, LONGS, ConstantDescs.CD_int, ConstantDescs.CD_int)

/** As [LOOP_TYPE], but with the lane where it stopped. */
internal val VECTORS_TYPE: MethodTypeDesc = LOOP_TYPE.changeReturnType(ConstantDescs.CD_int)

internal fun operator(kind: String): ClassDesc = OPERATORS.nested(kind)

/** The class of a vector of these lanes. */
internal val Lane.vector: ClassDesc
    get() =
        ClassDesc.of(
            VECTORS +
                when (this) {
                    Lane.F32 -> "FloatVector"
                    Lane.F64 -> "DoubleVector"
                    Lane.I32 -> "IntVector"
                    Lane.I64 -> "LongVector"
                    else -> error("no vectors of $this")
                },
        )

/** What one number of the lane is on the stack. */
internal val Lane.kind: TypeKind
    get() =
        when (this) {
            Lane.F32 -> TypeKind.FLOAT
            Lane.F64 -> TypeKind.DOUBLE
            Lane.I64 -> TypeKind.LONG
            else -> TypeKind.INT
        }

/** The Java type of one number of the lane while it is computed. */
internal val Lane.type: ClassDesc get() = kind.upperBound()

/** How memory holds the lane: the Java type, the constant of `ValueLayout`, and its class. */
internal class Memorized(val type: ClassDesc, val layout: String, val kind: String)

internal val Lane.memory: Memorized
    get() =
        when (this) {
            Lane.F32 -> Memorized(ConstantDescs.CD_float, "JAVA_FLOAT_UNALIGNED", "OfFloat")
            Lane.F64 -> Memorized(ConstantDescs.CD_double, "JAVA_DOUBLE_UNALIGNED", "OfDouble")
            Lane.I32 -> Memorized(ConstantDescs.CD_int, "JAVA_INT_UNALIGNED", "OfInt")
            Lane.I64 -> Memorized(ConstantDescs.CD_long, "JAVA_LONG_UNALIGNED", "OfLong")
            Lane.I16 -> Memorized(ConstantDescs.CD_short, "JAVA_SHORT_UNALIGNED", "OfShort")
            Lane.I8, Lane.U8, Lane.BOOL -> Memorized(ConstantDescs.CD_byte, "JAVA_BYTE", "OfByte")
        }
