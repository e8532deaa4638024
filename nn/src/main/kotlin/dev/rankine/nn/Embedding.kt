@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.copy
import dev.rankine.ops.embedding
import dev.rankine.ops.fillInPlace
import dev.rankine.ops.invoke
import dev.rankine.ops.noGrad
import dev.rankine.ops.normal
import dev.rankine.ops.select
import dev.rankine.ops.times
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
 * The weight starts normal with mean 0 and deviation 1, as PyTorch's does. Gradients are dense: PyTorch's `sparse` has no meaning here.
 *
 * @property paddingIndex the row that stands for no word: zeros at first, and it learns nothing; negative counts from the end.
 * @property maxNorm how long a row may be that is read: a longer one is made as long, in the weight itself while training, in what is read in
 * evaluation; null for any.
 * @property normType the exponent of the norm that [maxNorm] bounds.
 * @property scaleByFrequency whether the gradient of a row is divided by the number of places where it was read.
 * @throws ShapeException if a dim declares no size, or there is no row [paddingIndex].
 * @throws IllegalArgumentException if [maxNorm] or [normType] is not positive.
 */
@ShapeRule("[*p] features=? -> [*p, features]")
@OptIn(UncheckedShape::class)
public class Embedding<Words : Dim<*>, F : Dim<*>> internal constructor(
    words: Sized<Words>,
    features: Sized<F>,
    public val paddingIndex: Int?,
    public val maxNorm: Double?,
    public val normType: Double,
    public val scaleByFrequency: Boolean,
    table: Value?,
) : Mapping() {
    /** With a table of random numbers. */
    @JvmOverloads
    public constructor(
        words: Sized<Words>,
        features: Sized<F>,
        paddingIndex: Int? = null,
        maxNorm: Double? = null,
        normType: Double = 2.0,
        scaleByFrequency: Boolean = false,
    ) : this(words, features, paddingIndex, maxNorm, normType, scaleByFrequency, null)

    private val from: Axis<Words> = words.toAxis()
    private val to: Axis<F> = features.toAxis()

    init {
        checkNormType("embedding", normType)
        if (paddingIndex != null && paddingIndex !in -from.size until from.size) {
            throw noPaddingRow("embedding", paddingIndex, from.size)
        }
    }

    /** `[Words, F]`. */
    public val weight: Parameter<Mat<Words, F>> by parameter(from, to) { table ?: firstTable(it, paddingIndex) }

    private val bound = maxNorm?.let { RowBound("embedding", it, normType) }

    override fun gives(before: KnownAxis?): KnownAxis = KnownAxis(AxisPlace.LAST, to)

    override fun forward(x: Value): Value {
        if (bound != null && isTraining) bound.shorten(weight.value, x)
        val y = embedding(weight.value, x, paddingIndex, scaleByFrequency)
        return if (bound == null || isTraining) y else y * bound.factors(y)
    }

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
        listOfNotNull(
            "${from.dim} = ${from.size} -> ${to.dim} = ${to.size}",
            paddingIndex?.let { "padding index = $it" },
            maxNorm?.let { "max norm = $it" },
            "norm type = $normType".takeIf { maxNorm != null && normType != 2.0 },
            "gradients scaled by frequency".takeIf { scaleByFrequency },
        ).joinToString()
}

internal fun noPaddingRow(op: String, index: Int, rows: Int): ShapeException =
    ShapeException("$op: there is no row for padding: $index is not in [${-rows}, ${rows - 1}]")

/** Normal numbers, and zeros in the row [padding]. */
internal fun firstTable(sizes: Sizes, padding: Int?): Value {
    val table = normal(sizes)
    if (padding != null) noGrad { select(table, 0, padding).fillInPlace(0) }
    return table
}

/**
 * An [Embedding] that begins with the numbers of a [table], which is copied; PyTorch's `Embedding.from_pretrained`. `[Words, F]`.
 *
 * @param freeze whether it stays as it is.
 * @throws ShapeException if the axes of [table] have no names, or there is no row [paddingIndex].
 */
@JvmName("embeddingOf")
@Suppress("FunctionName")
public fun <Words : Dim<*>, F : Dim<*>> Embedding(
    table: Tensor<Mat<Words, F>>,
    freeze: Boolean = true,
    paddingIndex: Int? = null,
    maxNorm: Double? = null,
    normType: Double = 2.0,
    scaleByFrequency: Boolean = false,
): Embedding<Words, F> {
    val (words, features) = tableAxes("embedding", table)
    val made = Embedding(words, features, paddingIndex, maxNorm, normType, scaleByFrequency, copy(table.value))
    made.weight.isTrainable = !freeze
    return made
}

/** The axes of a table: sound because the type has them in this order. */
@Suppress("UNCHECKED_CAST")
internal fun <Words : Dim<*>, F : Dim<*>> tableAxes(op: String, table: Tensor<Mat<Words, F>>): Pair<Axis<Words>, Axis<F>> {
    val words = table.sizes.axis(0)
    val features = table.sizes.axis(1)
    if (words == null || features == null) {
        throw ShapeException("$op: the axes of the table have no names", listOf("table" to table.sizes), "`typed(Words, Features)`")
    }
    return words as Axis<Words> to features as Axis<F>
}
