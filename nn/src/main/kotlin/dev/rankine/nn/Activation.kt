package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.shapes.ShapeRule

/**
 * Any elementwise function as a module; it has no parameters. `[*p] -> [*p]`
 *
 * @param name the word by which the module is printed.
 */
@ShapeRule(ShapeRule.SAME)
public class Activation(private val name: String, private val function: (Value) -> Value) : SameShape() {
    override fun forward(x: Value): Value = function(x)

    override fun toString(): String = name
}
