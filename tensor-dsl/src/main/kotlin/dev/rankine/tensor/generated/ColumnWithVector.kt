package dev.rankine.tensor

import dev.rankine.ops.div
import dev.rankine.ops.eq
import dev.rankine.ops.ge
import dev.rankine.ops.gt
import dev.rankine.ops.invoke
import dev.rankine.ops.le
import dev.rankine.ops.logicalAnd
import dev.rankine.ops.logicalOr
import dev.rankine.ops.logicalXor
import dev.rankine.ops.lt
import dev.rankine.ops.maximum
import dev.rankine.ops.minimum
import dev.rankine.ops.minus
import dev.rankine.ops.ne
import dev.rankine.ops.plus
import dev.rankine.ops.pow
import dev.rankine.ops.remainder
import dev.rankine.ops.times
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.One
import dev.rankine.shapes.Vec

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("plusColumnWithVector")
public operator fun <A : Dim<A>> Tensor<Mat<A, One>>.plus(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(value + other.value)

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("minusColumnWithVector")
public operator fun <A : Dim<A>> Tensor<Mat<A, One>>.minus(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(value - other.value)

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("timesColumnWithVector")
public operator fun <A : Dim<A>> Tensor<Mat<A, One>>.times(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(value * other.value)

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("divColumnWithVector")
public operator fun <A : Dim<A>> Tensor<Mat<A, One>>.div(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(value / other.value)

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("eqColumnWithVector")
public infix fun <A : Dim<A>> Tensor<Mat<A, One>>.eq(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(eq(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("neColumnWithVector")
public infix fun <A : Dim<A>> Tensor<Mat<A, One>>.ne(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(ne(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("ltColumnWithVector")
public infix fun <A : Dim<A>> Tensor<Mat<A, One>>.lt(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(lt(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("leColumnWithVector")
public infix fun <A : Dim<A>> Tensor<Mat<A, One>>.le(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(le(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("gtColumnWithVector")
public infix fun <A : Dim<A>> Tensor<Mat<A, One>>.gt(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(gt(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("geColumnWithVector")
public infix fun <A : Dim<A>> Tensor<Mat<A, One>>.ge(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(ge(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("logicalAndColumnWithVector")
public infix fun <A : Dim<A>> Tensor<Mat<A, One>>.logicalAnd(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(logicalAnd(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("logicalOrColumnWithVector")
public infix fun <A : Dim<A>> Tensor<Mat<A, One>>.logicalOr(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(logicalOr(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("logicalXorColumnWithVector")
public infix fun <A : Dim<A>> Tensor<Mat<A, One>>.logicalXor(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(logicalXor(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("maximumColumnWithVector")
public fun <A : Dim<A>> Tensor<Mat<A, One>>.maximum(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(maximum(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("minimumColumnWithVector")
public fun <A : Dim<A>> Tensor<Mat<A, One>>.minimum(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(minimum(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("powColumnWithVector")
public fun <A : Dim<A>> Tensor<Mat<A, One>>.pow(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(pow(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("remainderColumnWithVector")
public fun <A : Dim<A>> Tensor<Mat<A, One>>.remainder(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(remainder(value, other.value))
