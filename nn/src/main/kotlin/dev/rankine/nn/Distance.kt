package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.cosineSimilarity
import dev.rankine.ops.pairwiseDistance
import dev.rankine.ops.scope
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * The cosine of the angle between vectors: `a b / (max(|a|, eps) max(|b|, eps))`. `[N, D] [N, D] -> [N]`
 *
 * The typed forms are for vectors on the last axis, and throw [ShapeException] for another.
 *
 * @property axis the axis of the vectors; negative counts from the end.
 * @property eps the least length that counts.
 * @throws IllegalArgumentException if [eps] is negative.
 */
@ShapeRule("a b axis=1 -> without(broadcast(a, b), axis)")
@OptIn(UncheckedShape::class)
public class CosineSimilarity
    @JvmOverloads
    constructor(public val axis: Int = 1, public val eps: Double = 1e-8) : Module() {
        init {
            checkEps("cosine_similarity", eps)
        }

        /** The result for operands that broadcast. Throws [ShapeException] if the sizes do not fit. */
        public fun call(a: Value, b: Value): Value = scope(word) { cosineSimilarity(a, b, axis, eps) }

        /** `[D] [D] -> []`. */
        @JvmName("invoke1")
        public operator fun <D : Dim<*>> invoke(a: Tensor<Vec<D>>, b: Tensor<Vec<D>>): Tensor<Scalar> = last(a, b)

        /** `[N, D] [N, D] -> [N]`. */
        @JvmName("invoke2")
        public operator fun <N : Dim<*>, D : Dim<*>> invoke(a: Tensor<Mat<N, D>>, b: Tensor<Mat<N, D>>): Tensor<Vec<N>> = last(a, b)

        /** `[N, T, D] [N, T, D] -> [N, T]`. */
        @JvmName("invoke3")
        public operator fun <N : Dim<*>, T : Dim<*>, D : Dim<*>> invoke(
            a: Tensor<Cube<N, T, D>>,
            b: Tensor<Cube<N, T, D>>,
        ): Tensor<Mat<N, T>> = last(a, b)

        override fun details(): String = "axis = $axis, eps = $eps"

        private fun <S : Shape> last(a: Tensor<*>, b: Tensor<*>): Tensor<S> {
            if (axis != -1 && axis != a.value.rank - 1) {
                throw ShapeException(
                    "cosine_similarity: the vectors are not on the last axis: axis $axis of ${a.value.rank}",
                    listOf("a" to a.value.sizes, "b" to b.value.sizes),
                )
            }
            return call(a.value, b.value).unchecked()
        }
    }

/**
 * How far vectors, on the last axis, are apart: `(sum |a - b + eps|^p)^(1/p)`. `[N, D] [N, D] -> [N]`
 *
 * The typed forms drop the last axis, and throw [ShapeException] for a module that keeps it.
 *
 * @property p the exponent.
 * @property eps what is added to the differences.
 * @property keepDim whether the last axis stays with size 1.
 * @throws IllegalArgumentException if [p] is no number.
 */
@ShapeRule("a b keepDim=0 -> reduce(broadcast(a, b), [-1], keepDim) where rank(broadcast(a, b)) >= 1 \"a scalar is no vector\"")
@OptIn(UncheckedShape::class)
public class PairwiseDistance
    @JvmOverloads
    constructor(
        public val p: Double = 2.0,
        public val eps: Double = 1e-6,
        public val keepDim: Boolean = false,
    ) : Module() {
        init {
            require(!p.isNaN()) { "pairwise_distance: the exponent is no number: $p" }
        }

        /** The result for operands that broadcast. Throws [ShapeException] if the sizes do not fit. */
        public fun call(a: Value, b: Value): Value = scope(word) { pairwiseDistance(a, b, p, eps, keepDim) }

        /** `[D] [D] -> []`. */
        @JvmName("invoke1")
        public operator fun <D : Dim<*>> invoke(a: Tensor<Vec<D>>, b: Tensor<Vec<D>>): Tensor<Scalar> = dropping(a, b)

        /** `[N, D] [N, D] -> [N]`. */
        @JvmName("invoke2")
        public operator fun <N : Dim<*>, D : Dim<*>> invoke(a: Tensor<Mat<N, D>>, b: Tensor<Mat<N, D>>): Tensor<Vec<N>> = dropping(a, b)

        /** `[N, T, D] [N, T, D] -> [N, T]`. */
        @JvmName("invoke3")
        public operator fun <N : Dim<*>, T : Dim<*>, D : Dim<*>> invoke(
            a: Tensor<Cube<N, T, D>>,
            b: Tensor<Cube<N, T, D>>,
        ): Tensor<Mat<N, T>> = dropping(a, b)

        override fun details(): String = "p = $p, eps = $eps" + if (keepDim) ", the last axis stays" else ""

        private fun <S : Shape> dropping(a: Tensor<*>, b: Tensor<*>): Tensor<S> {
            if (keepDim) {
                throw ShapeException(
                    "pairwise_distance: the last axis stays, which the type does not say",
                    listOf("a" to a.value.sizes, "b" to b.value.sizes),
                    "call(a, b) gives an untyped value",
                )
            }
            return call(a.value, b.value).unchecked()
        }
    }
