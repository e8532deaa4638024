package dev.rankine.tensor

import dev.rankine.ops.and
import dev.rankine.ops.atan2
import dev.rankine.ops.bitwiseAnd
import dev.rankine.ops.bitwiseOr
import dev.rankine.ops.bitwiseXor
import dev.rankine.ops.div
import dev.rankine.ops.eq
import dev.rankine.ops.floorDivide
import dev.rankine.ops.fmod
import dev.rankine.ops.ge
import dev.rankine.ops.gt
import dev.rankine.ops.hypot
import dev.rankine.ops.invoke
import dev.rankine.ops.le
import dev.rankine.ops.logaddexp
import dev.rankine.ops.logicalAnd
import dev.rankine.ops.logicalOr
import dev.rankine.ops.logicalXor
import dev.rankine.ops.lt
import dev.rankine.ops.maximum
import dev.rankine.ops.minimum
import dev.rankine.ops.minus
import dev.rankine.ops.ne
import dev.rankine.ops.or
import dev.rankine.ops.plus
import dev.rankine.ops.pow
import dev.rankine.ops.rem
import dev.rankine.ops.remainder
import dev.rankine.ops.times
import dev.rankine.ops.truncDivide
import dev.rankine.ops.xlogy
import dev.rankine.ops.xor
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
@JvmName("remColumnWithVector")
public operator fun <A : Dim<A>> Tensor<Mat<A, One>>.rem(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(value % other.value)

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("andColumnWithVector")
public infix fun <A : Dim<A>> Tensor<Mat<A, One>>.and(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(value and other.value)

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("orColumnWithVector")
public infix fun <A : Dim<A>> Tensor<Mat<A, One>>.or(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(value or other.value)

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("xorColumnWithVector")
public infix fun <A : Dim<A>> Tensor<Mat<A, One>>.xor(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(value xor other.value)

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("bitwiseAndColumnWithVector")
public infix fun <A : Dim<A>> Tensor<Mat<A, One>>.bitwiseAnd(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(bitwiseAnd(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("bitwiseOrColumnWithVector")
public infix fun <A : Dim<A>> Tensor<Mat<A, One>>.bitwiseOr(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(bitwiseOr(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("bitwiseXorColumnWithVector")
public infix fun <A : Dim<A>> Tensor<Mat<A, One>>.bitwiseXor(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(bitwiseXor(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("atan2ColumnWithVector")
public fun <A : Dim<A>> Tensor<Mat<A, One>>.atan2(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(atan2(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("hypotColumnWithVector")
public fun <A : Dim<A>> Tensor<Mat<A, One>>.hypot(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(hypot(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("xlogyColumnWithVector")
public fun <A : Dim<A>> Tensor<Mat<A, One>>.xlogy(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(xlogy(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("logaddexpColumnWithVector")
public fun <A : Dim<A>> Tensor<Mat<A, One>>.logaddexp(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(logaddexp(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("floorDivideColumnWithVector")
public fun <A : Dim<A>> Tensor<Mat<A, One>>.floorDivide(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(floorDivide(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("truncDivideColumnWithVector")
public fun <A : Dim<A>> Tensor<Mat<A, One>>.truncDivide(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(truncDivide(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("fmodColumnWithVector")
public fun <A : Dim<A>> Tensor<Mat<A, One>>.fmod(other: Tensor<Vec<A>>): Tensor<Vec<A>> = Tensor(fmod(value, other.value))

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
