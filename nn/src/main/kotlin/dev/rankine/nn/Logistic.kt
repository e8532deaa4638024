package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.invoke
import dev.rankine.ops.logSigmoid
import dev.rankine.ops.sigmoid
import dev.rankine.ops.tanh
import dev.rankine.ops.tanhshrink
import dev.rankine.shapes.ShapeRule

/** The logistic function, `1 / (1 + e^-x)`. `[*p] -> [*p]` */
@ShapeRule(ShapeRule.SAME)
public class Sigmoid : SameShape() {
    override fun forward(x: Value): Value = sigmoid(x)
}

/** `log(sigmoid(x))`, without overflow. `[*p] -> [*p]` */
@ShapeRule(ShapeRule.SAME)
public class LogSigmoid : SameShape() {
    override fun forward(x: Value): Value = logSigmoid(x)
}

/** The hyperbolic tangent. `[*p] -> [*p]` */
@ShapeRule(ShapeRule.SAME)
public class Tanh : SameShape() {
    override fun forward(x: Value): Value = tanh(x)
}

/** `x - tanh(x)`. `[*p] -> [*p]` */
@ShapeRule(ShapeRule.SAME)
public class Tanhshrink : SameShape() {
    override fun forward(x: Value): Value = tanhshrink(x)
}
