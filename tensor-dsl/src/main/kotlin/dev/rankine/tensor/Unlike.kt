package dev.rankine.tensor

import dev.rankine.shapes.AnyShape

private const val UNLIKE =
    "shape: stack takes tensors of one shape and the axis that it adds: listOf(x, y).stack(Time of 2); cat joins what differs in one axis"

/** Refused at compile time: the tensors have no shape in common, or what is to be added is no axis. */
@Deprecated(UNLIKE, level = DeprecationLevel.ERROR)
@JvmName("stackUnlike")
public fun List<Tensor<*>>.stack(axis: Any): Tensor<AnyShape> = throw IllegalArgumentException("$UNLIKE: $axis")
