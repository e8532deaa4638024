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
@ShapeRule("left:s right:t -> without(broadcast(s, t), 0)")
@JvmName("cosineSimilarity1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.cosineSimilarity(other: Tensor<Vec<A>>, over: A, eps: Double = 1e-8): Tensor<Scalar> =
    Tensor(cosineSimilarity(value, other.value, 0, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B] -> [B]` */
@ShapeRule("left:s right:t -> without(broadcast(s, t), 0)")
@JvmName("cosineSimilarity2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.cosineSimilarity(
    other: Tensor<Mat<A, B>>,
    over: A,
    eps: Double = 1e-8,
): Tensor<Vec<B>> = Tensor(cosineSimilarity(value, other.value, 0, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B] -> [A]` */
@ShapeRule("left:s right:t -> without(broadcast(s, t), 1)")
@JvmName("cosineSimilarity2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.cosineSimilarity(
    other: Tensor<Mat<A, B>>,
    over: B,
    eps: Double = 1e-8,
): Tensor<Vec<A>> = Tensor(cosineSimilarity(value, other.value, 1, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C] -> [B, C]` */
@ShapeRule("left:s right:t -> without(broadcast(s, t), 0)")
@JvmName("cosineSimilarity3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cosineSimilarity(
    other: Tensor<Cube<A, B, C>>,
    over: A,
    eps: Double = 1e-8,
): Tensor<Mat<B, C>> = Tensor(cosineSimilarity(value, other.value, 0, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C] -> [A, C]` */
@ShapeRule("left:s right:t -> without(broadcast(s, t), 1)")
@JvmName("cosineSimilarity3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cosineSimilarity(
    other: Tensor<Cube<A, B, C>>,
    over: B,
    eps: Double = 1e-8,
): Tensor<Mat<A, C>> = Tensor(cosineSimilarity(value, other.value, 1, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C] -> [A, B]` */
@ShapeRule("left:s right:t -> without(broadcast(s, t), 2)")
@JvmName("cosineSimilarity3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cosineSimilarity(
    other: Tensor<Cube<A, B, C>>,
    over: C,
    eps: Double = 1e-8,
): Tensor<Mat<A, B>> = Tensor(cosineSimilarity(value, other.value, 2, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C, D] -> [B, C, D]` */
@ShapeRule("left:s right:t -> without(broadcast(s, t), 0)")
@JvmName("cosineSimilarity4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cosineSimilarity(
    other: Tensor<Rank4<A, B, C, D>>,
    over: A,
    eps: Double = 1e-8,
): Tensor<Cube<B, C, D>> = Tensor(cosineSimilarity(value, other.value, 0, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C, D] -> [A, C, D]` */
@ShapeRule("left:s right:t -> without(broadcast(s, t), 1)")
@JvmName("cosineSimilarity4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cosineSimilarity(
    other: Tensor<Rank4<A, B, C, D>>,
    over: B,
    eps: Double = 1e-8,
): Tensor<Cube<A, C, D>> = Tensor(cosineSimilarity(value, other.value, 1, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C, D] -> [A, B, D]` */
@ShapeRule("left:s right:t -> without(broadcast(s, t), 2)")
@JvmName("cosineSimilarity4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cosineSimilarity(
    other: Tensor<Rank4<A, B, C, D>>,
    over: C,
    eps: Double = 1e-8,
): Tensor<Cube<A, B, D>> = Tensor(cosineSimilarity(value, other.value, 2, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("left:s right:t -> without(broadcast(s, t), 3)")
@JvmName("cosineSimilarity4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cosineSimilarity(
    other: Tensor<Rank4<A, B, C, D>>,
    over: D,
    eps: Double = 1e-8,
): Tensor<Cube<A, B, C>> = Tensor(cosineSimilarity(value, other.value, 3, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C, D, E] -> [B, C, D, E]` */
@ShapeRule("left:s right:t -> without(broadcast(s, t), 0)")
@JvmName("cosineSimilarity5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cosineSimilarity(
    other: Tensor<Rank5<A, B, C, D, E>>,
    over: A,
    eps: Double = 1e-8,
): Tensor<Rank4<B, C, D, E>> = Tensor(cosineSimilarity(value, other.value, 0, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C, D, E] -> [A, C, D, E]` */
@ShapeRule("left:s right:t -> without(broadcast(s, t), 1)")
@JvmName("cosineSimilarity5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cosineSimilarity(
    other: Tensor<Rank5<A, B, C, D, E>>,
    over: B,
    eps: Double = 1e-8,
): Tensor<Rank4<A, C, D, E>> = Tensor(cosineSimilarity(value, other.value, 1, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C, D, E] -> [A, B, D, E]` */
@ShapeRule("left:s right:t -> without(broadcast(s, t), 2)")
@JvmName("cosineSimilarity5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cosineSimilarity(
    other: Tensor<Rank5<A, B, C, D, E>>,
    over: C,
    eps: Double = 1e-8,
): Tensor<Rank4<A, B, D, E>> = Tensor(cosineSimilarity(value, other.value, 2, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C, D, E] -> [A, B, C, E]` */
@ShapeRule("left:s right:t -> without(broadcast(s, t), 3)")
@JvmName("cosineSimilarity5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cosineSimilarity(
    other: Tensor<Rank5<A, B, C, D, E>>,
    over: D,
    eps: Double = 1e-8,
): Tensor<Rank4<A, B, C, E>> = Tensor(cosineSimilarity(value, other.value, 3, eps))

/** The cosine of the angle between vectors along [over]; lengths count as at least [eps]. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("left:s right:t -> without(broadcast(s, t), 4)")
@JvmName("cosineSimilarity5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cosineSimilarity(
    other: Tensor<Rank5<A, B, C, D, E>>,
    over: E,
    eps: Double = 1e-8,
): Tensor<Rank4<A, B, C, D>> = Tensor(cosineSimilarity(value, other.value, 4, eps))
