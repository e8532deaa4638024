package dev.rankine.nn

import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeChain
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/** What the compiler says where the last axis is another. */
internal const val MISMATCHED: String = "shape: the last axis of the tensor is not the input axis of the layer"

/**
 * A module that maps the last axis of a tensor of any rank from [I] to [O]. `[..., I] -> [..., O]`.
 *
 * Call it like a function. Layers compose with [then]; whole models over several axes are a [Net].
 *
 * The forms of [invoke] that are refused are what the compiler chooses where the last axis is another. They give the type that a fitting
 * tensor would have given, so that one mistake is one error; `takes` is there because the message then names [I].
 */
public abstract class Layer<I : Dim<*>, O : Dim<*>> : Mapping() {
    /** The axis that the layer maps from, where it is bound to a size; null where any will do, or the layer does not say. */
    public open val inputAxis: Axis<I>? get() = null

    /** The axis that the layer maps to, where it is bound to a size: that of layers which are made behind this one, such as [linear]. */
    public open val outputAxis: Axis<O>? get() = null

    internal override val takes: KnownAxis? get() = inputAxis?.let { KnownAxis(AxisPlace.LAST, it) }

    internal override fun gives(before: KnownAxis?): KnownAxis? = outputAxis?.let { KnownAxis(AxisPlace.LAST, it) }

    /**
     * This layer, then [next]: its output axis must be the input axis of [next]. A chain of chains is one chain: names stay `0`, `1`, ...
     * Throws [dev.rankine.shapes.ShapeException] if the axes have one name and different sizes.
     */
    @ShapeChain
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

    /** `[A, B, C, D, I] -> [A, B, C, D, O]`. */
    @JvmName("invoke5")
    public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> invoke(
        x: Tensor<Rank5<A, B, C, D, I>>,
    ): Tensor<Rank5<A, B, C, D, O>> = typed(x)

    /** Untyped: the last axis is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun invoke(x: Tensor<AnyShape>): Tensor<AnyShape> = typed(x)

    /** Refused at compile time: the last axis of [x] is not [I]; [takes] is never given. */
    @Deprecated(MISMATCHED, level = DeprecationLevel.ERROR)
    @JvmName("invokeMismatched1")
    public operator fun <Last : Dim<*>> invoke(x: Tensor<Vec<Last>>, takes: I? = null): Tensor<Vec<O>> = typed(x)

    /** Refused at compile time: the last axis of [x] is not [I]; [takes] is never given. */
    @Deprecated(MISMATCHED, level = DeprecationLevel.ERROR)
    @JvmName("invokeMismatched2")
    public operator fun <A : Dim<*>, Last : Dim<*>> invoke(x: Tensor<Mat<A, Last>>, takes: I? = null): Tensor<Mat<A, O>> = typed(x)

    /** Refused at compile time: the last axis of [x] is not [I]; [takes] is never given. */
    @Deprecated(MISMATCHED, level = DeprecationLevel.ERROR)
    @JvmName("invokeMismatched3")
    public operator fun <A : Dim<*>, B : Dim<*>, Last : Dim<*>> invoke(
        x: Tensor<Cube<A, B, Last>>,
        takes: I? = null,
    ): Tensor<Cube<A, B, O>> = typed(x)

    /** Refused at compile time: the last axis of [x] is not [I]; [takes] is never given. */
    @Deprecated(MISMATCHED, level = DeprecationLevel.ERROR)
    @JvmName("invokeMismatched4")
    public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Last : Dim<*>> invoke(
        x: Tensor<Rank4<A, B, C, Last>>,
        takes: I? = null,
    ): Tensor<Rank4<A, B, C, O>> = typed(x)

    /** Refused at compile time: the last axis of [x] is not [I]; [takes] is never given. */
    @Deprecated(MISMATCHED, level = DeprecationLevel.ERROR)
    @JvmName("invokeMismatched5")
    public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Last : Dim<*>> invoke(
        x: Tensor<Rank5<A, B, C, D, Last>>,
        takes: I? = null,
    ): Tensor<Rank5<A, B, C, D, O>> = typed(x)
}

@OptIn(UncheckedShape::class)
internal fun <S : Shape> Layer<*, *>.typed(x: Tensor<*>): Tensor<S> = call(x.value).unchecked()
