@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeRule

/** The bits that both have, broadcast. Bool and integers; on bool this is the logical and. */
public val bitwiseAnd: Op2<Unit> = bits("bitwise_and") { a, b -> a and b }

/** Runs the row [bitwiseAnd]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun bitwiseAnd(a: Value, b: Value): Value = bitwiseAnd.invoke(Unit, a, b)

/** The bits that at least one has, broadcast. Bool and integers; on bool this is the logical or. */
public val bitwiseOr: Op2<Unit> = bits("bitwise_or") { a, b -> a or b }

/** Runs the row [bitwiseOr]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun bitwiseOr(a: Value, b: Value): Value = bitwiseOr.invoke(Unit, a, b)

/** The bits that exactly one has, broadcast. Bool and integers; on bool this is the logical exclusive or. */
public val bitwiseXor: Op2<Unit> = bits("bitwise_xor") { a, b -> a xor b }

/** Runs the row [bitwiseXor]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun bitwiseXor(a: Value, b: Value): Value = bitwiseXor.invoke(Unit, a, b)

/** All bits turned. Bool and integers; on bool this is the logical not. */
public val bitwiseNot: Op1<Unit> =
    composite1(
        "bitwise_not",
        Names("bitwise_not", "invert"),
        notDifferentiable("bitwise_not works on bits"),
        { call -> arrayOf(Spec(checked(call, Types.BITS, 0), call.sizes())) },
    ) { _, x -> if (x.dtype == DType.BOOL) logicalNot(x) else bitwiseXor(x, inTypeOf(x, -1)) }

/** Runs the row [bitwiseNot]. */
@ShapeRule(ShapeRule.SAME)
public fun bitwiseNot(x: Value): Value = bitwiseNot.invoke(Unit, x)

private fun bits(name: String, combine: (Long, Long) -> Long): Op2<Unit> =
    binary(name, Types.BITS, Names(name, name), notDifferentiable("$name works on bits", 2), combine) { _, _ ->
        error("$name: has no meaning for floats")
    }
