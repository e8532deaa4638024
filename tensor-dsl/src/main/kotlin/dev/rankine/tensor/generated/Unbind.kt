package dev.rankine.tensor

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Vec

/** The slices along [over], one by one, without a copy. `[A] -> [] ...` */
@JvmName("unbind1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.unbind(over: A): List<Tensor<Scalar>> = unbound(value, 0)

/** The slices along [over], one by one, without a copy. `[A, B] -> [B] ...` */
@JvmName("unbind2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.unbind(over: A): List<Tensor<Vec<B>>> = unbound(value, 0)

/** The slices along [over], one by one, without a copy. `[A, B] -> [A] ...` */
@JvmName("unbind2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.unbind(over: B): List<Tensor<Vec<A>>> = unbound(value, 1)

/** The slices along [over], one by one, without a copy. `[A, B, C] -> [B, C] ...` */
@JvmName("unbind3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.unbind(over: A): List<Tensor<Mat<B, C>>> = unbound(value, 0)

/** The slices along [over], one by one, without a copy. `[A, B, C] -> [A, C] ...` */
@JvmName("unbind3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.unbind(over: B): List<Tensor<Mat<A, C>>> = unbound(value, 1)

/** The slices along [over], one by one, without a copy. `[A, B, C] -> [A, B] ...` */
@JvmName("unbind3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.unbind(over: C): List<Tensor<Mat<A, B>>> = unbound(value, 2)

/** The slices along [over], one by one, without a copy. `[A, B, C, D] -> [B, C, D] ...` */
@JvmName("unbind4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.unbind(over: A): List<Tensor<Cube<B, C, D>>> =
    unbound(value, 0)

/** The slices along [over], one by one, without a copy. `[A, B, C, D] -> [A, C, D] ...` */
@JvmName("unbind4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.unbind(over: B): List<Tensor<Cube<A, C, D>>> =
    unbound(value, 1)

/** The slices along [over], one by one, without a copy. `[A, B, C, D] -> [A, B, D] ...` */
@JvmName("unbind4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.unbind(over: C): List<Tensor<Cube<A, B, D>>> =
    unbound(value, 2)

/** The slices along [over], one by one, without a copy. `[A, B, C, D] -> [A, B, C] ...` */
@JvmName("unbind4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.unbind(over: D): List<Tensor<Cube<A, B, C>>> =
    unbound(value, 3)

/** The slices along [over], one by one, without a copy. `[A, B, C, D, E] -> [B, C, D, E] ...` */
@JvmName("unbind5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.unbind(
    over: A,
): List<Tensor<Rank4<B, C, D, E>>> = unbound(value, 0)

/** The slices along [over], one by one, without a copy. `[A, B, C, D, E] -> [A, C, D, E] ...` */
@JvmName("unbind5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.unbind(
    over: B,
): List<Tensor<Rank4<A, C, D, E>>> = unbound(value, 1)

/** The slices along [over], one by one, without a copy. `[A, B, C, D, E] -> [A, B, D, E] ...` */
@JvmName("unbind5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.unbind(
    over: C,
): List<Tensor<Rank4<A, B, D, E>>> = unbound(value, 2)

/** The slices along [over], one by one, without a copy. `[A, B, C, D, E] -> [A, B, C, E] ...` */
@JvmName("unbind5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.unbind(
    over: D,
): List<Tensor<Rank4<A, B, C, E>>> = unbound(value, 3)

/** The slices along [over], one by one, without a copy. `[A, B, C, D, E] -> [A, B, C, D] ...` */
@JvmName("unbind5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.unbind(
    over: E,
): List<Tensor<Rank4<A, B, C, D>>> = unbound(value, 4)
