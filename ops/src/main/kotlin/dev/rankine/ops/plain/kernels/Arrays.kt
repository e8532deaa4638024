package dev.rankine.ops.plain.kernels

import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value
import dev.rankine.ops.plain.ArrayStorage

/** The array behind a value of the plain backend. */
internal fun Value.array(): Any = (Evaluator.store(this) as ArrayStorage).array

/** The array of a float32 value. */
internal fun Value.floats(): FloatArray = array() as FloatArray

/** The array of a float64 value. */
internal fun Value.doubles(): DoubleArray = array() as DoubleArray

/** [x] as an element of float32. */
internal fun roundedF32(x: Double): Float = x.toFloat()

/** [x] as an element of float64: it is one. */
internal fun roundedF64(x: Double): Double = x
