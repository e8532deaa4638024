package dev.rankine.tensor

import dev.rankine.ops.argmin
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The index (int64) of the smallest element over all elements. */
@ShapeRule("s -> []")
@JvmName("argminAll")
public fun <S : Shape> Tensor<S>.argmin(): Tensor<Scalar> = Tensor(argmin(value))

/** The index (int64) of the smallest element along [over]. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("argmin1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.argmin(over: A): Tensor<Scalar> = Tensor(argmin(value, 0))

/** The index (int64) of the smallest element along [over]. `[A, B] -> [B]` */
@ShapeRule("[a, b] -> [b]")
@JvmName("argmin2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.argmin(over: A): Tensor<Vec<B>> = Tensor(argmin(value, 0))

/** The index (int64) of the smallest element along [over]. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("argmin2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.argmin(over: B): Tensor<Vec<A>> = Tensor(argmin(value, 1))

/** The index (int64) of the smallest element along [over]. `[A, B, C] -> [B, C]` */
@ShapeRule("[a, b, c] -> [b, c]")
@JvmName("argmin3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.argmin(over: A): Tensor<Mat<B, C>> = Tensor(argmin(value, 0))

/** The index (int64) of the smallest element along [over]. `[A, B, C] -> [A, C]` */
@ShapeRule("[a, b, c] -> [a, c]")
@JvmName("argmin3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.argmin(over: B): Tensor<Mat<A, C>> = Tensor(argmin(value, 1))

/** The index (int64) of the smallest element along [over]. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("argmin3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.argmin(over: C): Tensor<Mat<A, B>> = Tensor(argmin(value, 2))

/** The index (int64) of the smallest element along [over]. `[A, B, C, D] -> [B, C, D]` */
@ShapeRule("[a, b, c, d] -> [b, c, d]")
@JvmName("argmin4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argmin(over: A): Tensor<Cube<B, C, D>> =
    Tensor(argmin(value, 0))

/** The index (int64) of the smallest element along [over]. `[A, B, C, D] -> [A, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, c, d]")
@JvmName("argmin4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argmin(over: B): Tensor<Cube<A, C, D>> =
    Tensor(argmin(value, 1))

/** The index (int64) of the smallest element along [over]. `[A, B, C, D] -> [A, B, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, d]")
@JvmName("argmin4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argmin(over: C): Tensor<Cube<A, B, D>> =
    Tensor(argmin(value, 2))

/** The index (int64) of the smallest element along [over]. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("argmin4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argmin(over: D): Tensor<Cube<A, B, C>> =
    Tensor(argmin(value, 3))

/** The index (int64) of the smallest element along [over]. `[A, B, C, D, E] -> [B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [b, c, d, e]")
@JvmName("argmin5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argmin(
    over: A,
): Tensor<Rank4<B, C, D, E>> = Tensor(argmin(value, 0))

/** The index (int64) of the smallest element along [over]. `[A, B, C, D, E] -> [A, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, c, d, e]")
@JvmName("argmin5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argmin(
    over: B,
): Tensor<Rank4<A, C, D, E>> = Tensor(argmin(value, 1))

/** The index (int64) of the smallest element along [over]. `[A, B, C, D, E] -> [A, B, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, d, e]")
@JvmName("argmin5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argmin(
    over: C,
): Tensor<Rank4<A, B, D, E>> = Tensor(argmin(value, 2))

/** The index (int64) of the smallest element along [over]. `[A, B, C, D, E] -> [A, B, C, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, e]")
@JvmName("argmin5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argmin(
    over: D,
): Tensor<Rank4<A, B, C, E>> = Tensor(argmin(value, 3))

/** The index (int64) of the smallest element along [over]. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("argmin5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argmin(
    over: E,
): Tensor<Rank4<A, B, C, D>> = Tensor(argmin(value, 4))
