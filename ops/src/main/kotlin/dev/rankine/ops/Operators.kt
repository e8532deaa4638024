@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.promoteNumber

/** A scalar of the type that `x op number` computes in. */
internal fun constant(x: Value, number: Number): Value = full(Sizes.SCALAR, number, promoteNumber(x.dtype, number), x.backend)

/** See [add]. */
@ShapeRule(ShapeRule.BROADCAST)
public operator fun Value.plus(other: Value): Value = add(this, other)

/** See [add]. */
@ShapeRule(ShapeRule.SAME)
public operator fun Value.plus(number: Number): Value = add(this, constant(this, number))

/** See [add]. */
@ShapeRule(ShapeRule.SAME)
public operator fun Number.plus(x: Value): Value = add(constant(x, this), x)

/** See [sub]. */
@ShapeRule(ShapeRule.BROADCAST)
public operator fun Value.minus(other: Value): Value = sub(this, other)

/** See [sub]. */
@ShapeRule(ShapeRule.SAME)
public operator fun Value.minus(number: Number): Value = sub(this, constant(this, number))

/** See [sub]. */
@ShapeRule(ShapeRule.SAME)
public operator fun Number.minus(x: Value): Value = sub(constant(x, this), x)

/** See [mul]. */
@ShapeRule(ShapeRule.BROADCAST)
public operator fun Value.times(other: Value): Value = mul(this, other)

/** See [mul]. */
@ShapeRule(ShapeRule.SAME)
public operator fun Value.times(number: Number): Value = mul(this, constant(this, number))

/** See [mul]. */
@ShapeRule(ShapeRule.SAME)
public operator fun Number.times(x: Value): Value = mul(constant(x, this), x)

/** See [div]. */
@ShapeRule(ShapeRule.BROADCAST)
public operator fun Value.div(other: Value): Value = div.invoke(Unit, this, other)

/** See [div]. */
@ShapeRule(ShapeRule.SAME)
public operator fun Value.div(number: Number): Value = div.invoke(Unit, this, constant(this, number))

/** See [div]. */
@ShapeRule(ShapeRule.SAME)
public operator fun Number.div(x: Value): Value = div.invoke(Unit, constant(x, this), x)

/** See [neg]. */
@ShapeRule(ShapeRule.SAME)
public operator fun Value.unaryMinus(): Value = neg(this)

/** See [remainder]. */
@ShapeRule(ShapeRule.BROADCAST)
public operator fun Value.rem(other: Value): Value = remainder(Unit, this, other)

/** See [remainder]. */
@ShapeRule(ShapeRule.SAME)
public operator fun Value.rem(number: Number): Value = remainder(Unit, this, constant(this, number))

/** See [remainder]. */
@ShapeRule(ShapeRule.SAME)
public operator fun Number.rem(x: Value): Value = remainder(constant(x, this), x)

/** See [logicalNot]. */
@ShapeRule(ShapeRule.SAME)
public operator fun Value.not(): Value = logicalNot(this)

/** See [bitwiseAnd]; on bool the logical and. */
@ShapeRule(ShapeRule.BROADCAST)
public infix fun Value.and(other: Value): Value = bitwiseAnd(this, other)

/** See [bitwiseOr]; on bool the logical or. */
@ShapeRule(ShapeRule.BROADCAST)
public infix fun Value.or(other: Value): Value = bitwiseOr(this, other)

/** See [bitwiseXor]; on bool the logical exclusive or. */
@ShapeRule(ShapeRule.BROADCAST)
public infix fun Value.xor(other: Value): Value = bitwiseXor(this, other)
