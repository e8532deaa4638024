package dev.rankine.tensor

import dev.rankine.ops.cumprod
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The running product along [over]. `[A] -> [A]` */
@ShapeRule("[a] -> [a]")
@JvmName("cumprod1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.cumprod(over: A): Tensor<Vec<A>> = Tensor(cumprod(value, 0))

/** The running product along [over]. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] -> [a, b]")
@JvmName("cumprod2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.cumprod(over: A): Tensor<Mat<A, B>> = Tensor(cumprod(value, 0))

/** The running product along [over]. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] -> [a, b]")
@JvmName("cumprod2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.cumprod(over: B): Tensor<Mat<A, B>> = Tensor(cumprod(value, 1))

/** The running product along [over]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("cumprod3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cumprod(over: A): Tensor<Cube<A, B, C>> = Tensor(cumprod(value, 0))

/** The running product along [over]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("cumprod3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cumprod(over: B): Tensor<Cube<A, B, C>> = Tensor(cumprod(value, 1))

/** The running product along [over]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("cumprod3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cumprod(over: C): Tensor<Cube<A, B, C>> = Tensor(cumprod(value, 2))

/** The running product along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("cumprod4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cumprod(over: A): Tensor<Rank4<A, B, C, D>> =
    Tensor(cumprod(value, 0))

/** The running product along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("cumprod4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cumprod(over: B): Tensor<Rank4<A, B, C, D>> =
    Tensor(cumprod(value, 1))

/** The running product along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("cumprod4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cumprod(over: C): Tensor<Rank4<A, B, C, D>> =
    Tensor(cumprod(value, 2))

/** The running product along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("cumprod4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cumprod(over: D): Tensor<Rank4<A, B, C, D>> =
    Tensor(cumprod(value, 3))

/** The running product along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("cumprod5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cumprod(
    over: A,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(cumprod(value, 0))

/** The running product along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("cumprod5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cumprod(
    over: B,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(cumprod(value, 1))

/** The running product along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("cumprod5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cumprod(
    over: C,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(cumprod(value, 2))

/** The running product along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("cumprod5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cumprod(
    over: D,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(cumprod(value, 3))

/** The running product along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("cumprod5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cumprod(
    over: E,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(cumprod(value, 4))

/** The running product along the last axis. */
@ShapeRule("s -> s")
@JvmName("cumprodLastAny")
public fun <S : Shape> Tensor<S>.cumprodLast(): Tensor<S> = Tensor(cumprod(value, -1))
