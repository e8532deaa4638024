package dev.rankine.tensor

import dev.rankine.ops.pairwiseDistance
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** `(sum |x - other + eps|^p)^(1/p)` along the last axis. `[A] -> []` */
@ShapeRule("left:s right:t -> without(broadcast(s, t), 0)")
@JvmName("pairwiseDistance1")
public fun <A : Dim<*>> Tensor<Vec<A>>.pairwiseDistance(other: Tensor<Vec<A>>, p: Double = 2.0, eps: Double = 1e-6): Tensor<Scalar> =
    Tensor(pairwiseDistance(value, other.value, p, eps))

/** `(sum |x - other + eps|^p)^(1/p)` along the last axis. `[A, B] -> [A]` */
@ShapeRule("left:s right:t -> without(broadcast(s, t), 1)")
@JvmName("pairwiseDistance2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.pairwiseDistance(
    other: Tensor<Mat<A, B>>,
    p: Double = 2.0,
    eps: Double = 1e-6,
): Tensor<Vec<A>> = Tensor(pairwiseDistance(value, other.value, p, eps))

/** `(sum |x - other + eps|^p)^(1/p)` along the last axis. `[A, B, C] -> [A, B]` */
@ShapeRule("left:s right:t -> without(broadcast(s, t), 2)")
@JvmName("pairwiseDistance3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.pairwiseDistance(
    other: Tensor<Cube<A, B, C>>,
    p: Double = 2.0,
    eps: Double = 1e-6,
): Tensor<Mat<A, B>> = Tensor(pairwiseDistance(value, other.value, p, eps))

/** `(sum |x - other + eps|^p)^(1/p)` along the last axis. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("left:s right:t -> without(broadcast(s, t), 3)")
@JvmName("pairwiseDistance4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.pairwiseDistance(
    other: Tensor<Rank4<A, B, C, D>>,
    p: Double = 2.0,
    eps: Double = 1e-6,
): Tensor<Cube<A, B, C>> = Tensor(pairwiseDistance(value, other.value, p, eps))

/** `(sum |x - other + eps|^p)^(1/p)` along the last axis. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("left:s right:t -> without(broadcast(s, t), 4)")
@JvmName("pairwiseDistance5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.pairwiseDistance(
    other: Tensor<Rank5<A, B, C, D, E>>,
    p: Double = 2.0,
    eps: Double = 1e-6,
): Tensor<Rank4<A, B, C, D>> = Tensor(pairwiseDistance(value, other.value, p, eps))
