package dev.rankine.conformance

import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/**
 * One input of a sample call.
 *
 * @property sizes its sizes.
 * @property draw where its numbers come from.
 * @property dtype its element type where the op wants a certain one (indices, masks); null where the suites go through all types.
 */
public class Operand(public val sizes: Sizes, public val draw: Draw, public val dtype: DType? = null)

/** Numbers between -3 and 3, none close to 0. */
public fun real(vararg sizes: Int): Operand = Operand(Sizes.of(*sizes), Draw.between(-3.0, 3.0, 0.0))

/** Numbers between 0.3 and 3. */
public fun positive(vararg sizes: Int): Operand = Operand(Sizes.of(*sizes), Draw.between(0.3, 3.0))

/** Numbers between 0.1 and 0.9. */
public fun probability(vararg sizes: Int): Operand = Operand(Sizes.of(*sizes), Draw.between(0.1, 0.9))

/** Numbers between -3 and 3, all different. */
public fun distinct(vararg sizes: Int): Operand = Operand(Sizes.of(*sizes), Draw.distinct(-3.0, 3.0))

/** Indices, int64, from 0 up to but not including [limit]. */
public fun indices(limit: Int, vararg sizes: Int): Operand = Operand(Sizes.of(*sizes), Draw.whole(0, limit), DType.I64)

/** True and false. */
public fun mask(vararg sizes: Int): Operand = Operand(Sizes.of(*sizes), Draw.whole(0, 2), DType.BOOL)
