@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** Whether both elements are other than zero, broadcast, for any types; NaN is other than zero. */
public val logicalAnd: Op2<Unit> =
    comparison("logical_and", Names("logical_and", "logical_and"), { a, b -> a != 0L && b != 0L }) { a, b -> a != 0.0 && b != 0.0 }

/** Runs the row [logicalAnd]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun logicalAnd(a: Value, b: Value): Value = logicalAnd.invoke(Unit, a, b)

/** Whether at least one element is other than zero, broadcast, for any types. */
public val logicalOr: Op2<Unit> =
    comparison("logical_or", Names("logical_or", "logical_or"), { a, b -> a != 0L || b != 0L }) { a, b -> a != 0.0 || b != 0.0 }

/** Runs the row [logicalOr]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun logicalOr(a: Value, b: Value): Value = logicalOr.invoke(Unit, a, b)

/** Whether exactly one element is other than zero, broadcast, for any types. */
public val logicalXor: Op2<Unit> =
    comparison("logical_xor", Names("logical_xor", "logical_xor"), { a, b -> (a != 0L) != (b != 0L) }) { a, b -> (a != 0.0) != (b != 0.0) }

/** Runs the row [logicalXor]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun logicalXor(a: Value, b: Value): Value = logicalXor.invoke(Unit, a, b)

/** Whether the element is zero, for any type. */
public val logicalNot: Op1<Unit> = predicate("logical_not", Names("logical_not", "logical_not"), { it == 0L }) { it == 0.0 }

/** Runs the row [logicalNot]. */
@ShapeRule(ShapeRule.SAME)
public fun logicalNot(x: Value): Value = logicalNot.invoke(Unit, x)
