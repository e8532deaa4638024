@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.noGrad
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Shape
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor

/** A layer that is only asked, at any rank: see [Inference]. `[..., I] -> [..., O]`. */
public class LayerInference<I : Dim<*>, O : Dim<*>> internal constructor(private val layer: Layer<I, O>) {
    /** `[I] -> [O]`. */
    @JvmName("invoke1")
    public operator fun invoke(x: Tensor<Vec<I>>): Tensor<Vec<O>> = evaluated(x)

    /** `[A, I] -> [A, O]`. */
    @JvmName("invoke2")
    public operator fun <A : Dim<*>> invoke(x: Tensor<Mat<A, I>>): Tensor<Mat<A, O>> = evaluated(x)

    /** `[A, B, I] -> [A, B, O]`. */
    @JvmName("invoke3")
    public operator fun <A : Dim<*>, B : Dim<*>> invoke(x: Tensor<Cube<A, B, I>>): Tensor<Cube<A, B, O>> = evaluated(x)

    /** `[A, B, C, I] -> [A, B, C, O]`. */
    @JvmName("invoke4")
    public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> invoke(x: Tensor<Rank4<A, B, C, I>>): Tensor<Rank4<A, B, C, O>> = evaluated(x)

    /** `[A, B, C, D, I] -> [A, B, C, D, O]`. */
    @JvmName("invoke5")
    public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> invoke(
        x: Tensor<Rank5<A, B, C, D, I>>,
    ): Tensor<Rank5<A, B, C, D, O>> = evaluated(x)

    /** Untyped: the last axis is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun invoke(x: Tensor<AnyShape>): Tensor<AnyShape> = evaluated(x)

    /** Refused at compile time: the last axis of [x] is not [I]; [takes] is never given. */
    @Deprecated(MISMATCHED, level = DeprecationLevel.ERROR)
    @JvmName("invokeMismatched1")
    public operator fun <Last : Dim<*>> invoke(x: Tensor<Vec<Last>>, takes: I? = null): Tensor<Vec<O>> = evaluated(x)

    /** Refused at compile time: the last axis of [x] is not [I]; [takes] is never given. */
    @Deprecated(MISMATCHED, level = DeprecationLevel.ERROR)
    @JvmName("invokeMismatched2")
    public operator fun <A : Dim<*>, Last : Dim<*>> invoke(x: Tensor<Mat<A, Last>>, takes: I? = null): Tensor<Mat<A, O>> = evaluated(x)

    /** Refused at compile time: the last axis of [x] is not [I]; [takes] is never given. */
    @Deprecated(MISMATCHED, level = DeprecationLevel.ERROR)
    @JvmName("invokeMismatched3")
    public operator fun <A : Dim<*>, B : Dim<*>, Last : Dim<*>> invoke(
        x: Tensor<Cube<A, B, Last>>,
        takes: I? = null,
    ): Tensor<Cube<A, B, O>> = evaluated(x)

    /** Refused at compile time: the last axis of [x] is not [I]; [takes] is never given. */
    @Deprecated(MISMATCHED, level = DeprecationLevel.ERROR)
    @JvmName("invokeMismatched4")
    public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Last : Dim<*>> invoke(
        x: Tensor<Rank4<A, B, C, Last>>,
        takes: I? = null,
    ): Tensor<Rank4<A, B, C, O>> = evaluated(x)

    /** Refused at compile time: the last axis of [x] is not [I]; [takes] is never given. */
    @Deprecated(MISMATCHED, level = DeprecationLevel.ERROR)
    @JvmName("invokeMismatched5")
    public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Last : Dim<*>> invoke(
        x: Tensor<Rank5<A, B, C, D, Last>>,
        takes: I? = null,
    ): Tensor<Rank5<A, B, C, D, O>> = evaluated(x)

    override fun toString(): String = "Inference of $layer"

    private fun <S : Shape> evaluated(x: Tensor<*>): Tensor<S> = noGrad { evaluating { layer.typed(x) } }
}

/** This layer as a function that evaluates: see [Inference]. */
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.forInference(): LayerInference<I, O> = LayerInference(this)
