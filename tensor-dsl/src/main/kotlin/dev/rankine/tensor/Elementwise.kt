package dev.rankine.tensor

import dev.rankine.ops.abs
import dev.rankine.ops.acos
import dev.rankine.ops.acosh
import dev.rankine.ops.asin
import dev.rankine.ops.asinh
import dev.rankine.ops.atan
import dev.rankine.ops.atanh
import dev.rankine.ops.ceil
import dev.rankine.ops.cos
import dev.rankine.ops.cosh
import dev.rankine.ops.erf
import dev.rankine.ops.erfc
import dev.rankine.ops.exp
import dev.rankine.ops.exp2
import dev.rankine.ops.expm1
import dev.rankine.ops.floor
import dev.rankine.ops.invoke
import dev.rankine.ops.isfinite
import dev.rankine.ops.isinf
import dev.rankine.ops.isnan
import dev.rankine.ops.log
import dev.rankine.ops.log10
import dev.rankine.ops.log1p
import dev.rankine.ops.log2
import dev.rankine.ops.logicalNot
import dev.rankine.ops.reciprocal
import dev.rankine.ops.round
import dev.rankine.ops.rsqrt
import dev.rankine.ops.sign
import dev.rankine.ops.sin
import dev.rankine.ops.sinh
import dev.rankine.ops.sqrt
import dev.rankine.ops.square
import dev.rankine.ops.tan
import dev.rankine.ops.trunc
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule

/** `e^x` of every element. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.exp(): Tensor<S> = Tensor(exp(value))

/** `2^x` of every element. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.exp2(): Tensor<S> = Tensor(exp2(value))

/** `e^x - 1` of every element, exact near zero. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.expm1(): Tensor<S> = Tensor(expm1(value))

/** The natural logarithm of every element; NaN below zero. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.log(): Tensor<S> = Tensor(log(value))

/** The logarithm to base 2 of every element. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.log2(): Tensor<S> = Tensor(log2(value))

/** The logarithm to base 10 of every element. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.log10(): Tensor<S> = Tensor(log10(value))

/** `log(1 + x)` of every element, exact near zero. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.log1p(): Tensor<S> = Tensor(log1p(value))

/** The square root of every element. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.sqrt(): Tensor<S> = Tensor(sqrt(value))

/** `1 / sqrt(x)` of every element. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.rsqrt(): Tensor<S> = Tensor(rsqrt(value))

/** The square of every element. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.square(): Tensor<S> = Tensor(square(value))

/** `1 / x` of every element. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.reciprocal(): Tensor<S> = Tensor(reciprocal(value))

/** The absolute value of every element. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.abs(): Tensor<S> = Tensor(abs(value))

/** -1, 0 or 1 by the sign of every element. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.sign(): Tensor<S> = Tensor(sign(value))

/** The largest whole number not above every element. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.floor(): Tensor<S> = Tensor(floor(value))

/** The smallest whole number not below every element. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.ceil(): Tensor<S> = Tensor(ceil(value))

/** Every element without its fraction. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.trunc(): Tensor<S> = Tensor(trunc(value))

/** The nearest whole number, ties to even. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.round(): Tensor<S> = Tensor(round(value))

/** The sine of every element, in radians. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.sin(): Tensor<S> = Tensor(sin(value))

/** The cosine of every element, in radians. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.cos(): Tensor<S> = Tensor(cos(value))

/** The tangent of every element, in radians. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.tan(): Tensor<S> = Tensor(tan(value))

/** The arc sine of every element. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.asin(): Tensor<S> = Tensor(asin(value))

/** The arc cosine of every element. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.acos(): Tensor<S> = Tensor(acos(value))

/** The arc tangent of every element. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.atan(): Tensor<S> = Tensor(atan(value))

/** The hyperbolic sine of every element. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.sinh(): Tensor<S> = Tensor(sinh(value))

/** The hyperbolic cosine of every element. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.cosh(): Tensor<S> = Tensor(cosh(value))

/** The inverse hyperbolic sine of every element. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.asinh(): Tensor<S> = Tensor(asinh(value))

/** The inverse hyperbolic cosine of every element. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.acosh(): Tensor<S> = Tensor(acosh(value))

/** The inverse hyperbolic tangent of every element. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.atanh(): Tensor<S> = Tensor(atanh(value))

/** The error function of every element. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.erf(): Tensor<S> = Tensor(erf(value))

/** `1 - erf(x)` of every element, exact for large `x`. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.erfc(): Tensor<S> = Tensor(erfc(value))

/** Whether every element is NaN, as bool. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.isnan(): Tensor<S> = Tensor(isnan(value))

/** Whether every element is infinite, as bool. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.isinf(): Tensor<S> = Tensor(isinf(value))

/** Whether every element is neither NaN nor infinite, as bool. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.isfinite(): Tensor<S> = Tensor(isfinite(value))

/** Whether every element is zero, as bool. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.logicalNot(): Tensor<S> = Tensor(logicalNot(value))
