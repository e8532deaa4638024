package dev.rankine.tensor

import dev.rankine.ops.logcumsumexp
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The running `log(sum(exp(x)))` along [over]. `[A] -> [A]` */
@ShapeRule("[a] -> [a]")
@JvmName("logcumsumexp1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.logcumsumexp(over: A): Tensor<Vec<A>> = Tensor(logcumsumexp(value, 0))

/** The running `log(sum(exp(x)))` along [over]. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] -> [a, b]")
@JvmName("logcumsumexp2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.logcumsumexp(over: A): Tensor<Mat<A, B>> = Tensor(logcumsumexp(value, 0))

/** The running `log(sum(exp(x)))` along [over]. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] -> [a, b]")
@JvmName("logcumsumexp2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.logcumsumexp(over: B): Tensor<Mat<A, B>> = Tensor(logcumsumexp(value, 1))

/** The running `log(sum(exp(x)))` along [over]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("logcumsumexp3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.logcumsumexp(over: A): Tensor<Cube<A, B, C>> =
    Tensor(logcumsumexp(value, 0))

/** The running `log(sum(exp(x)))` along [over]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("logcumsumexp3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.logcumsumexp(over: B): Tensor<Cube<A, B, C>> =
    Tensor(logcumsumexp(value, 1))

/** The running `log(sum(exp(x)))` along [over]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("logcumsumexp3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.logcumsumexp(over: C): Tensor<Cube<A, B, C>> =
    Tensor(logcumsumexp(value, 2))

/** The running `log(sum(exp(x)))` along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("logcumsumexp4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.logcumsumexp(over: A): Tensor<Rank4<A, B, C, D>> =
    Tensor(logcumsumexp(value, 0))

/** The running `log(sum(exp(x)))` along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("logcumsumexp4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.logcumsumexp(over: B): Tensor<Rank4<A, B, C, D>> =
    Tensor(logcumsumexp(value, 1))

/** The running `log(sum(exp(x)))` along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("logcumsumexp4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.logcumsumexp(over: C): Tensor<Rank4<A, B, C, D>> =
    Tensor(logcumsumexp(value, 2))

/** The running `log(sum(exp(x)))` along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("logcumsumexp4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.logcumsumexp(over: D): Tensor<Rank4<A, B, C, D>> =
    Tensor(logcumsumexp(value, 3))

/** The running `log(sum(exp(x)))` along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("logcumsumexp5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.logcumsumexp(
    over: A,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(logcumsumexp(value, 0))

/** The running `log(sum(exp(x)))` along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("logcumsumexp5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.logcumsumexp(
    over: B,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(logcumsumexp(value, 1))

/** The running `log(sum(exp(x)))` along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("logcumsumexp5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.logcumsumexp(
    over: C,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(logcumsumexp(value, 2))

/** The running `log(sum(exp(x)))` along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("logcumsumexp5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.logcumsumexp(
    over: D,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(logcumsumexp(value, 3))

/** The running `log(sum(exp(x)))` along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("logcumsumexp5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.logcumsumexp(
    over: E,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(logcumsumexp(value, 4))

/** The running `log(sum(exp(x)))` along the last axis. */
@ShapeRule("s -> s")
@JvmName("logcumsumexpLastAny")
public fun <S : Shape> Tensor<S>.logcumsumexpLast(): Tensor<S> = Tensor(logcumsumexp(value, -1))
