package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.shapes.ShapeException

/** Refuses a fractional pool over so many [axes] that has no [kernel], not either a [size] or a [ratio], or a ratio that is none. */
internal fun checkFractions(op: String, axes: Int, kernel: List<Int>, size: List<Int>?, ratio: List<Double>?) {
    atLeast(1, op, "kernel", directions(op, "kernel", kernel, axes))
    require((size == null) != (ratio == null)) { "$op: needs either a size or a ratio: $size and $ratio given" }
    if (size != null) atLeast(1, op, "the size of the result", directions(op, "the size of the result", size, axes))
    if (ratio != null && ratio.size != 1 && ratio.size != axes) throw ShapeException("$op: ratio needs one number or $axes: $ratio")
    require(ratio.orEmpty().all { it > 0 && it < 1 }) { "$op: a ratio must lie between 0 and 1: $ratio" }
}

/** The last [directions] sizes of [x] times [ratio], rounded down. */
internal fun fractions(op: String, x: Value, ratio: List<Double>, directions: Int): List<Int> {
    if (x.rank < directions) throw ShapeException("$op: needs $directions axes to pool over: ${x.sizes} given")
    return List(directions) { (x.sizes[x.rank - directions + it] * ratio[it % ratio.size]).toInt() }
}
