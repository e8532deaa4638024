package dev.rankine.tensor

import dev.rankine.ops.cummax
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The largest element so far along [over]. `[A] -> [A]` */
@ShapeRule("[a] -> [a]")
@JvmName("cummax1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.cummax(over: A): Tensor<Vec<A>> = Tensor(cummax(value, 0))

/** The largest element so far along [over]. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] -> [a, b]")
@JvmName("cummax2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.cummax(over: A): Tensor<Mat<A, B>> = Tensor(cummax(value, 0))

/** The largest element so far along [over]. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] -> [a, b]")
@JvmName("cummax2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.cummax(over: B): Tensor<Mat<A, B>> = Tensor(cummax(value, 1))

/** The largest element so far along [over]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("cummax3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cummax(over: A): Tensor<Cube<A, B, C>> = Tensor(cummax(value, 0))

/** The largest element so far along [over]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("cummax3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cummax(over: B): Tensor<Cube<A, B, C>> = Tensor(cummax(value, 1))

/** The largest element so far along [over]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("cummax3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cummax(over: C): Tensor<Cube<A, B, C>> = Tensor(cummax(value, 2))

/** The largest element so far along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("cummax4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cummax(over: A): Tensor<Rank4<A, B, C, D>> =
    Tensor(cummax(value, 0))

/** The largest element so far along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("cummax4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cummax(over: B): Tensor<Rank4<A, B, C, D>> =
    Tensor(cummax(value, 1))

/** The largest element so far along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("cummax4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cummax(over: C): Tensor<Rank4<A, B, C, D>> =
    Tensor(cummax(value, 2))

/** The largest element so far along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("cummax4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cummax(over: D): Tensor<Rank4<A, B, C, D>> =
    Tensor(cummax(value, 3))

/** The largest element so far along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("cummax5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cummax(
    over: A,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(cummax(value, 0))

/** The largest element so far along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("cummax5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cummax(
    over: B,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(cummax(value, 1))

/** The largest element so far along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("cummax5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cummax(
    over: C,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(cummax(value, 2))

/** The largest element so far along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("cummax5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cummax(
    over: D,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(cummax(value, 3))

/** The largest element so far along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("cummax5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cummax(
    over: E,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(cummax(value, 4))

/** The largest element so far along the last axis. */
@ShapeRule("s -> s")
@JvmName("cummaxLastAny")
public fun <S : Shape> Tensor<S>.cummaxLast(): Tensor<S> = Tensor(cummax(value, -1))
