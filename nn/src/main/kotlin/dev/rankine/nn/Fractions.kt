package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.shapes.ShapeException

/** Refuses a fractional pool that has not either a [size] or a [ratio], or a ratio that is none. */
internal fun checkFractions(op: String, size: List<Int>?, ratio: List<Double>?) {
    require((size == null) != (ratio == null)) { "$op: needs either a size or a ratio: $size and $ratio given" }
    require(ratio.orEmpty().all { it > 0 && it < 1 }) { "$op: a ratio must lie between 0 and 1: $ratio" }
}

/** The last [directions] sizes of [x] times [ratio], rounded down. */
internal fun fractions(op: String, x: Value, ratio: List<Double>, directions: Int): List<Int> {
    if (ratio.size != 1 && ratio.size != directions) throw ShapeException("$op: ratio needs one number or $directions: $ratio")
    if (x.rank < directions) throw ShapeException("$op: needs $directions axes to pool over: ${x.sizes} given")
    return List(directions) { (x.sizes[x.rank - directions + it] * ratio[it % ratio.size]).toInt() }
}
