package dev.rankine.tensor

import dev.rankine.ops.addInPlace
import dev.rankine.ops.div
import dev.rankine.ops.minus
import dev.rankine.ops.mulInPlace
import dev.rankine.ops.plus
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

/** Multiplies by [number] in place: declare the tensor as `val`. */
public operator fun <S : Shape> Tensor<S>.timesAssign(number: Number) {
    value.mulInPlace(number)
}
