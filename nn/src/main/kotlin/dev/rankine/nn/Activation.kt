@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.invoke
import dev.rankine.shapes.Dim
import dev.rankine.shapes.ShapeChain
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.ops.dropout as dropoutOp
import dev.rankine.ops.gelu as geluOp
import dev.rankine.ops.relu as reluOp
import dev.rankine.ops.sigmoid as sigmoidOp
import dev.rankine.ops.silu as siluOp
import dev.rankine.ops.tanh as tanhOp

/**
 * An elementwise function as a layer; it has no parameters. `[..., D] -> [..., D]`.
 *
 * @param name the word by which the layer is printed.
 */
@ShapeRule(ShapeRule.SAME)
public class Activation<D : Dim<*>>(private val name: String, private val function: (Value) -> Value) : Layer<D, D>() {
    override fun gives(before: KnownAxis?): KnownAxis? = before

    override fun forward(x: Value): Value = function(x)

    override fun toString(): String = name
}

/**
 * Sets each element to zero with probability [p] while training and scales the others by `1 / (1 - p)`; nothing in evaluation.
 * Srivastava et al., JMLR 15 (2014).
 *
 * @throws IllegalArgumentException if [p] is not in `[0, 1]`.
 */
@ShapeRule(ShapeRule.SAME)
public class Dropout<D : Dim<*>>
    @JvmOverloads
    constructor(private val p: Double = 0.5) : Layer<D, D>() {
        /** Behind axis [last], from which the compiler takes the type: `Dropout(Features, 0.25)`. */
        public constructor(
            @Suppress("UNUSED_PARAMETER") last: Sized<D>,
            p: Double = 0.5,
        ) : this(p)

        init {
            require(p in 0.0..1.0) { "dropout: the probability must be in [0, 1]: $p" }
        }

        override fun gives(before: KnownAxis?): KnownAxis? = before

        override fun forward(x: Value): Value = dropoutOp(x, p, isTraining)

        override fun details(): String = "p = $p"
    }

/** This layer, then `max(x, 0)`. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.relu(): Layer<I, O> = activation("relu") { reluOp(it) }

/** This layer, then the exact Gaussian error linear unit. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.gelu(): Layer<I, O> = activation("gelu") { geluOp(it) }

/** This layer, then `x * sigmoid(x)`. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.silu(): Layer<I, O> = activation("silu") { siluOp(it) }

/** This layer, then the hyperbolic tangent. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.tanh(): Layer<I, O> = activation("tanh") { tanhOp(it) }

/** This layer, then the logistic function. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.sigmoid(): Layer<I, O> = activation("sigmoid") { sigmoidOp(it) }

/** This layer, then [Dropout] with probability [p]. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.dropout(p: Double = 0.5): Layer<I, O> = this then Dropout(p)

/** This layer, then any elementwise function. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.activation(name: String, function: (Value) -> Value): Layer<I, O> =
    this then Activation(name, function)
