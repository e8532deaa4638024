package dev.rankine.tensor

import dev.rankine.shapes.AnyShape

// What the compiler chooses where sizes are given instead of axes: their message is the error message.

private const val UNNAMED = "shape: name the axes: zeros(Batch of 2, Pixels); without names it is dev.rankine.ops.zeros(Sizes.of(2, 6))"

/** Refused at compile time: the axes have no names. */
@Deprecated(UNNAMED, level = DeprecationLevel.ERROR)
@JvmName("zerosUnnamed")
public fun zeros(first: Int, vararg more: Int): Tensor<AnyShape> = refused(first, more)

/** Refused at compile time: the axes have no names. */
@Deprecated(UNNAMED, level = DeprecationLevel.ERROR)
@JvmName("onesUnnamed")
public fun ones(first: Int, vararg more: Int): Tensor<AnyShape> = refused(first, more)

/** Refused at compile time: the axes have no names. */
@Deprecated(UNNAMED, level = DeprecationLevel.ERROR)
@JvmName("normalUnnamed")
public fun normal(first: Int, vararg more: Int): Tensor<AnyShape> = refused(first, more)

/** Refused at compile time: the axes have no names. */
@Deprecated(UNNAMED, level = DeprecationLevel.ERROR)
@JvmName("uniformUnnamed")
public fun uniform(first: Int, vararg more: Int): Tensor<AnyShape> = refused(first, more)

private fun refused(first: Int, more: IntArray): Nothing = throw IllegalArgumentException("$UNNAMED: ${listOf(first) + more.asList()}")
