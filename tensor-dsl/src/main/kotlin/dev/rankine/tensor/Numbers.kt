package dev.rankine.tensor

import dev.rankine.ops.addInPlace
import dev.rankine.ops.div
import dev.rankine.ops.divInPlace
import dev.rankine.ops.eq
import dev.rankine.ops.ge
import dev.rankine.ops.gt
import dev.rankine.ops.le
import dev.rankine.ops.lt
import dev.rankine.ops.maximum
import dev.rankine.ops.minimum
import dev.rankine.ops.minus
import dev.rankine.ops.mulInPlace
import dev.rankine.ops.ne
import dev.rankine.ops.plus
import dev.rankine.ops.pow
import dev.rankine.ops.remainder
import dev.rankine.ops.subInPlace
import dev.rankine.ops.times
import dev.rankine.ops.unaryMinus
import dev.rankine.shapes.Shape

/** `this + number`; the number takes this element type, but a fraction makes integers float32. */
@JvmName("plusNumber")
public operator fun <S : Shape> Tensor<S>.plus(number: Number): Tensor<S> = Tensor(value + number)

/** `this - number`. */
@JvmName("minusNumber")
public operator fun <S : Shape> Tensor<S>.minus(number: Number): Tensor<S> = Tensor(value - number)

/** `this * number`. */
@JvmName("timesNumber")
public operator fun <S : Shape> Tensor<S>.times(number: Number): Tensor<S> = Tensor(value * number)

/** `this / number`; integers become floats. */
@JvmName("divNumber")
public operator fun <S : Shape> Tensor<S>.div(number: Number): Tensor<S> = Tensor(value / number)

/** `number + x`. */
public operator fun <S : Shape> Number.plus(x: Tensor<S>): Tensor<S> = Tensor(this + x.value)

/** `number - x`. */
public operator fun <S : Shape> Number.minus(x: Tensor<S>): Tensor<S> = Tensor(this - x.value)

/** `number * x`. */
public operator fun <S : Shape> Number.times(x: Tensor<S>): Tensor<S> = Tensor(this * x.value)

/** `number / x`; integers become floats. */
public operator fun <S : Shape> Number.div(x: Tensor<S>): Tensor<S> = Tensor(this / x.value)

/** `-this`. */
public operator fun <S : Shape> Tensor<S>.unaryMinus(): Tensor<S> = Tensor(-value)

/** Adds [number] in place: declare the tensor as `val`. */
public operator fun <S : Shape> Tensor<S>.plusAssign(number: Number) {
    value.addInPlace(number)
}

/** Subtracts [number] in place: declare the tensor as `val`. */
public operator fun <S : Shape> Tensor<S>.minusAssign(number: Number) {
    value.subInPlace(number)
}

/** Divides by [number] in place: declare the tensor as `val`. */
public operator fun <S : Shape> Tensor<S>.divAssign(number: Number) {
    value.divInPlace(number)
}

/** Multiplies by [number] in place: declare the tensor as `val`. */
public operator fun <S : Shape> Tensor<S>.timesAssign(number: Number) {
    value.mulInPlace(number)
}

/** Whether elements equal [number], as bool. */
@JvmName("eqNumber")
public infix fun <S : Shape> Tensor<S>.eq(number: Number): Tensor<S> = Tensor(value eq number)

/** Whether elements differ from [number], as bool. */
@JvmName("neNumber")
public infix fun <S : Shape> Tensor<S>.ne(number: Number): Tensor<S> = Tensor(value ne number)

/** Whether elements are less than [number], as bool. */
@JvmName("ltNumber")
public infix fun <S : Shape> Tensor<S>.lt(number: Number): Tensor<S> = Tensor(value lt number)

/** Whether elements are at most [number], as bool. */
@JvmName("leNumber")
public infix fun <S : Shape> Tensor<S>.le(number: Number): Tensor<S> = Tensor(value le number)

/** Whether elements are greater than [number], as bool. */
@JvmName("gtNumber")
public infix fun <S : Shape> Tensor<S>.gt(number: Number): Tensor<S> = Tensor(value gt number)

/** Whether elements are at least [number], as bool. */
@JvmName("geNumber")
public infix fun <S : Shape> Tensor<S>.ge(number: Number): Tensor<S> = Tensor(value ge number)

/** Every element to the power [exponent]. */
@JvmName("powNumber")
public fun <S : Shape> Tensor<S>.pow(exponent: Number): Tensor<S> = Tensor(pow(value, exponent))

/** The larger of every element and [number]. */
@JvmName("maximumNumber")
public fun <S : Shape> Tensor<S>.maximum(number: Number): Tensor<S> = Tensor(maximum(value, number))

/** The smaller of every element and [number]. */
@JvmName("minimumNumber")
public fun <S : Shape> Tensor<S>.minimum(number: Number): Tensor<S> = Tensor(minimum(value, number))

/** What remains of `this / number` rounded down: it has the sign of [number]. */
@JvmName("remainderNumber")
public fun <S : Shape> Tensor<S>.remainder(number: Number): Tensor<S> = Tensor(remainder(value, number))
