package dev.rankine.tensor

import dev.rankine.ops.select
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Vec

/** Element [index] along [over], without a copy; a negative index counts from the end. `[A] -> []` */
@JvmName("select1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.select(over: A, index: Int): Tensor<Scalar> = Tensor(select(value, 0, index))

/** Element [index] along [over], without a copy; a negative index counts from the end. `[A, B] -> [B]` */
@JvmName("select2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.select(over: A, index: Int): Tensor<Vec<B>> = Tensor(select(value, 0, index))

/** Element [index] along [over], without a copy; a negative index counts from the end. `[A, B] -> [A]` */
@JvmName("select2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.select(over: B, index: Int): Tensor<Vec<A>> = Tensor(select(value, 1, index))

/** Element [index] along [over], without a copy; a negative index counts from the end. `[A, B, C] -> [B, C]` */
@JvmName("select3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.select(over: A, index: Int): Tensor<Mat<B, C>> =
    Tensor(select(value, 0, index))

/** Element [index] along [over], without a copy; a negative index counts from the end. `[A, B, C] -> [A, C]` */
@JvmName("select3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.select(over: B, index: Int): Tensor<Mat<A, C>> =
    Tensor(select(value, 1, index))

/** Element [index] along [over], without a copy; a negative index counts from the end. `[A, B, C] -> [A, B]` */
@JvmName("select3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.select(over: C, index: Int): Tensor<Mat<A, B>> =
    Tensor(select(value, 2, index))

/** Element [index] along [over], without a copy; a negative index counts from the end. `[A, B, C, D] -> [B, C, D]` */
@JvmName("select4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.select(over: A, index: Int): Tensor<Cube<B, C, D>> =
    Tensor(select(value, 0, index))

/** Element [index] along [over], without a copy; a negative index counts from the end. `[A, B, C, D] -> [A, C, D]` */
@JvmName("select4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.select(over: B, index: Int): Tensor<Cube<A, C, D>> =
    Tensor(select(value, 1, index))

/** Element [index] along [over], without a copy; a negative index counts from the end. `[A, B, C, D] -> [A, B, D]` */
@JvmName("select4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.select(over: C, index: Int): Tensor<Cube<A, B, D>> =
    Tensor(select(value, 2, index))

/** Element [index] along [over], without a copy; a negative index counts from the end. `[A, B, C, D] -> [A, B, C]` */
@JvmName("select4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.select(over: D, index: Int): Tensor<Cube<A, B, C>> =
    Tensor(select(value, 3, index))

/** Element [index] along [over], without a copy; a negative index counts from the end. `[A, B, C, D, E] -> [B, C, D, E]` */
@JvmName("select5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.select(
    over: A,
    index: Int,
): Tensor<Rank4<B, C, D, E>> = Tensor(select(value, 0, index))

/** Element [index] along [over], without a copy; a negative index counts from the end. `[A, B, C, D, E] -> [A, C, D, E]` */
@JvmName("select5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.select(
    over: B,
    index: Int,
): Tensor<Rank4<A, C, D, E>> = Tensor(select(value, 1, index))

/** Element [index] along [over], without a copy; a negative index counts from the end. `[A, B, C, D, E] -> [A, B, D, E]` */
@JvmName("select5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.select(
    over: C,
    index: Int,
): Tensor<Rank4<A, B, D, E>> = Tensor(select(value, 2, index))

/** Element [index] along [over], without a copy; a negative index counts from the end. `[A, B, C, D, E] -> [A, B, C, E]` */
@JvmName("select5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.select(
    over: D,
    index: Int,
): Tensor<Rank4<A, B, C, E>> = Tensor(select(value, 3, index))

/** Element [index] along [over], without a copy; a negative index counts from the end. `[A, B, C, D, E] -> [A, B, C, D]` */
@JvmName("select5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.select(
    over: E,
    index: Int,
): Tensor<Rank4<A, B, C, D>> = Tensor(select(value, 4, index))
