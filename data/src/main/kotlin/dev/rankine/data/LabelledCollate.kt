package dev.rankine.data

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Vec
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.stack

/**
 * A batch of inputs of one size, each with a number or a class. `[] []` of each example, `[B] [B]` of all.
 *
 * @throws ShapeException if there is no example, or their sizes differ.
 */
@JvmName("collateVec")
public fun <B : Dim<B>> List<Labelled<Scalar, Scalar>>.collate(batch: B): Labelled<Vec<B>, Vec<B>> =
    (batch of size).let { all -> Labelled(map { it.inputs }.stack(all), map { it.targets }.stack(all)) }

/**
 * A batch of inputs of one size, each with a number or a class. `[A] []` of each example, `[B, A] [B]` of all.
 *
 * @throws ShapeException if there is no example, or their sizes differ.
 */
@JvmName("collateMat")
public fun <B : Dim<B>, A : Dim<*>> List<Labelled<Vec<A>, Scalar>>.collate(batch: B): Labelled<Mat<B, A>, Vec<B>> =
    (batch of size).let { all -> Labelled(map { it.inputs }.stack(all), map { it.targets }.stack(all)) }

/**
 * A batch of inputs of one size, each with a number or a class. `[A, C] []` of each example, `[B, A, C] [B]` of all.
 *
 * @throws ShapeException if there is no example, or their sizes differ.
 */
@JvmName("collateCube")
public fun <B : Dim<B>, A : Dim<*>, C : Dim<*>> List<Labelled<Mat<A, C>, Scalar>>.collate(batch: B): Labelled<Cube<B, A, C>, Vec<B>> =
    (batch of size).let { all -> Labelled(map { it.inputs }.stack(all), map { it.targets }.stack(all)) }

/**
 * A batch of inputs of one size, each with a number or a class. `[A, C, D] []` of each example, `[B, A, C, D] [B]` of all.
 *
 * @throws ShapeException if there is no example, or their sizes differ.
 */
@JvmName("collateRank4")
public fun <B : Dim<B>, A : Dim<*>, C : Dim<*>, D : Dim<*>> List<Labelled<Cube<A, C, D>, Scalar>>.collate(
    batch: B,
): Labelled<Rank4<B, A, C, D>, Vec<B>> =
    (batch of size).let { all -> Labelled(map { it.inputs }.stack(all), map { it.targets }.stack(all)) }

/**
 * A batch of inputs of one size, each with a number or a class. `[A, C, D, E] []` of each example, `[B, A, C, D, E] [B]` of all.
 *
 * @throws ShapeException if there is no example, or their sizes differ.
 */
@JvmName("collateRank5")
public fun <B : Dim<B>, A : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> List<Labelled<Rank4<A, C, D, E>, Scalar>>.collate(
    batch: B,
): Labelled<Rank5<B, A, C, D, E>, Vec<B>> =
    (batch of size).let { all -> Labelled(map { it.inputs }.stack(all), map { it.targets }.stack(all)) }
