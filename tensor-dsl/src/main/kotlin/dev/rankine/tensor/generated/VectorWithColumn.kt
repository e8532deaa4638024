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
@JvmName("plusVectorWithColumn")
public operator fun <A : Dim<A>> Tensor<Vec<A>>.plus(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(value + other.value)

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("minusVectorWithColumn")
public operator fun <A : Dim<A>> Tensor<Vec<A>>.minus(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(value - other.value)

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("timesVectorWithColumn")
public operator fun <A : Dim<A>> Tensor<Vec<A>>.times(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(value * other.value)

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("divVectorWithColumn")
public operator fun <A : Dim<A>> Tensor<Vec<A>>.div(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(value / other.value)

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("remVectorWithColumn")
public operator fun <A : Dim<A>> Tensor<Vec<A>>.rem(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(value % other.value)

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("andVectorWithColumn")
public infix fun <A : Dim<A>> Tensor<Vec<A>>.and(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(value and other.value)

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("orVectorWithColumn")
public infix fun <A : Dim<A>> Tensor<Vec<A>>.or(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(value or other.value)

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("xorVectorWithColumn")
public infix fun <A : Dim<A>> Tensor<Vec<A>>.xor(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(value xor other.value)

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("bitwiseAndVectorWithColumn")
public infix fun <A : Dim<A>> Tensor<Vec<A>>.bitwiseAnd(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(bitwiseAnd(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("bitwiseOrVectorWithColumn")
public infix fun <A : Dim<A>> Tensor<Vec<A>>.bitwiseOr(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(bitwiseOr(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("bitwiseXorVectorWithColumn")
public infix fun <A : Dim<A>> Tensor<Vec<A>>.bitwiseXor(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(bitwiseXor(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("atan2VectorWithColumn")
public fun <A : Dim<A>> Tensor<Vec<A>>.atan2(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(atan2(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("hypotVectorWithColumn")
public fun <A : Dim<A>> Tensor<Vec<A>>.hypot(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(hypot(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("xlogyVectorWithColumn")
public fun <A : Dim<A>> Tensor<Vec<A>>.xlogy(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(xlogy(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("logaddexpVectorWithColumn")
public fun <A : Dim<A>> Tensor<Vec<A>>.logaddexp(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(logaddexp(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("floorDivideVectorWithColumn")
public fun <A : Dim<A>> Tensor<Vec<A>>.floorDivide(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(floorDivide(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("truncDivideVectorWithColumn")
public fun <A : Dim<A>> Tensor<Vec<A>>.truncDivide(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(truncDivide(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("fmodVectorWithColumn")
public fun <A : Dim<A>> Tensor<Vec<A>>.fmod(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(fmod(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("eqVectorWithColumn")
public infix fun <A : Dim<A>> Tensor<Vec<A>>.eq(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(eq(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("neVectorWithColumn")
public infix fun <A : Dim<A>> Tensor<Vec<A>>.ne(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(ne(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("ltVectorWithColumn")
public infix fun <A : Dim<A>> Tensor<Vec<A>>.lt(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(lt(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("leVectorWithColumn")
public infix fun <A : Dim<A>> Tensor<Vec<A>>.le(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(le(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("gtVectorWithColumn")
public infix fun <A : Dim<A>> Tensor<Vec<A>>.gt(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(gt(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("geVectorWithColumn")
public infix fun <A : Dim<A>> Tensor<Vec<A>>.ge(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(ge(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("logicalAndVectorWithColumn")
public infix fun <A : Dim<A>> Tensor<Vec<A>>.logicalAnd(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(logicalAnd(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("logicalOrVectorWithColumn")
public infix fun <A : Dim<A>> Tensor<Vec<A>>.logicalOr(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(logicalOr(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("logicalXorVectorWithColumn")
public infix fun <A : Dim<A>> Tensor<Vec<A>>.logicalXor(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(logicalXor(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("maximumVectorWithColumn")
public fun <A : Dim<A>> Tensor<Vec<A>>.maximum(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(maximum(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("minimumVectorWithColumn")
public fun <A : Dim<A>> Tensor<Vec<A>>.minimum(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(minimum(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("powVectorWithColumn")
public fun <A : Dim<A>> Tensor<Vec<A>>.pow(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(pow(value, other.value))

/** Refused at compile time: it would be `[A, A]`. */
@Deprecated(PAIRS, level = DeprecationLevel.ERROR)
@JvmName("remainderVectorWithColumn")
public fun <A : Dim<A>> Tensor<Vec<A>>.remainder(other: Tensor<Mat<A, One>>): Tensor<Vec<A>> = Tensor(remainder(value, other.value))
