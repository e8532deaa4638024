package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.scope
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Shape
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * A module that maps the last axis of a tensor of any rank from [I] to [O]. `[..., I] -> [..., O]`.
 *
 * Call it like a function. Layers compose with [then]; whole models over several axes are a [Net].
 */
public abstract class Layer<I : Dim<*>, O : Dim<*>> : Module() {
    /** The computation on untyped values; called inside a scope of its own. */
    public abstract fun forward(x: Value): Value

    /** Runs [forward] in a scope, so that nothing but the result and what the gradient needs outlives the call. */
    public fun call(x: Value): Value = scope(word) { forward(x) }
}

/**
 * A module with a typed shape on both sides: a whole model, or a part that changes more than the last axis.
 */
public abstract class Net<In : Shape, Out : Shape> : Module() {
    /** The computation on typed tensors; called inside a scope of its own. */
    public abstract fun forward(x: Tensor<In>): Tensor<Out>

    /** Runs [forward] in a scope. */
    public operator fun invoke(x: Tensor<In>): Tensor<Out> = scope(word) { forward(x) }
}

/** `[I] -> [O]`. */
@JvmName("invoke1")
public operator fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.invoke(x: Tensor<Vec<I>>): Tensor<Vec<O>> = typed(x)

/** `[A, I] -> [A, O]`. */
@JvmName("invoke2")
public operator fun <A : Dim<*>, I : Dim<*>, O : Dim<*>> Layer<I, O>.invoke(x: Tensor<Mat<A, I>>): Tensor<Mat<A, O>> = typed(x)

/** `[A, B, I] -> [A, B, O]`. */
@JvmName("invoke3")
public operator fun <A : Dim<*>, B : Dim<*>, I : Dim<*>, O : Dim<*>> Layer<I, O>.invoke(x: Tensor<Cube<A, B, I>>): Tensor<Cube<A, B, O>> =
    typed(x)

/** `[A, B, C, I] -> [A, B, C, O]`. */
@JvmName("invoke4")
public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, I : Dim<*>, O : Dim<*>> Layer<I, O>.invoke(
    x: Tensor<Rank4<A, B, C, I>>,
): Tensor<Rank4<A, B, C, O>> = typed(x)

/** Untyped: the last axis is checked at run time. */
@JvmName("invokeUntyped")
public operator fun Layer<*, *>.invoke(x: Tensor<AnyShape>): Tensor<AnyShape> = typed(x)

@OptIn(UncheckedShape::class)
internal fun <S : Shape> Layer<*, *>.typed(x: Tensor<*>): Tensor<S> = call(x.value).unchecked()
