package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.invoke
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeChain
import dev.rankine.shapes.ShapeRule
import dev.rankine.ops.gelu as geluOp
import dev.rankine.ops.relu as reluOp
import dev.rankine.ops.sigmoid as sigmoidOp
import dev.rankine.ops.silu as siluOp
import dev.rankine.ops.tanh as tanhOp

/** This net, then `max(x, 0)`. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <In : Shape, Out : Shape> Net<In, Out>.relu(): Net<In, Out> = activation("relu") { reluOp(it) }

/** This net, then the exact Gaussian error linear unit. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <In : Shape, Out : Shape> Net<In, Out>.gelu(): Net<In, Out> = activation("gelu") { geluOp(it) }

/** This net, then `x * sigmoid(x)`. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <In : Shape, Out : Shape> Net<In, Out>.silu(): Net<In, Out> = activation("silu") { siluOp(it) }

/** This net, then the hyperbolic tangent. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <In : Shape, Out : Shape> Net<In, Out>.tanh(): Net<In, Out> = activation("tanh") { tanhOp(it) }

/** This net, then the logistic function. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <In : Shape, Out : Shape> Net<In, Out>.sigmoid(): Net<In, Out> = activation("sigmoid") { sigmoidOp(it) }

/** This net, then [Dropout] with probability [p]. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <In : Shape, Out : Shape> Net<In, Out>.dropout(p: Double = 0.5): Net<In, Out> = NetChain(links + Dropout<Dyn>(p))

/** This net, then any elementwise function. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <In : Shape, Out : Shape> Net<In, Out>.activation(name: String, function: (Value) -> Value): Net<In, Out> =
    NetChain(links + Activation<Dyn>(name, function))
