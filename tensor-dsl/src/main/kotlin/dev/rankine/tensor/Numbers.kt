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
import dev.rankine.shapes.ShapeRule

/** `this + number`; the number takes this element type, but a fraction makes integers float32. */
@ShapeRule(ShapeRule.SAME)
@JvmName("plusNumber")
public operator fun <S : Shape> Tensor<S>.plus(number: Number): Tensor<S> = Tensor(value + number)

/** `this - number`. */
@ShapeRule(ShapeRule.SAME)
@JvmName("minusNumber")
public operator fun <S : Shape> Tensor<S>.minus(number: Number): Tensor<S> = Tensor(value - number)

/** `this * number`. */
@ShapeRule(ShapeRule.SAME)
@JvmName("timesNumber")
public operator fun <S : Shape> Tensor<S>.times(number: Number): Tensor<S> = Tensor(value * number)

/** `this / number`; integers become floats. */
@ShapeRule(ShapeRule.SAME)
@JvmName("divNumber")
public operator fun <S : Shape> Tensor<S>.div(number: Number): Tensor<S> = Tensor(value / number)

/** `number + x`. */
@ShapeRule(ShapeRule.SAME)
public operator fun <S : Shape> Number.plus(x: Tensor<S>): Tensor<S> = Tensor(this + x.value)

/** `number - x`. */
@ShapeRule(ShapeRule.SAME)
public operator fun <S : Shape> Number.minus(x: Tensor<S>): Tensor<S> = Tensor(this - x.value)

/** `number * x`. */
@ShapeRule(ShapeRule.SAME)
public operator fun <S : Shape> Number.times(x: Tensor<S>): Tensor<S> = Tensor(this * x.value)

/** `number / x`; integers become floats. */
@ShapeRule(ShapeRule.SAME)
public operator fun <S : Shape> Number.div(x: Tensor<S>): Tensor<S> = Tensor(this / x.value)

/** `-this`. */
@ShapeRule(ShapeRule.SAME)
public operator fun <S : Shape> Tensor<S>.unaryMinus(): Tensor<S> = Tensor(-value)

/** Adds [number] in place: declare the tensor as `val`. */
@ShapeRule(ShapeRule.SAME)
public operator fun <S : Shape> Tensor<S>.plusAssign(number: Number) {
    value.addInPlace(number)
}

/** Subtracts [number] in place: declare the tensor as `val`. */
@ShapeRule(ShapeRule.SAME)
public operator fun <S : Shape> Tensor<S>.minusAssign(number: Number) {
    value.subInPlace(number)
}

/** Divides by [number] in place: declare the tensor as `val`. */
@ShapeRule(ShapeRule.SAME)
public operator fun <S : Shape> Tensor<S>.divAssign(number: Number) {
    value.divInPlace(number)
}

/** Multiplies by [number] in place: declare the tensor as `val`. */
@ShapeRule(ShapeRule.SAME)
public operator fun <S : Shape> Tensor<S>.timesAssign(number: Number) {
    value.mulInPlace(number)
}

/** Whether elements equal [number], as bool. */
@ShapeRule(ShapeRule.SAME)
@JvmName("eqNumber")
public infix fun <S : Shape> Tensor<S>.eq(number: Number): Tensor<S> = Tensor(value eq number)

/** Whether elements differ from [number], as bool. */
@ShapeRule(ShapeRule.SAME)
@JvmName("neNumber")
public infix fun <S : Shape> Tensor<S>.ne(number: Number): Tensor<S> = Tensor(value ne number)

/** Whether elements are less than [number], as bool. */
@ShapeRule(ShapeRule.SAME)
@JvmName("ltNumber")
public infix fun <S : Shape> Tensor<S>.lt(number: Number): Tensor<S> = Tensor(value lt number)

/** Whether elements are at most [number], as bool. */
@ShapeRule(ShapeRule.SAME)
@JvmName("leNumber")
public infix fun <S : Shape> Tensor<S>.le(number: Number): Tensor<S> = Tensor(value le number)

/** Whether elements are greater than [number], as bool. */
@ShapeRule(ShapeRule.SAME)
@JvmName("gtNumber")
public infix fun <S : Shape> Tensor<S>.gt(number: Number): Tensor<S> = Tensor(value gt number)

/** Whether elements are at least [number], as bool. */
@ShapeRule(ShapeRule.SAME)
@JvmName("geNumber")
public infix fun <S : Shape> Tensor<S>.ge(number: Number): Tensor<S> = Tensor(value ge number)

/** Every element to the power [exponent]. */
@ShapeRule(ShapeRule.SAME)
@JvmName("powNumber")
public fun <S : Shape> Tensor<S>.pow(exponent: Number): Tensor<S> = Tensor(pow(value, exponent))

/** The larger of every element and [number]. */
@ShapeRule(ShapeRule.SAME)
@JvmName("maximumNumber")
public fun <S : Shape> Tensor<S>.maximum(number: Number): Tensor<S> = Tensor(maximum(value, number))

/** The smaller of every element and [number]. */
@ShapeRule(ShapeRule.SAME)
@JvmName("minimumNumber")
public fun <S : Shape> Tensor<S>.minimum(number: Number): Tensor<S> = Tensor(minimum(value, number))

/** What remains of `this / number` rounded down: it has the sign of [number]. */
@ShapeRule(ShapeRule.SAME)
@JvmName("remainderNumber")
public fun <S : Shape> Tensor<S>.remainder(number: Number): Tensor<S> = Tensor(remainder(value, number))
