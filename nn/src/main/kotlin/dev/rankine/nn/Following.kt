@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.ShapeChain
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized

// Layers that take their input axis from the layer before: what is not written twice cannot clash.

/**
 * This layer, then a [Linear] one of [output] outputs that have no name: `Linear(Pixels, 512).relu().linear(256)`.
 *
 * @throws ShapeException if this layer does not know its output axis, or [output] is negative.
 */
@ShapeChain
@ShapeRule("[*p, n] output=? -> [*p, output]")
@JvmOverloads
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.linear(output: Int, bias: Boolean = true): Layer<I, Dyn> =
    this then Linear(known("linear"), output, bias)

/**
 * This layer, then a [Linear] one: `Linear(Pixels, 512).relu().linear(Digit)`.
 *
 * @throws ShapeException if this layer does not know its output axis, or [output] declares no size.
 */
@ShapeChain
@ShapeRule("[*p, n] output=? -> [*p, output]")
@JvmOverloads
public fun <I : Dim<*>, O : Dim<*>, P : Dim<*>> Layer<I, O>.linear(output: Sized<P>, bias: Boolean = true): Layer<I, P> =
    this then Linear(known("linear"), output, bias)

/**
 * This layer, then [LayerNorm] of its output axis.
 *
 * @throws ShapeException if this layer does not know its output axis.
 */
@ShapeChain
@ShapeRule("[*p, n] -> [*p, n]")
@JvmOverloads
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.layerNorm(eps: Double = 1e-5, affine: Boolean = true, bias: Boolean = true): Layer<I, O> =
    this then LayerNorm(known("layer_norm"), eps, affine, bias)

/**
 * This layer, then [RMSNorm] of its output axis.
 *
 * @throws ShapeException if this layer does not know its output axis.
 */
@ShapeChain
@ShapeRule("[*p, n] -> [*p, n]")
@JvmOverloads
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.rmsNorm(eps: Double? = null, affine: Boolean = true): Layer<I, O> =
    this then RMSNorm(known("rms_norm"), eps, affine)

private fun <O : Dim<*>> Layer<*, O>.known(op: String): Axis<O> =
    outputAxis ?: throw ShapeException(
        "$op: the output axis of the layer before is not known: $word",
        hint = "name it: `layer then Linear(Hidden, Digit)`, or override `outputAxis`",
    )
