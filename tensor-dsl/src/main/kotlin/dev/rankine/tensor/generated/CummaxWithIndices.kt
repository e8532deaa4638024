package dev.rankine.tensor

import dev.rankine.ops.cummaxWithIndices
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Vec

/** The largest element so far along [over], and (int64) where it is. `[A] -> [A] [A]` */
@JvmName("cummaxWithIndices1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.cummaxWithIndices(over: A): Pair<Tensor<Vec<A>>, Tensor<Vec<A>>> =
    cummaxWithIndices(value, 0).tensors()

/** The largest element so far along [over], and (int64) where it is. `[A, B] -> [A, B] [A, B]` */
@JvmName("cummaxWithIndices2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.cummaxWithIndices(over: A): Pair<Tensor<Mat<A, B>>, Tensor<Mat<A, B>>> =
    cummaxWithIndices(value, 0).tensors()

/** The largest element so far along [over], and (int64) where it is. `[A, B] -> [A, B] [A, B]` */
@JvmName("cummaxWithIndices2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.cummaxWithIndices(over: B): Pair<Tensor<Mat<A, B>>, Tensor<Mat<A, B>>> =
    cummaxWithIndices(value, 1).tensors()

/** The largest element so far along [over], and (int64) where it is. `[A, B, C] -> [A, B, C] [A, B, C]` */
@JvmName("cummaxWithIndices3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cummaxWithIndices(
    over: A,
): Pair<Tensor<Cube<A, B, C>>, Tensor<Cube<A, B, C>>> = cummaxWithIndices(value, 0).tensors()

/** The largest element so far along [over], and (int64) where it is. `[A, B, C] -> [A, B, C] [A, B, C]` */
@JvmName("cummaxWithIndices3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cummaxWithIndices(
    over: B,
): Pair<Tensor<Cube<A, B, C>>, Tensor<Cube<A, B, C>>> = cummaxWithIndices(value, 1).tensors()

/** The largest element so far along [over], and (int64) where it is. `[A, B, C] -> [A, B, C] [A, B, C]` */
@JvmName("cummaxWithIndices3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cummaxWithIndices(
    over: C,
): Pair<Tensor<Cube<A, B, C>>, Tensor<Cube<A, B, C>>> = cummaxWithIndices(value, 2).tensors()

/** The largest element so far along [over], and (int64) where it is. `[A, B, C, D] -> [A, B, C, D] [A, B, C, D]` */
@JvmName("cummaxWithIndices4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cummaxWithIndices(
    over: A,
): Pair<Tensor<Rank4<A, B, C, D>>, Tensor<Rank4<A, B, C, D>>> = cummaxWithIndices(value, 0).tensors()

/** The largest element so far along [over], and (int64) where it is. `[A, B, C, D] -> [A, B, C, D] [A, B, C, D]` */
@JvmName("cummaxWithIndices4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cummaxWithIndices(
    over: B,
): Pair<Tensor<Rank4<A, B, C, D>>, Tensor<Rank4<A, B, C, D>>> = cummaxWithIndices(value, 1).tensors()

/** The largest element so far along [over], and (int64) where it is. `[A, B, C, D] -> [A, B, C, D] [A, B, C, D]` */
@JvmName("cummaxWithIndices4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cummaxWithIndices(
    over: C,
): Pair<Tensor<Rank4<A, B, C, D>>, Tensor<Rank4<A, B, C, D>>> = cummaxWithIndices(value, 2).tensors()

/** The largest element so far along [over], and (int64) where it is. `[A, B, C, D] -> [A, B, C, D] [A, B, C, D]` */
@JvmName("cummaxWithIndices4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cummaxWithIndices(
    over: D,
): Pair<Tensor<Rank4<A, B, C, D>>, Tensor<Rank4<A, B, C, D>>> = cummaxWithIndices(value, 3).tensors()

/** The largest element so far along [over], and (int64) where it is. `[A, B, C, D, E] -> [A, B, C, D, E] [A, B, C, D, E]` */
@JvmName("cummaxWithIndices5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cummaxWithIndices(
    over: A,
): Pair<Tensor<Rank5<A, B, C, D, E>>, Tensor<Rank5<A, B, C, D, E>>> = cummaxWithIndices(value, 0).tensors()

/** The largest element so far along [over], and (int64) where it is. `[A, B, C, D, E] -> [A, B, C, D, E] [A, B, C, D, E]` */
@JvmName("cummaxWithIndices5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cummaxWithIndices(
    over: B,
): Pair<Tensor<Rank5<A, B, C, D, E>>, Tensor<Rank5<A, B, C, D, E>>> = cummaxWithIndices(value, 1).tensors()

/** The largest element so far along [over], and (int64) where it is. `[A, B, C, D, E] -> [A, B, C, D, E] [A, B, C, D, E]` */
@JvmName("cummaxWithIndices5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cummaxWithIndices(
    over: C,
): Pair<Tensor<Rank5<A, B, C, D, E>>, Tensor<Rank5<A, B, C, D, E>>> = cummaxWithIndices(value, 2).tensors()

/** The largest element so far along [over], and (int64) where it is. `[A, B, C, D, E] -> [A, B, C, D, E] [A, B, C, D, E]` */
@JvmName("cummaxWithIndices5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cummaxWithIndices(
    over: D,
): Pair<Tensor<Rank5<A, B, C, D, E>>, Tensor<Rank5<A, B, C, D, E>>> = cummaxWithIndices(value, 3).tensors()

/** The largest element so far along [over], and (int64) where it is. `[A, B, C, D, E] -> [A, B, C, D, E] [A, B, C, D, E]` */
@JvmName("cummaxWithIndices5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cummaxWithIndices(
    over: E,
): Pair<Tensor<Rank5<A, B, C, D, E>>, Tensor<Rank5<A, B, C, D, E>>> = cummaxWithIndices(value, 4).tensors()
