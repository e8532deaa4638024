package dev.rankine.tensor

import dev.rankine.ops.cummin
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The smallest element so far along [over]. `[A] -> [A]` */
@ShapeRule("[a] -> [a]")
@JvmName("cummin1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.cummin(over: A): Tensor<Vec<A>> = Tensor(cummin(value, 0))

/** The smallest element so far along [over]. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] -> [a, b]")
@JvmName("cummin2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.cummin(over: A): Tensor<Mat<A, B>> = Tensor(cummin(value, 0))

/** The smallest element so far along [over]. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] -> [a, b]")
@JvmName("cummin2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.cummin(over: B): Tensor<Mat<A, B>> = Tensor(cummin(value, 1))

/** The smallest element so far along [over]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("cummin3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cummin(over: A): Tensor<Cube<A, B, C>> = Tensor(cummin(value, 0))

/** The smallest element so far along [over]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("cummin3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cummin(over: B): Tensor<Cube<A, B, C>> = Tensor(cummin(value, 1))

/** The smallest element so far along [over]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("cummin3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cummin(over: C): Tensor<Cube<A, B, C>> = Tensor(cummin(value, 2))

/** The smallest element so far along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("cummin4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cummin(over: A): Tensor<Rank4<A, B, C, D>> =
    Tensor(cummin(value, 0))

/** The smallest element so far along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("cummin4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cummin(over: B): Tensor<Rank4<A, B, C, D>> =
    Tensor(cummin(value, 1))

/** The smallest element so far along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("cummin4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cummin(over: C): Tensor<Rank4<A, B, C, D>> =
    Tensor(cummin(value, 2))

/** The smallest element so far along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("cummin4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cummin(over: D): Tensor<Rank4<A, B, C, D>> =
    Tensor(cummin(value, 3))

/** The smallest element so far along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("cummin5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cummin(
    over: A,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(cummin(value, 0))

/** The smallest element so far along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("cummin5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cummin(
    over: B,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(cummin(value, 1))

/** The smallest element so far along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("cummin5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cummin(
    over: C,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(cummin(value, 2))

/** The smallest element so far along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("cummin5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cummin(
    over: D,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(cummin(value, 3))

/** The smallest element so far along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("cummin5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cummin(
    over: E,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(cummin(value, 4))

/** The smallest element so far along the last axis. */
@ShapeRule("s -> s")
@JvmName("cumminLastAny")
public fun <S : Shape> Tensor<S>.cumminLast(): Tensor<S> = Tensor(cummin(value, -1))
