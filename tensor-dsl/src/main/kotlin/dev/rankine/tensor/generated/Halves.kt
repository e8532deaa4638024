package dev.rankine.tensor

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Half
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Vec

/** Both halves along [over], without a copy. `[A] -> [A/2] [A/2]` */
@JvmName("halves1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.halves(over: A): Pair<Tensor<Vec<Half<A>>>, Tensor<Vec<Half<A>>>> = halved(value, 0).tensors()

/** Both halves along [over], without a copy. `[A, B] -> [A/2, B] [A/2, B]` */
@JvmName("halves2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.halves(over: A): Pair<Tensor<Mat<Half<A>, B>>, Tensor<Mat<Half<A>, B>>> =
    halved(value, 0).tensors()

/** Both halves along [over], without a copy. `[A, B] -> [A, B/2] [A, B/2]` */
@JvmName("halves2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.halves(over: B): Pair<Tensor<Mat<A, Half<B>>>, Tensor<Mat<A, Half<B>>>> =
    halved(value, 1).tensors()

/** Both halves along [over], without a copy. `[A, B, C] -> [A/2, B, C] [A/2, B, C]` */
@JvmName("halves3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.halves(
    over: A,
): Pair<Tensor<Cube<Half<A>, B, C>>, Tensor<Cube<Half<A>, B, C>>> = halved(value, 0).tensors()

/** Both halves along [over], without a copy. `[A, B, C] -> [A, B/2, C] [A, B/2, C]` */
@JvmName("halves3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.halves(
    over: B,
): Pair<Tensor<Cube<A, Half<B>, C>>, Tensor<Cube<A, Half<B>, C>>> = halved(value, 1).tensors()

/** Both halves along [over], without a copy. `[A, B, C] -> [A, B, C/2] [A, B, C/2]` */
@JvmName("halves3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.halves(
    over: C,
): Pair<Tensor<Cube<A, B, Half<C>>>, Tensor<Cube<A, B, Half<C>>>> = halved(value, 2).tensors()

/** Both halves along [over], without a copy. `[A, B, C, D] -> [A/2, B, C, D] [A/2, B, C, D]` */
@JvmName("halves4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.halves(
    over: A,
): Pair<Tensor<Rank4<Half<A>, B, C, D>>, Tensor<Rank4<Half<A>, B, C, D>>> = halved(value, 0).tensors()

/** Both halves along [over], without a copy. `[A, B, C, D] -> [A, B/2, C, D] [A, B/2, C, D]` */
@JvmName("halves4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.halves(
    over: B,
): Pair<Tensor<Rank4<A, Half<B>, C, D>>, Tensor<Rank4<A, Half<B>, C, D>>> = halved(value, 1).tensors()

/** Both halves along [over], without a copy. `[A, B, C, D] -> [A, B, C/2, D] [A, B, C/2, D]` */
@JvmName("halves4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.halves(
    over: C,
): Pair<Tensor<Rank4<A, B, Half<C>, D>>, Tensor<Rank4<A, B, Half<C>, D>>> = halved(value, 2).tensors()

/** Both halves along [over], without a copy. `[A, B, C, D] -> [A, B, C, D/2] [A, B, C, D/2]` */
@JvmName("halves4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.halves(
    over: D,
): Pair<Tensor<Rank4<A, B, C, Half<D>>>, Tensor<Rank4<A, B, C, Half<D>>>> = halved(value, 3).tensors()

/** Both halves along [over], without a copy. `[A, B, C, D, E] -> [A/2, B, C, D, E] [A/2, B, C, D, E]` */
@JvmName("halves5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.halves(
    over: A,
): Pair<Tensor<Rank5<Half<A>, B, C, D, E>>, Tensor<Rank5<Half<A>, B, C, D, E>>> = halved(value, 0).tensors()

/** Both halves along [over], without a copy. `[A, B, C, D, E] -> [A, B/2, C, D, E] [A, B/2, C, D, E]` */
@JvmName("halves5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.halves(
    over: B,
): Pair<Tensor<Rank5<A, Half<B>, C, D, E>>, Tensor<Rank5<A, Half<B>, C, D, E>>> = halved(value, 1).tensors()

/** Both halves along [over], without a copy. `[A, B, C, D, E] -> [A, B, C/2, D, E] [A, B, C/2, D, E]` */
@JvmName("halves5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.halves(
    over: C,
): Pair<Tensor<Rank5<A, B, Half<C>, D, E>>, Tensor<Rank5<A, B, Half<C>, D, E>>> = halved(value, 2).tensors()

/** Both halves along [over], without a copy. `[A, B, C, D, E] -> [A, B, C, D/2, E] [A, B, C, D/2, E]` */
@JvmName("halves5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.halves(
    over: D,
): Pair<Tensor<Rank5<A, B, C, Half<D>, E>>, Tensor<Rank5<A, B, C, Half<D>, E>>> = halved(value, 3).tensors()

/** Both halves along [over], without a copy. `[A, B, C, D, E] -> [A, B, C, D, E/2] [A, B, C, D, E/2]` */
@JvmName("halves5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.halves(
    over: E,
): Pair<Tensor<Rank5<A, B, C, D, Half<E>>>, Tensor<Rank5<A, B, C, D, Half<E>>>> = halved(value, 4).tensors()
