package dev.rankine.tensor

import dev.rankine.ops.cumsum
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The running sum along [over]. `[A] -> [A]` */
@ShapeRule("[a] -> [a]")
@JvmName("cumsum1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.cumsum(over: A): Tensor<Vec<A>> = Tensor(cumsum(value, 0))

/** The running sum along [over]. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] -> [a, b]")
@JvmName("cumsum2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.cumsum(over: A): Tensor<Mat<A, B>> = Tensor(cumsum(value, 0))

/** The running sum along [over]. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] -> [a, b]")
@JvmName("cumsum2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.cumsum(over: B): Tensor<Mat<A, B>> = Tensor(cumsum(value, 1))

/** The running sum along [over]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("cumsum3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cumsum(over: A): Tensor<Cube<A, B, C>> = Tensor(cumsum(value, 0))

/** The running sum along [over]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("cumsum3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cumsum(over: B): Tensor<Cube<A, B, C>> = Tensor(cumsum(value, 1))

/** The running sum along [over]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("cumsum3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.cumsum(over: C): Tensor<Cube<A, B, C>> = Tensor(cumsum(value, 2))

/** The running sum along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("cumsum4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cumsum(over: A): Tensor<Rank4<A, B, C, D>> =
    Tensor(cumsum(value, 0))

/** The running sum along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("cumsum4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cumsum(over: B): Tensor<Rank4<A, B, C, D>> =
    Tensor(cumsum(value, 1))

/** The running sum along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("cumsum4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cumsum(over: C): Tensor<Rank4<A, B, C, D>> =
    Tensor(cumsum(value, 2))

/** The running sum along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("cumsum4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.cumsum(over: D): Tensor<Rank4<A, B, C, D>> =
    Tensor(cumsum(value, 3))

/** The running sum along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("cumsum5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cumsum(
    over: A,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(cumsum(value, 0))

/** The running sum along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("cumsum5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cumsum(
    over: B,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(cumsum(value, 1))

/** The running sum along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("cumsum5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cumsum(
    over: C,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(cumsum(value, 2))

/** The running sum along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("cumsum5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cumsum(
    over: D,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(cumsum(value, 3))

/** The running sum along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("cumsum5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cumsum(
    over: E,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(cumsum(value, 4))

/** The running sum along the last axis. */
@ShapeRule("s -> s")
@JvmName("cumsumLastAny")
public fun <S : Shape> Tensor<S>.cumsumLast(): Tensor<S> = Tensor(cumsum(value, -1))
