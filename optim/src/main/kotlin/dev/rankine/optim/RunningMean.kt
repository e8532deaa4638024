package dev.rankine.optim

import dev.rankine.ops.Value
import dev.rankine.ops.addInPlace
import dev.rankine.ops.dot
import dev.rankine.ops.item
import dev.rankine.ops.mulInPlace
import dev.rankine.ops.plus
import dev.rankine.ops.reshape
import dev.rankine.ops.square
import dev.rankine.ops.times
import dev.rankine.ops.to
import dev.rankine.shapes.DType
import kotlin.math.sqrt

/** The [mean] moved towards [x]: `beta * mean + (1 - beta) * x`. */
internal fun movedTowards(mean: Value, x: Value, beta: Double): Value = mean * beta + x * (1 - beta)

/** Moves this mean towards [x], in place: `beta * mean + (1 - beta) * x`. */
internal fun Value.moveTowards(x: Value, beta: Double): Value = mulInPlace(beta).addInPlace(x * (1 - beta))

/** Moves this mean of squares towards that of [x], in place. */
internal fun Value.moveTowardsSquare(x: Value, beta: Double): Value = moveTowards(square(x), beta)

/** The Euclidean norm of all elements, taken in float32 at least. */
internal fun norm(x: Value): Double {
    val wide = if (x.dtype.bytes < 4) to(x, DType.F32) else x
    // a product, for nothing of it waits: squares that wait would be stored before what they read is scaled
    val flat = reshape(wide, wide.elements)
    return sqrt(dot(flat, flat).item())
}

/** The nearest float32: PyTorch keeps some numbers of its states in that type. */
internal fun rounded(x: Double): Double = x.toFloat().toDouble()
