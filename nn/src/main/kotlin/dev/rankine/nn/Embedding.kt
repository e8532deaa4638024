package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.embedding
import dev.rankine.ops.fillInPlace
import dev.rankine.ops.noGrad
import dev.rankine.ops.normal
import dev.rankine.ops.select
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * A table of vectors, one for each word: integers in, their rows out. `[...] -> [..., F]`; the weight is `[Words, F]` as in PyTorch.
 * The weight starts normal with mean 0 and deviation 1, as PyTorch's does.
 *
 * @property paddingIndex the row that stands for no word: zeros at first, and it learns nothing; negative counts from the end.
 * @throws ShapeException if a dim declares no size, or there is no row [paddingIndex].
 */
@ShapeRule("[*p] features=? -> [*p, features]")
@OptIn(UncheckedShape::class)
public class Embedding<Words : Dim<*>, F : Dim<*>>(words: Sized<Words>, features: Sized<F>, public val paddingIndex: Int? = null) :
    Mapping() {
    private val from: Axis<Words> = words.toAxis()
    private val to: Axis<F> = features.toAxis()

    init {
        if (paddingIndex != null && paddingIndex !in -from.size until from.size) {
            throw ShapeException("embedding: there is no row for padding: $paddingIndex is not in [${-from.size}, ${from.size - 1}]")
        }
    }

    /** `[Words, F]`. */
    public val weight: Parameter<Mat<Words, F>> by parameter(from, to) { initial(it) }

    override fun gives(before: KnownAxis?): KnownAxis = KnownAxis(AxisPlace.LAST, to)

    override fun forward(x: Value): Value = embedding(weight.value, x, paddingIndex)

    /** `[] -> [F]`. */
    @JvmName("invoke0")
    public operator fun invoke(x: Tensor<Scalar>): Tensor<Vec<F>> = call(x.value).unchecked()

    /** `[A] -> [A, F]`. */
    @JvmName("invoke1")
    public operator fun <A : Dim<*>> invoke(x: Tensor<Vec<A>>): Tensor<Mat<A, F>> = call(x.value).unchecked()

    /** `[A, B] -> [A, B, F]`. */
    @JvmName("invoke2")
    public operator fun <A : Dim<*>, B : Dim<*>> invoke(x: Tensor<Mat<A, B>>): Tensor<Cube<A, B, F>> = call(x.value).unchecked()

    /** `[A, B, C] -> [A, B, C, F]`. */
    @JvmName("invoke3")
    public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> invoke(x: Tensor<Cube<A, B, C>>): Tensor<Rank4<A, B, C, F>> =
        call(x.value).unchecked()

    /** `[A, B, C, D] -> [A, B, C, D, F]`. */
    @JvmName("invoke4")
    public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> invoke(
        x: Tensor<Rank4<A, B, C, D>>,
    ): Tensor<Rank5<A, B, C, D, F>> = call(x.value).unchecked()

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun invoke(x: Tensor<AnyShape>): Tensor<AnyShape> = call(x.value).unchecked()

    override fun details(): String =
        "${from.dim} = ${from.size} -> ${to.dim} = ${to.size}" + if (paddingIndex == null) "" else ", padding index = $paddingIndex"

    private fun initial(sizes: Sizes): Value {
        val table = normal(sizes)
        if (paddingIndex != null) noGrad { select(table, 0, paddingIndex).fillInPlace(0) }
        return table
    }
}
