package dev.rankine.tensor

import dev.rankine.ops.argmax
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The index (int64) of the largest element over all elements. */
@ShapeRule("s -> []")
@JvmName("argmaxAll")
public fun <S : Shape> Tensor<S>.argmax(): Tensor<Scalar> = Tensor(argmax(value))

/** The index (int64) of the largest element along [over]. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("argmax1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.argmax(over: A): Tensor<Scalar> = Tensor(argmax(value, 0))

/** The index (int64) of the largest element along [over]. `[A, B] -> [B]` */
@ShapeRule("[a, b] -> [b]")
@JvmName("argmax2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.argmax(over: A): Tensor<Vec<B>> = Tensor(argmax(value, 0))

/** The index (int64) of the largest element along [over]. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("argmax2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.argmax(over: B): Tensor<Vec<A>> = Tensor(argmax(value, 1))

/** The index (int64) of the largest element along [over]. `[A, B, C] -> [B, C]` */
@ShapeRule("[a, b, c] -> [b, c]")
@JvmName("argmax3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.argmax(over: A): Tensor<Mat<B, C>> = Tensor(argmax(value, 0))

/** The index (int64) of the largest element along [over]. `[A, B, C] -> [A, C]` */
@ShapeRule("[a, b, c] -> [a, c]")
@JvmName("argmax3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.argmax(over: B): Tensor<Mat<A, C>> = Tensor(argmax(value, 1))

/** The index (int64) of the largest element along [over]. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("argmax3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.argmax(over: C): Tensor<Mat<A, B>> = Tensor(argmax(value, 2))

/** The index (int64) of the largest element along [over]. `[A, B, C, D] -> [B, C, D]` */
@ShapeRule("[a, b, c, d] -> [b, c, d]")
@JvmName("argmax4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argmax(over: A): Tensor<Cube<B, C, D>> =
    Tensor(argmax(value, 0))

/** The index (int64) of the largest element along [over]. `[A, B, C, D] -> [A, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, c, d]")
@JvmName("argmax4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argmax(over: B): Tensor<Cube<A, C, D>> =
    Tensor(argmax(value, 1))

/** The index (int64) of the largest element along [over]. `[A, B, C, D] -> [A, B, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, d]")
@JvmName("argmax4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argmax(over: C): Tensor<Cube<A, B, D>> =
    Tensor(argmax(value, 2))

/** The index (int64) of the largest element along [over]. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("argmax4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.argmax(over: D): Tensor<Cube<A, B, C>> =
    Tensor(argmax(value, 3))

/** The index (int64) of the largest element along [over]. `[A, B, C, D, E] -> [B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [b, c, d, e]")
@JvmName("argmax5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argmax(
    over: A,
): Tensor<Rank4<B, C, D, E>> = Tensor(argmax(value, 0))

/** The index (int64) of the largest element along [over]. `[A, B, C, D, E] -> [A, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, c, d, e]")
@JvmName("argmax5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argmax(
    over: B,
): Tensor<Rank4<A, C, D, E>> = Tensor(argmax(value, 1))

/** The index (int64) of the largest element along [over]. `[A, B, C, D, E] -> [A, B, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, d, e]")
@JvmName("argmax5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argmax(
    over: C,
): Tensor<Rank4<A, B, D, E>> = Tensor(argmax(value, 2))

/** The index (int64) of the largest element along [over]. `[A, B, C, D, E] -> [A, B, C, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, e]")
@JvmName("argmax5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argmax(
    over: D,
): Tensor<Rank4<A, B, C, E>> = Tensor(argmax(value, 3))

/** The index (int64) of the largest element along [over]. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("argmax5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.argmax(
    over: E,
): Tensor<Rank4<A, B, C, D>> = Tensor(argmax(value, 4))
