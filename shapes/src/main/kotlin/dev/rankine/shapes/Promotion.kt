@file:JvmName("Promotion")

package dev.rankine.shapes

/**
 * The narrowest type that holds the values of both [a] and [b], by PyTorch's table: the result of `tensor op tensor` where both have axes.
 *
 * Bool yields to all, integers yield to floating-point numbers. `uint8` and `int8` meet in `int16`, `float16` and `bfloat16` in `float32`;
 * else the wider one is the result. A floating-point type is never widened by an integer: `int64` and `float16` give `float16`.
 *
 * Source: PyTorch, "Tensor Attributes: type promotion".
 */
public fun promote(a: DType, b: DType): DType {
    val low = if (a <= b) a else b
    val high = if (a <= b) b else a
    return when {
        low == DType.U8 && high == DType.I8 -> DType.I16
        low == DType.F16 && high == DType.BF16 -> DType.F32
        else -> high
    }
}

/**
 * The result type of `tensor op tensor` for tensors of type [a] and rank [aRank], [b] and [bRank].
 *
 * If exactly one of them is a scalar (rank 0), the one with axes keeps its type unless the scalar is of a higher category
 * (bool < integer < floating point), whose type then is the result: `float16` with a scalar `float64` gives `float16`,
 * `uint8` with a scalar `int64` gives `uint8`, `int64` with a scalar `float16` gives `float16`. Else this is `promote(a, b)`.
 */
public fun promote(a: DType, aRank: Int, b: DType, bRank: Int): DType =
    when {
        aRank != 0 && bRank == 0 -> yielding(a, b)
        aRank == 0 && bRank != 0 -> yielding(b, a)
        else -> promote(a, b)
    }

/**
 * The result type of `tensor op number` for a tensor of type [a], whatever its rank.
 *
 * `Byte`, `Short`, `Int`, `Long` make a bool tensor `int64` and leave every other type;
 * `Float` and `Double` make bool and integers [DType.DEFAULT] and leave floating-point types.
 *
 * @throws DTypeException if [number] is of another class.
 */
public fun promoteNumber(a: DType, number: Number): DType =
    when (number) {
        is Byte, is Short, is Int, is Long -> yielding(a, DType.I64)
        is Float, is Double -> yielding(a, DType.DEFAULT)
        else -> throw DTypeException("promote: not a number that tensors hold: $number is a ${number::class.java.simpleName}")
    }

/** The result type of `tensor op flag` for a tensor of type [a]: a Boolean leaves every type. [flag] is taken for symmetry only. */
public fun promoteNumber(a: DType, flag: Boolean): DType = a

/** [kept], unless [weak] is of a higher category. */
private fun yielding(kept: DType, weak: DType): DType = if (category(weak) > category(kept)) weak else kept

private fun category(type: DType): Int =
    when {
        type.isFloating -> 2
        type.isInteger -> 1
        else -> 0
    }
