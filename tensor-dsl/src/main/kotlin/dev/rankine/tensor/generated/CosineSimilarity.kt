package dev.rankine.tensor

import dev.rankine.ops.cosineSimilarity
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A] -> []` */
@ShapeRule("[a] [a] -> []")
@JvmName("cosineSimilarity1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.cosineSimilarity(other: Tensor<Vec<A>>, over: A, eps: Double = 1e-8): Tensor<Scalar> =
    Tensor(cosineSimilarity(value, other.value, 0, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B] -> [B]` */
@ShapeRule("[a, b] [a, b] -> [b]")
@JvmName("cosineSimilarity2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.cosineSimilarity(
    other: Tensor<Mat<A, B>>,
    over: A,
    eps: Double = 1e-8,
): Tensor<Vec<B>> = Tensor(cosineSimilarity(value, other.value, 0, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B] -> [A]` */
@ShapeRule("[a, b] [a, b] -> [a]")
@JvmName("cosineSimilarity2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.cosineSimilarity(
    other: Tensor<Mat<A, B>>,
    over: B,
    eps: Double = 1e-8,
): Tensor<Vec<A>> = Tensor(cosineSimilarity(value, other.value, 1, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C] -> [B, C]` */
@ShapeRule("[a, b, c] [a, b, c] -> [b, c]")
@JvmName("cosineSimilarity3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cosineSimilarity(
    other: Tensor<Cube<A, B, C>>,
    over: A,
    eps: Double = 1e-8,
): Tensor<Mat<B, C>> = Tensor(cosineSimilarity(value, other.value, 0, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C] -> [A, C]` */
@ShapeRule("[a, b, c] [a, b, c] -> [a, c]")
@JvmName("cosineSimilarity3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cosineSimilarity(
    other: Tensor<Cube<A, B, C>>,
    over: B,
    eps: Double = 1e-8,
): Tensor<Mat<A, C>> = Tensor(cosineSimilarity(value, other.value, 1, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] [a, b, c] -> [a, b]")
@JvmName("cosineSimilarity3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cosineSimilarity(
    other: Tensor<Cube<A, B, C>>,
    over: C,
    eps: Double = 1e-8,
): Tensor<Mat<A, B>> = Tensor(cosineSimilarity(value, other.value, 2, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C, D] -> [B, C, D]` */
@ShapeRule("[a, b, c, d] [a, b, c, d] -> [b, c, d]")
@JvmName("cosineSimilarity4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cosineSimilarity(
    other: Tensor<Rank4<A, B, C, D>>,
    over: A,
    eps: Double = 1e-8,
): Tensor<Cube<B, C, D>> = Tensor(cosineSimilarity(value, other.value, 0, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C, D] -> [A, C, D]` */
@ShapeRule("[a, b, c, d] [a, b, c, d] -> [a, c, d]")
@JvmName("cosineSimilarity4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cosineSimilarity(
    other: Tensor<Rank4<A, B, C, D>>,
    over: B,
    eps: Double = 1e-8,
): Tensor<Cube<A, C, D>> = Tensor(cosineSimilarity(value, other.value, 1, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C, D] -> [A, B, D]` */
@ShapeRule("[a, b, c, d] [a, b, c, d] -> [a, b, d]")
@JvmName("cosineSimilarity4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cosineSimilarity(
    other: Tensor<Rank4<A, B, C, D>>,
    over: C,
    eps: Double = 1e-8,
): Tensor<Cube<A, B, D>> = Tensor(cosineSimilarity(value, other.value, 2, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] [a, b, c, d] -> [a, b, c]")
@JvmName("cosineSimilarity4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cosineSimilarity(
    other: Tensor<Rank4<A, B, C, D>>,
    over: D,
    eps: Double = 1e-8,
): Tensor<Cube<A, B, C>> = Tensor(cosineSimilarity(value, other.value, 3, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C, D, E] -> [B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] [a, b, c, d, e] -> [b, c, d, e]")
@JvmName("cosineSimilarity5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cosineSimilarity(
    other: Tensor<Rank5<A, B, C, D, E>>,
    over: A,
    eps: Double = 1e-8,
): Tensor<Rank4<B, C, D, E>> = Tensor(cosineSimilarity(value, other.value, 0, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C, D, E] -> [A, C, D, E]` */
@ShapeRule("[a, b, c, d, e] [a, b, c, d, e] -> [a, c, d, e]")
@JvmName("cosineSimilarity5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cosineSimilarity(
    other: Tensor<Rank5<A, B, C, D, E>>,
    over: B,
    eps: Double = 1e-8,
): Tensor<Rank4<A, C, D, E>> = Tensor(cosineSimilarity(value, other.value, 1, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C, D, E] -> [A, B, D, E]` */
@ShapeRule("[a, b, c, d, e] [a, b, c, d, e] -> [a, b, d, e]")
@JvmName("cosineSimilarity5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cosineSimilarity(
    other: Tensor<Rank5<A, B, C, D, E>>,
    over: C,
    eps: Double = 1e-8,
): Tensor<Rank4<A, B, D, E>> = Tensor(cosineSimilarity(value, other.value, 2, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C, D, E] -> [A, B, C, E]` */
@ShapeRule("[a, b, c, d, e] [a, b, c, d, e] -> [a, b, c, e]")
@JvmName("cosineSimilarity5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cosineSimilarity(
    other: Tensor<Rank5<A, B, C, D, E>>,
    over: D,
    eps: Double = 1e-8,
): Tensor<Rank4<A, B, C, E>> = Tensor(cosineSimilarity(value, other.value, 3, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] [a, b, c, d, e] -> [a, b, c, d]")
@JvmName("cosineSimilarity5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cosineSimilarity(
    other: Tensor<Rank5<A, B, C, D, E>>,
    over: E,
    eps: Double = 1e-8,
): Tensor<Rank4<A, B, C, D>> = Tensor(cosineSimilarity(value, other.value, 4, eps))
