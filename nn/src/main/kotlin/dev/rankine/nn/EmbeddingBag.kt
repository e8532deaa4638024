package dev.rankine.nn

import dev.rankine.ops.BagMode
import dev.rankine.ops.Value
import dev.rankine.ops.embeddingBag
import dev.rankine.ops.named
import dev.rankine.ops.scope
import dev.rankine.ops.times
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * Sums, means or maxima of the vectors of several words: a bag of words in, one vector out. `[N, L] -> [N, F]`, or `[M] [B] -> [B, F]` with the places
 * where bags begin; see [embeddingBag]. The weight is `[Words, F]` as in PyTorch, and starts as that of an [Embedding].
 *
 * @property mode what is made of the vectors of a bag.
 * @property paddingIndex the row that stands for no word: it is left out, zeros at first, and learns nothing; negative counts from the end.
 * @property maxNorm,normType as those of an [Embedding].
 * @property scaleByFrequency whether the gradient of a row is divided by the number of places where it was read.
 * @property includeLastOffset whether the last offset is where the last bag ends, not where another begins.
 * @throws ShapeException if a dim declares no size, or there is no row [paddingIndex].
 * @throws IllegalArgumentException if [maxNorm] or [normType] is not positive, or [scaleByFrequency] is asked of maxima.
 */
@ShapeRule("[n, l] features=? -> [n, features]")
@OptIn(UncheckedShape::class)
public class EmbeddingBag<Words : Dim<*>, F : Dim<*>>
    @JvmOverloads
    constructor(
        words: Sized<Words>,
        features: Sized<F>,
        public val mode: BagMode = BagMode.MEAN,
        public val paddingIndex: Int? = null,
        public val maxNorm: Double? = null,
        public val normType: Double = 2.0,
        public val scaleByFrequency: Boolean = false,
        public val includeLastOffset: Boolean = false,
    ) : Mapping() {
        private val from: Axis<Words> = words.toAxis()
        private val to: Axis<F> = features.toAxis()
        private val bound = maxNorm?.let { RowBound("embedding_bag", it, normType) }

        init {
            checkNormType("embedding_bag", normType)
            if (paddingIndex != null && paddingIndex !in -from.size until from.size) {
                throw noPaddingRow("embedding_bag", paddingIndex, from.size)
            }
            require(!scaleByFrequency || mode != BagMode.MAX) { "embedding_bag: gradients of the largest are not scaled by frequency" }
        }

        /** `[Words, F]`. */
        public val weight: Parameter<Mat<Words, F>> by parameter(from, to) { firstTable(it, paddingIndex) }

        override fun gives(before: KnownAxis?): KnownAxis = KnownAxis(AxisPlace.LAST, to)

        override fun forward(x: Value): Value = bags(x, null, null)

        /**
         * The vectors of the bags of [x].
         *
         * @param offsets where bags begin in [x], which then has one axis.
         * @param weights what each vector is multiplied by, of the sizes of [x]; for sums only.
         * @throws ShapeException if sizes do not fit, an index is out of range, or the offsets are none.
         * @throws IllegalArgumentException if there are weights but no sums.
         */
        public fun call(x: Value, offsets: Value?, weights: Value? = null): Value = scope(word) { bags(x, offsets, weights) }

        /** `[N, L] -> [N, F]`. */
        @JvmName("invoke2")
        public operator fun <N : Dim<*>, L : Dim<*>> invoke(x: Tensor<Mat<N, L>>): Tensor<Mat<N, F>> = call(x.value).unchecked()

        /** `[N, L] [N, L] -> [N, F]`, each vector times its weight. Throws [IllegalArgumentException] if the mode is not the sum. */
        @JvmName("invokeWeighted")
        public operator fun <N : Dim<*>, L : Dim<*>> invoke(x: Tensor<Mat<N, L>>, weights: Tensor<Mat<N, L>>): Tensor<Mat<N, F>> =
            call(x.value, null, weights.value).unchecked()

        /**
         * `[M] [B] -> [B, F]`, where [offsets] say where bags begin. Throws [ShapeException] if they are none, or the last of them is an end.
         */
        @JvmName("invokeOffsets")
        public operator fun <M : Dim<*>, B : Dim<*>> invoke(x: Tensor<Vec<M>>, offsets: Tensor<Vec<B>>): Tensor<Mat<B, F>> {
            if (includeLastOffset) {
                throw ShapeException(
                    "embedding_bag: typed offsets are as many as bags",
                    listOf("input" to x.sizes, "offsets" to offsets.sizes),
                    "`EmbeddingBag(..., includeLastOffset = false)`, or `call`",
                )
            }
            return call(x.value, offsets.value).unchecked()
        }

        /** Untyped: all is checked at run time. */
        @JvmName("invokeUntyped")
        public operator fun invoke(x: Tensor<AnyShape>): Tensor<AnyShape> = call(x.value).unchecked()

        override fun details(): String =
            listOfNotNull(
                "${from.dim} = ${from.size} -> ${to.dim} = ${to.size}",
                "$mode".lowercase(),
                paddingIndex?.let { "padding index = $it" },
                maxNorm?.let { "max norm = $it" },
                "gradients scaled by frequency".takeIf { scaleByFrequency },
            ).joinToString()

        private fun bags(x: Value, offsets: Value?, weights: Value?): Value {
            if (bound != null && isTraining) bound.shorten(weight.value, x)
            val read = if (bound == null || isTraining) null else ReadRows.of(from.size, x, paddingIndex)
            val y =
                if (read == null) {
                    embeddingBag(weight.value, x, mode, offsets, weights, includeLastOffset, paddingIndex, scaleByFrequency)
                } else {
                    val table = read.of(weight.value).let { it * bound!!.factors(it) }
                    embeddingBag(table, read.places, mode, offsets, weights, includeLastOffset, read.padding, scaleByFrequency)
                }
            val rows = if (offsets == null) x.sizes.axis(0) else offsets.sizes.axis(0).takeIf { !includeLastOffset }
            return y.named(y.sizes.withAxes(arrayOf(rows, to)))
        }
    }
