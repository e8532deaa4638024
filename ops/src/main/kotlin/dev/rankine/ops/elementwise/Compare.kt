@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** `a == b`, element by element. NaN equals nothing. */
public val eq: Op2<Unit> = comparison("eq", Names("eq", "equal"), { a, b -> a == b }) { a, b -> a == b }

/** `a != b`, element by element. NaN differs from everything. */
public val ne: Op2<Unit> = comparison("ne", Names("ne", "not_equal"), { a, b -> a != b }) { a, b -> a != b }

/** `a < b`, element by element. */
public val lt: Op2<Unit> = comparison("lt", Names("lt", "less"), { a, b -> a < b }) { a, b -> a < b }

/** `a <= b`, element by element. */
public val le: Op2<Unit> = comparison("le", Names("le", "less_equal"), { a, b -> a <= b }) { a, b -> a <= b }

/** `a > b`, element by element. */
public val gt: Op2<Unit> = comparison("gt", Names("gt", "greater"), { a, b -> a > b }) { a, b -> a > b }

/** `a >= b`, element by element. */
public val ge: Op2<Unit> = comparison("ge", Names("ge", "greater_equal"), { a, b -> a >= b }) { a, b -> a >= b }

// Infix forms for conditions: `x gt 0.5`, `a le b`.

/** Whether each element equals that of [other]; see the row [eq]. */
@ShapeRule(ShapeRule.BROADCAST)
public infix fun Value.eq(other: Value): Value = eq(Unit, this, other)

/** Whether each element equals [number]; see the row [eq]. */
@ShapeRule(ShapeRule.SAME)
public infix fun Value.eq(number: Number): Value = eq(Unit, this, constant(this, number))

/** Whether each element differs from that of [other]; see the row [ne]. */
@ShapeRule(ShapeRule.BROADCAST)
public infix fun Value.ne(other: Value): Value = ne(Unit, this, other)

/** Whether each element differs from [number]; see the row [ne]. */
@ShapeRule(ShapeRule.SAME)
public infix fun Value.ne(number: Number): Value = ne(Unit, this, constant(this, number))

/** Whether each element is less than that of [other]; see the row [lt]. */
@ShapeRule(ShapeRule.BROADCAST)
public infix fun Value.lt(other: Value): Value = lt(Unit, this, other)

/** Whether each element is less than [number]; see the row [lt]. */
@ShapeRule(ShapeRule.SAME)
public infix fun Value.lt(number: Number): Value = lt(Unit, this, constant(this, number))

/** Whether each element is at most that of [other]; see the row [le]. */
@ShapeRule(ShapeRule.BROADCAST)
public infix fun Value.le(other: Value): Value = le(Unit, this, other)

/** Whether each element is at most [number]; see the row [le]. */
@ShapeRule(ShapeRule.SAME)
public infix fun Value.le(number: Number): Value = le(Unit, this, constant(this, number))

/** Whether each element is greater than that of [other]; see the row [gt]. */
@ShapeRule(ShapeRule.BROADCAST)
public infix fun Value.gt(other: Value): Value = gt(Unit, this, other)

/** Whether each element is greater than [number]; see the row [gt]. */
@ShapeRule(ShapeRule.SAME)
public infix fun Value.gt(number: Number): Value = gt(Unit, this, constant(this, number))

/** Whether each element is at least that of [other]; see the row [ge]. */
@ShapeRule(ShapeRule.BROADCAST)
public infix fun Value.ge(other: Value): Value = ge(Unit, this, other)

/** Whether each element is at least [number]; see the row [ge]. */
@ShapeRule(ShapeRule.SAME)
public infix fun Value.ge(number: Number): Value = ge(Unit, this, constant(this, number))
