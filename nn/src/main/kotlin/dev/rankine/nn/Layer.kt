package dev.rankine.nn

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
public abstract class Layer<I : Dim<*>, O : Dim<*>> : Mapping() {
    /** This layer, then [next]: its output axis must be the input axis of [next]. A chain of chains is one chain: names stay `0`, `1`, ... */
    public infix fun <P : Dim<*>> then(next: Layer<O, P>): Layer<I, P> = Chain(links + next.links)

    /** `[I] -> [O]`. */
    @JvmName("invoke1")
    public operator fun invoke(x: Tensor<Vec<I>>): Tensor<Vec<O>> = typed(x)

    /** `[A, I] -> [A, O]`. */
    @JvmName("invoke2")
    public operator fun <A : Dim<*>> invoke(x: Tensor<Mat<A, I>>): Tensor<Mat<A, O>> = typed(x)

    /** `[A, B, I] -> [A, B, O]`. */
    @JvmName("invoke3")
    public operator fun <A : Dim<*>, B : Dim<*>> invoke(x: Tensor<Cube<A, B, I>>): Tensor<Cube<A, B, O>> = typed(x)

    /** `[A, B, C, I] -> [A, B, C, O]`. */
    @JvmName("invoke4")
    public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> invoke(x: Tensor<Rank4<A, B, C, I>>): Tensor<Rank4<A, B, C, O>> = typed(x)

    /** Untyped: the last axis is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun invoke(x: Tensor<AnyShape>): Tensor<AnyShape> = typed(x)
}

@OptIn(UncheckedShape::class)
internal fun <S : Shape> Layer<*, *>.typed(x: Tensor<*>): Tensor<S> = call(x.value).unchecked()
