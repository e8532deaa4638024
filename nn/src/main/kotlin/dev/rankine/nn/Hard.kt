package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.hardshrink
import dev.rankine.ops.hardsigmoid
import dev.rankine.ops.hardswish
import dev.rankine.ops.hardtanh
import dev.rankine.ops.invoke
import dev.rankine.ops.softshrink
import dev.rankine.shapes.ShapeRule

/** `min(max(x + 3, 0), 6) / 6`. `[*p] -> [*p]` */
@ShapeRule(ShapeRule.SAME)
public class Hardsigmoid : SameShape() {
    override fun forward(x: Value): Value = hardsigmoid(x)
}

/** `x min(max(x + 3, 0), 6) / 6`. Howard et al., arXiv:1905.02244. `[*p] -> [*p]` */
@ShapeRule(ShapeRule.SAME)
public class Hardswish : SameShape() {
    override fun forward(x: Value): Value = hardswish(x)
}

/**
 * `x` kept between [min] and [max]. `[*p] -> [*p]`
 *
 * @property min the lower bound.
 * @property max the upper bound.
 * @throws IllegalArgumentException if [min] is not below [max].
 */
@ShapeRule(ShapeRule.SAME)
public class Hardtanh
    @JvmOverloads
    constructor(public val min: Double = -1.0, public val max: Double = 1.0) : SameShape() {
        init {
            require(min < max) { "hardtanh: min is not below max: $min, $max" }
        }

        override fun forward(x: Value): Value = hardtanh(x, min, max)

        override fun details(): String = "min = $min, max = $max"
    }

/**
 * Zero where `-lambda <= x <= lambda`, else `x`. `[*p] -> [*p]`
 *
 * @property lambda half the width of what becomes zero.
 */
@ShapeRule(ShapeRule.SAME)
public class Hardshrink
    @JvmOverloads
    constructor(public val lambda: Double = 0.5) : SameShape() {
        override fun forward(x: Value): Value = hardshrink(x, lambda)

        override fun details(): String = "lambda = $lambda"
    }

/**
 * Zero where `-lambda <= x <= lambda`, else `x` moved towards zero by [lambda]. `[*p] -> [*p]`
 *
 * @property lambda half the width of what becomes zero.
 * @throws IllegalArgumentException if [lambda] is negative.
 */
@ShapeRule(ShapeRule.SAME)
public class Softshrink
    @JvmOverloads
    constructor(public val lambda: Double = 0.5) : SameShape() {
        init {
            require(lambda >= 0) { "softshrink: lambda is negative: $lambda" }
        }

        override fun forward(x: Value): Value = softshrink(x, lambda)

        override fun details(): String = "lambda = $lambda"
    }
