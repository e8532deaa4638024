package dev.rankine.tensor

import dev.rankine.ops.amin
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The smallest element over all elements. */
@ShapeRule("s -> []")
@JvmName("aminAll")
public fun <S : Shape> Tensor<S>.amin(): Tensor<Scalar> = Tensor(amin(value))

/** The smallest element along [over]. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("amin1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.amin(over: A): Tensor<Scalar> = Tensor(amin(value, listOf(0)))

/** The smallest element along [over]. `[A, B] -> [B]` */
@ShapeRule("[a, b] -> [b]")
@JvmName("amin2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.amin(over: A): Tensor<Vec<B>> = Tensor(amin(value, listOf(0)))

/** The smallest element along [over]. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("amin2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.amin(over: B): Tensor<Vec<A>> = Tensor(amin(value, listOf(1)))

/** The smallest element along [over]. `[A, B, C] -> [B, C]` */
@ShapeRule("[a, b, c] -> [b, c]")
@JvmName("amin3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.amin(over: A): Tensor<Mat<B, C>> = Tensor(amin(value, listOf(0)))

/** The smallest element along [over]. `[A, B, C] -> [A, C]` */
@ShapeRule("[a, b, c] -> [a, c]")
@JvmName("amin3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.amin(over: B): Tensor<Mat<A, C>> = Tensor(amin(value, listOf(1)))

/** The smallest element along [over]. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("amin3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.amin(over: C): Tensor<Mat<A, B>> = Tensor(amin(value, listOf(2)))

/** The smallest element along [over]. `[A, B, C, D] -> [B, C, D]` */
@ShapeRule("[a, b, c, d] -> [b, c, d]")
@JvmName("amin4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.amin(over: A): Tensor<Cube<B, C, D>> =
    Tensor(amin(value, listOf(0)))

/** The smallest element along [over]. `[A, B, C, D] -> [A, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, c, d]")
@JvmName("amin4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.amin(over: B): Tensor<Cube<A, C, D>> =
    Tensor(amin(value, listOf(1)))

/** The smallest element along [over]. `[A, B, C, D] -> [A, B, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, d]")
@JvmName("amin4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.amin(over: C): Tensor<Cube<A, B, D>> =
    Tensor(amin(value, listOf(2)))

/** The smallest element along [over]. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("amin4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.amin(over: D): Tensor<Cube<A, B, C>> =
    Tensor(amin(value, listOf(3)))

/** The smallest element along [over]. `[A, B, C, D, E] -> [B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [b, c, d, e]")
@JvmName("amin5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.amin(
    over: A,
): Tensor<Rank4<B, C, D, E>> = Tensor(amin(value, listOf(0)))

/** The smallest element along [over]. `[A, B, C, D, E] -> [A, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, c, d, e]")
@JvmName("amin5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.amin(
    over: B,
): Tensor<Rank4<A, C, D, E>> = Tensor(amin(value, listOf(1)))

/** The smallest element along [over]. `[A, B, C, D, E] -> [A, B, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, d, e]")
@JvmName("amin5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.amin(
    over: C,
): Tensor<Rank4<A, B, D, E>> = Tensor(amin(value, listOf(2)))

/** The smallest element along [over]. `[A, B, C, D, E] -> [A, B, C, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, e]")
@JvmName("amin5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.amin(
    over: D,
): Tensor<Rank4<A, B, C, E>> = Tensor(amin(value, listOf(3)))

/** The smallest element along [over]. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("amin5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.amin(
    over: E,
): Tensor<Rank4<A, B, C, D>> = Tensor(amin(value, listOf(4)))
