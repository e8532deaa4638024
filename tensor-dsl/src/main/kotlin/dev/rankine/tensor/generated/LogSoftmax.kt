package dev.rankine.tensor

import dev.rankine.ops.logSoftmax
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** `x - log(sum(exp(x)))` along [over]. `[A] -> [A]` */
@ShapeRule("[a] -> [a]")
@JvmName("logSoftmax1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.logSoftmax(over: A): Tensor<Vec<A>> = Tensor(logSoftmax(value, 0))

/** `x - log(sum(exp(x)))` along [over]. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] -> [a, b]")
@JvmName("logSoftmax2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.logSoftmax(over: A): Tensor<Mat<A, B>> = Tensor(logSoftmax(value, 0))

/** `x - log(sum(exp(x)))` along [over]. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] -> [a, b]")
@JvmName("logSoftmax2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.logSoftmax(over: B): Tensor<Mat<A, B>> = Tensor(logSoftmax(value, 1))

/** `x - log(sum(exp(x)))` along [over]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("logSoftmax3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.logSoftmax(over: A): Tensor<Cube<A, B, C>> =
    Tensor(logSoftmax(value, 0))

/** `x - log(sum(exp(x)))` along [over]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("logSoftmax3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.logSoftmax(over: B): Tensor<Cube<A, B, C>> =
    Tensor(logSoftmax(value, 1))

/** `x - log(sum(exp(x)))` along [over]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("logSoftmax3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.logSoftmax(over: C): Tensor<Cube<A, B, C>> =
    Tensor(logSoftmax(value, 2))

/** `x - log(sum(exp(x)))` along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("logSoftmax4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.logSoftmax(over: A): Tensor<Rank4<A, B, C, D>> =
    Tensor(logSoftmax(value, 0))

/** `x - log(sum(exp(x)))` along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("logSoftmax4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.logSoftmax(over: B): Tensor<Rank4<A, B, C, D>> =
    Tensor(logSoftmax(value, 1))

/** `x - log(sum(exp(x)))` along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("logSoftmax4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.logSoftmax(over: C): Tensor<Rank4<A, B, C, D>> =
    Tensor(logSoftmax(value, 2))

/** `x - log(sum(exp(x)))` along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("logSoftmax4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.logSoftmax(over: D): Tensor<Rank4<A, B, C, D>> =
    Tensor(logSoftmax(value, 3))

/** `x - log(sum(exp(x)))` along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("logSoftmax5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.logSoftmax(
    over: A,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(logSoftmax(value, 0))

/** `x - log(sum(exp(x)))` along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("logSoftmax5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.logSoftmax(
    over: B,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(logSoftmax(value, 1))

/** `x - log(sum(exp(x)))` along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("logSoftmax5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.logSoftmax(
    over: C,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(logSoftmax(value, 2))

/** `x - log(sum(exp(x)))` along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("logSoftmax5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.logSoftmax(
    over: D,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(logSoftmax(value, 3))

/** `x - log(sum(exp(x)))` along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("logSoftmax5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.logSoftmax(
    over: E,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(logSoftmax(value, 4))

/** `x - log(sum(exp(x)))` along the last axis. */
@ShapeRule("s -> s")
@JvmName("logSoftmaxLastAny")
public fun <S : Shape> Tensor<S>.logSoftmaxLast(): Tensor<S> = Tensor(logSoftmax(value, -1))
