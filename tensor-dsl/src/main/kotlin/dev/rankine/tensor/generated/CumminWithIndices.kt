package dev.rankine.tensor

import dev.rankine.ops.cumminWithIndices
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Vec

/** The smallest element so far along [over], and (int64) where it is. `[A] -> [A] [A]` */
@JvmName("cumminWithIndices1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.cumminWithIndices(over: A): Pair<Tensor<Vec<A>>, Tensor<Vec<A>>> =
    cumminWithIndices(value, 0).tensors()

/** The smallest element so far along [over], and (int64) where it is. `[A, B] -> [A, B] [A, B]` */
@JvmName("cumminWithIndices2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.cumminWithIndices(over: A): Pair<Tensor<Mat<A, B>>, Tensor<Mat<A, B>>> =
    cumminWithIndices(value, 0).tensors()

/** The smallest element so far along [over], and (int64) where it is. `[A, B] -> [A, B] [A, B]` */
@JvmName("cumminWithIndices2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.cumminWithIndices(over: B): Pair<Tensor<Mat<A, B>>, Tensor<Mat<A, B>>> =
    cumminWithIndices(value, 1).tensors()

/** The smallest element so far along [over], and (int64) where it is. `[A, B, C] -> [A, B, C] [A, B, C]` */
@JvmName("cumminWithIndices3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cumminWithIndices(
    over: A,
): Pair<Tensor<Cube<A, B, C>>, Tensor<Cube<A, B, C>>> = cumminWithIndices(value, 0).tensors()

/** The smallest element so far along [over], and (int64) where it is. `[A, B, C] -> [A, B, C] [A, B, C]` */
@JvmName("cumminWithIndices3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cumminWithIndices(
    over: B,
): Pair<Tensor<Cube<A, B, C>>, Tensor<Cube<A, B, C>>> = cumminWithIndices(value, 1).tensors()

/** The smallest element so far along [over], and (int64) where it is. `[A, B, C] -> [A, B, C] [A, B, C]` */
@JvmName("cumminWithIndices3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cumminWithIndices(
    over: C,
): Pair<Tensor<Cube<A, B, C>>, Tensor<Cube<A, B, C>>> = cumminWithIndices(value, 2).tensors()

/** The smallest element so far along [over], and (int64) where it is. `[A, B, C, D] -> [A, B, C, D] [A, B, C, D]` */
@JvmName("cumminWithIndices4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cumminWithIndices(
    over: A,
): Pair<Tensor<Rank4<A, B, C, D>>, Tensor<Rank4<A, B, C, D>>> = cumminWithIndices(value, 0).tensors()

/** The smallest element so far along [over], and (int64) where it is. `[A, B, C, D] -> [A, B, C, D] [A, B, C, D]` */
@JvmName("cumminWithIndices4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cumminWithIndices(
    over: B,
): Pair<Tensor<Rank4<A, B, C, D>>, Tensor<Rank4<A, B, C, D>>> = cumminWithIndices(value, 1).tensors()

/** The smallest element so far along [over], and (int64) where it is. `[A, B, C, D] -> [A, B, C, D] [A, B, C, D]` */
@JvmName("cumminWithIndices4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cumminWithIndices(
    over: C,
): Pair<Tensor<Rank4<A, B, C, D>>, Tensor<Rank4<A, B, C, D>>> = cumminWithIndices(value, 2).tensors()

/** The smallest element so far along [over], and (int64) where it is. `[A, B, C, D] -> [A, B, C, D] [A, B, C, D]` */
@JvmName("cumminWithIndices4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cumminWithIndices(
    over: D,
): Pair<Tensor<Rank4<A, B, C, D>>, Tensor<Rank4<A, B, C, D>>> = cumminWithIndices(value, 3).tensors()

/** The smallest element so far along [over], and (int64) where it is. `[A, B, C, D, E] -> [A, B, C, D, E] [A, B, C, D, E]` */
@JvmName("cumminWithIndices5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cumminWithIndices(
    over: A,
): Pair<Tensor<Rank5<A, B, C, D, E>>, Tensor<Rank5<A, B, C, D, E>>> = cumminWithIndices(value, 0).tensors()

/** The smallest element so far along [over], and (int64) where it is. `[A, B, C, D, E] -> [A, B, C, D, E] [A, B, C, D, E]` */
@JvmName("cumminWithIndices5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cumminWithIndices(
    over: B,
): Pair<Tensor<Rank5<A, B, C, D, E>>, Tensor<Rank5<A, B, C, D, E>>> = cumminWithIndices(value, 1).tensors()

/** The smallest element so far along [over], and (int64) where it is. `[A, B, C, D, E] -> [A, B, C, D, E] [A, B, C, D, E]` */
@JvmName("cumminWithIndices5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cumminWithIndices(
    over: C,
): Pair<Tensor<Rank5<A, B, C, D, E>>, Tensor<Rank5<A, B, C, D, E>>> = cumminWithIndices(value, 2).tensors()

/** The smallest element so far along [over], and (int64) where it is. `[A, B, C, D, E] -> [A, B, C, D, E] [A, B, C, D, E]` */
@JvmName("cumminWithIndices5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cumminWithIndices(
    over: D,
): Pair<Tensor<Rank5<A, B, C, D, E>>, Tensor<Rank5<A, B, C, D, E>>> = cumminWithIndices(value, 3).tensors()

/** The smallest element so far along [over], and (int64) where it is. `[A, B, C, D, E] -> [A, B, C, D, E] [A, B, C, D, E]` */
@JvmName("cumminWithIndices5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cumminWithIndices(
    over: E,
): Pair<Tensor<Rank5<A, B, C, D, E>>, Tensor<Rank5<A, B, C, D, E>>> = cumminWithIndices(value, 4).tensors()
