package dev.rankine.tensor

import dev.rankine.ops.Rounding
import dev.rankine.ops.Value
import dev.rankine.ops.atan2
import dev.rankine.ops.bitwiseAnd
import dev.rankine.ops.bitwiseOr
import dev.rankine.ops.bitwiseXor
import dev.rankine.ops.div
import dev.rankine.ops.floorDivide
import dev.rankine.ops.fmod
import dev.rankine.ops.full
import dev.rankine.ops.hypot
import dev.rankine.ops.lerp
import dev.rankine.ops.logaddexp
import dev.rankine.ops.not
import dev.rankine.ops.pow
import dev.rankine.ops.rem
import dev.rankine.ops.where
import dev.rankine.ops.xlogy
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.promoteNumber

/** `this % number`: it has the sign of [number]. */
@ShapeRule(ShapeRule.SAME)
@JvmName("remNumber")
public operator fun <S : Shape> Tensor<S>.rem(number: Number): Tensor<S> = Tensor(value % number)

/** `number % x`: it has the sign of [x]. */
@ShapeRule(ShapeRule.SAME)
public operator fun <S : Shape> Number.rem(x: Tensor<S>): Tensor<S> = Tensor(this % x.value)

/** Whether every element is zero, as bool: [logicalNot]. */
@ShapeRule(ShapeRule.SAME)
public operator fun <S : Shape> Tensor<S>.not(): Tensor<S> = Tensor(!value)

/** `this / number` rounded down. */
@ShapeRule(ShapeRule.SAME)
@JvmName("floorDivideNumber")
public fun <S : Shape> Tensor<S>.floorDivide(number: Number): Tensor<S> = Tensor(floorDivide(value, number))

/** `this / number` without its fraction. */
@ShapeRule(ShapeRule.SAME)
@JvmName("truncDivideNumber")
public fun <S : Shape> Tensor<S>.truncDivide(number: Number): Tensor<S> = Tensor(div(value, number, Rounding.TRUNC))

/** What remains of `this / number` without its fraction: it has the sign of this. */
@ShapeRule(ShapeRule.SAME)
@JvmName("fmodNumber")
public fun <S : Shape> Tensor<S>.fmod(number: Number): Tensor<S> = Tensor(fmod(value, number))

/** The angle of the point `(number, this)`, from -pi to pi. */
@ShapeRule(ShapeRule.SAME)
@JvmName("atan2Number")
public fun <S : Shape> Tensor<S>.atan2(number: Number): Tensor<S> = Tensor(atan2(value, operand(number)))

/** `sqrt(this^2 + number^2)`, without overflow. */
@ShapeRule(ShapeRule.SAME)
@JvmName("hypotNumber")
public fun <S : Shape> Tensor<S>.hypot(number: Number): Tensor<S> = Tensor(hypot(value, operand(number)))

/** `this * log(number)`: zero where this is zero. */
@ShapeRule(ShapeRule.SAME)
@JvmName("xlogyNumber")
public fun <S : Shape> Tensor<S>.xlogy(number: Number): Tensor<S> = Tensor(xlogy(value, operand(number)))

/** `log(e^this + e^number)`, without overflow. */
@ShapeRule(ShapeRule.SAME)
@JvmName("logaddexpNumber")
public fun <S : Shape> Tensor<S>.logaddexp(number: Number): Tensor<S> = Tensor(logaddexp(value, operand(number)))

/** The bits that every element and [number] have. */
@ShapeRule(ShapeRule.SAME)
@JvmName("bitwiseAndNumber")
public infix fun <S : Shape> Tensor<S>.bitwiseAnd(number: Number): Tensor<S> = Tensor(bitwiseAnd(value, operand(number)))

/** The bits that every element or [number] has. */
@ShapeRule(ShapeRule.SAME)
@JvmName("bitwiseOrNumber")
public infix fun <S : Shape> Tensor<S>.bitwiseOr(number: Number): Tensor<S> = Tensor(bitwiseOr(value, operand(number)))

/** The bits that exactly one of every element and [number] has. */
@ShapeRule(ShapeRule.SAME)
@JvmName("bitwiseXorNumber")
public infix fun <S : Shape> Tensor<S>.bitwiseXor(number: Number): Tensor<S> = Tensor(bitwiseXor(value, operand(number)))

/** `number` to the power of every element of [exponent]. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Number.pow(exponent: Tensor<S>): Tensor<S> = Tensor(pow(this, exponent.value))

/** `this + weight (end - this)`; [end] is broadcast to this shape. */
@ShapeRule(ShapeRule.BROADCAST)
@JvmName("lerpNumber")
public fun <S : Shape> Tensor<S>.lerp(end: Tensor<out S>, weight: Number): Tensor<S> = Tensor(lerp(value, end.value, weight))

/** The element of this tensor where [condition], a bool that broadcasts to this shape, is true, else [number]. */
@ShapeRule(ShapeRule.BROADCAST)
@JvmName("whereNumber")
public fun <S : Shape> Tensor<S>.where(condition: Tensor<out S>, number: Number): Tensor<S> = Tensor(where(condition.value, value, number))

/** The scalar that stands for [number] beside this tensor. */
private fun Tensor<*>.operand(number: Number): Value = full(Sizes.SCALAR, number, promoteNumber(dtype, number), value.backend)
