package dev.rankine.tensor

import dev.rankine.ops.prod
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The product over all elements. */
@ShapeRule("s -> []")
@JvmName("prodAll")
public fun <S : Shape> Tensor<S>.prod(): Tensor<Scalar> = Tensor(prod(value))

/** The product along [over]. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("prod1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.prod(over: A): Tensor<Scalar> = Tensor(prod(value, 0))

/** The product along [over]. `[A, B] -> [B]` */
@ShapeRule("[a, b] -> [b]")
@JvmName("prod2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.prod(over: A): Tensor<Vec<B>> = Tensor(prod(value, 0))

/** The product along [over]. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("prod2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.prod(over: B): Tensor<Vec<A>> = Tensor(prod(value, 1))

/** The product along [over]. `[A, B, C] -> [B, C]` */
@ShapeRule("[a, b, c] -> [b, c]")
@JvmName("prod3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.prod(over: A): Tensor<Mat<B, C>> = Tensor(prod(value, 0))

/** The product along [over]. `[A, B, C] -> [A, C]` */
@ShapeRule("[a, b, c] -> [a, c]")
@JvmName("prod3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.prod(over: B): Tensor<Mat<A, C>> = Tensor(prod(value, 1))

/** The product along [over]. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("prod3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.prod(over: C): Tensor<Mat<A, B>> = Tensor(prod(value, 2))

/** The product along [over]. `[A, B, C, D] -> [B, C, D]` */
@ShapeRule("[a, b, c, d] -> [b, c, d]")
@JvmName("prod4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.prod(over: A): Tensor<Cube<B, C, D>> =
    Tensor(prod(value, 0))

/** The product along [over]. `[A, B, C, D] -> [A, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, c, d]")
@JvmName("prod4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.prod(over: B): Tensor<Cube<A, C, D>> =
    Tensor(prod(value, 1))

/** The product along [over]. `[A, B, C, D] -> [A, B, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, d]")
@JvmName("prod4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.prod(over: C): Tensor<Cube<A, B, D>> =
    Tensor(prod(value, 2))

/** The product along [over]. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("prod4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.prod(over: D): Tensor<Cube<A, B, C>> =
    Tensor(prod(value, 3))

/** The product along [over]. `[A, B, C, D, E] -> [B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [b, c, d, e]")
@JvmName("prod5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.prod(
    over: A,
): Tensor<Rank4<B, C, D, E>> = Tensor(prod(value, 0))

/** The product along [over]. `[A, B, C, D, E] -> [A, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, c, d, e]")
@JvmName("prod5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.prod(
    over: B,
): Tensor<Rank4<A, C, D, E>> = Tensor(prod(value, 1))

/** The product along [over]. `[A, B, C, D, E] -> [A, B, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, d, e]")
@JvmName("prod5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.prod(
    over: C,
): Tensor<Rank4<A, B, D, E>> = Tensor(prod(value, 2))

/** The product along [over]. `[A, B, C, D, E] -> [A, B, C, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, e]")
@JvmName("prod5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.prod(
    over: D,
): Tensor<Rank4<A, B, C, E>> = Tensor(prod(value, 3))

/** The product along [over]. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("prod5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.prod(
    over: E,
): Tensor<Rank4<A, B, C, D>> = Tensor(prod(value, 4))
