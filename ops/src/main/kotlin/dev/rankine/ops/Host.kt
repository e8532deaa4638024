@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.Layout
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The array that holds [elements] elements of [dtype] on the host: bytes for bool, u8, i8; shorts for i16, f16, bf16. */
public fun hostArray(dtype: DType, elements: Int): Any =
    when (dtype) {
        DType.BOOL, DType.U8, DType.I8 -> ByteArray(elements)
        DType.I16, DType.F16, DType.BF16 -> ShortArray(elements)
        DType.I32 -> IntArray(elements)
        DType.I64 -> LongArray(elements)
        DType.F32 -> FloatArray(elements)
        DType.F64 -> DoubleArray(elements)
    }

/**
 * A value from host elements in row-major order; [array] is of the type that [hostArray] gives for [dtype].
 * The array is copied.
 *
 * @throws dev.rankine.shapes.ShapeException if the number of elements is not that of [sizes].
 * @throws DTypeException if [array] is of another type.
 */
@ShapeRule(READ_RULE)
@JvmOverloads
public fun valueOf(array: Any, dtype: DType, sizes: Sizes, backend: Backend = Backends.current): Value {
    val count =
        java.lang.reflect.Array
            .getLength(array)
    if (count != sizes.elements) {
        throw ShapeException("valueOf: $count elements given for $sizes, which has ${sizes.elements}")
    }
    val type = hostArray(dtype, 0).javaClass
    if (array.javaClass != type) {
        throw DTypeException("valueOf: $dtype elements come in a ${type.simpleName}: ${array.javaClass.simpleName} given")
    }
    val value = Evaluator.allocate(Spec(dtype, sizes), backend)
    backend.upload(array, Evaluator.store(value))
    return value
}

/** A float32 value; see [valueOf]. */
@ShapeRule(READ_RULE)
public fun valueOf(array: FloatArray, vararg sizes: Int): Value = valueOf(array, DType.F32, Sizes.of(*sizes))

/** A float64 value; see [valueOf]. */
@ShapeRule(READ_RULE)
public fun valueOf(array: DoubleArray, vararg sizes: Int): Value = valueOf(array, DType.F64, Sizes.of(*sizes))

/** An int64 value; see [valueOf]. */
@ShapeRule(READ_RULE)
public fun valueOf(array: LongArray, vararg sizes: Int): Value = valueOf(array, DType.I64, Sizes.of(*sizes))

/** An int32 value; see [valueOf]. */
@ShapeRule(READ_RULE)
public fun valueOf(array: IntArray, vararg sizes: Int): Value = valueOf(array, DType.I32, Sizes.of(*sizes))

/** A bool value; see [valueOf]. */
@ShapeRule(READ_RULE)
public fun valueOf(array: BooleanArray, vararg sizes: Int): Value =
    valueOf(ByteArray(array.size) { if (array[it]) 1 else 0 }, DType.BOOL, Sizes.of(*sizes))

/** The elements on the host, in the order of the value's axes. */
public fun Value.elementsOnHost(): Elements = Elements(backend.host(Evaluator.store(this)), layout)

/** A copy of the elements in row-major order, converted to float. */
public fun Value.toFloatArray(): FloatArray = elementsOnHost().let { e -> FloatArray(e.count) { e.double(it).toFloat() } }

/** A copy of the elements in row-major order, converted to double. */
public fun Value.toDoubleArray(): DoubleArray = elementsOnHost().let { e -> DoubleArray(e.count) { e.double(it) } }

/** A copy of the elements in row-major order, converted to long; floats are truncated. */
public fun Value.toLongArray(): LongArray = elementsOnHost().let { e -> LongArray(e.count) { e.long(it) } }

/**
 * The single element as a double.
 *
 * @throws dev.rankine.shapes.ShapeException if there is not exactly one.
 */
@ShapeRule("s -> [] where prod(s) == 1 \"needs exactly one element\"")
public fun Value.item(): Double {
    if (elements != 1) {
        throw ShapeException("item: needs exactly one element: $elements given", listOf("input" to sizes))
    }
    return elementsOnHost().double(0)
}

internal fun Layout.isWhole(storage: Storage): Boolean = isContiguous && offset == 0 && elements == storage.elements
