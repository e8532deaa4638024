package dev.rankine.tensor

import dev.rankine.ops.softmax
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** `exp(x) / sum(exp(x))` along [over]. `[A] -> [A]` */
@ShapeRule("[a] -> [a]")
@JvmName("softmax1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.softmax(over: A): Tensor<Vec<A>> = Tensor(softmax(value, 0))

/** `exp(x) / sum(exp(x))` along [over]. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] -> [a, b]")
@JvmName("softmax2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.softmax(over: A): Tensor<Mat<A, B>> = Tensor(softmax(value, 0))

/** `exp(x) / sum(exp(x))` along [over]. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] -> [a, b]")
@JvmName("softmax2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.softmax(over: B): Tensor<Mat<A, B>> = Tensor(softmax(value, 1))

/** `exp(x) / sum(exp(x))` along [over]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("softmax3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.softmax(over: A): Tensor<Cube<A, B, C>> = Tensor(softmax(value, 0))

/** `exp(x) / sum(exp(x))` along [over]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("softmax3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.softmax(over: B): Tensor<Cube<A, B, C>> = Tensor(softmax(value, 1))

/** `exp(x) / sum(exp(x))` along [over]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("softmax3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.softmax(over: C): Tensor<Cube<A, B, C>> = Tensor(softmax(value, 2))

/** `exp(x) / sum(exp(x))` along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("softmax4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.softmax(over: A): Tensor<Rank4<A, B, C, D>> =
    Tensor(softmax(value, 0))

/** `exp(x) / sum(exp(x))` along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("softmax4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.softmax(over: B): Tensor<Rank4<A, B, C, D>> =
    Tensor(softmax(value, 1))

/** `exp(x) / sum(exp(x))` along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("softmax4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.softmax(over: C): Tensor<Rank4<A, B, C, D>> =
    Tensor(softmax(value, 2))

/** `exp(x) / sum(exp(x))` along [over]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("softmax4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.softmax(over: D): Tensor<Rank4<A, B, C, D>> =
    Tensor(softmax(value, 3))

/** `exp(x) / sum(exp(x))` along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("softmax5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.softmax(
    over: A,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(softmax(value, 0))

/** `exp(x) / sum(exp(x))` along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("softmax5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.softmax(
    over: B,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(softmax(value, 1))

/** `exp(x) / sum(exp(x))` along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("softmax5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.softmax(
    over: C,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(softmax(value, 2))

/** `exp(x) / sum(exp(x))` along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("softmax5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.softmax(
    over: D,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(softmax(value, 3))

/** `exp(x) / sum(exp(x))` along [over]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("softmax5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.softmax(
    over: E,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(softmax(value, 4))

/** `exp(x) / sum(exp(x))` along the last axis. */
@ShapeRule("s -> s")
@JvmName("softmaxLastAny")
public fun <S : Shape> Tensor<S>.softmaxLast(): Tensor<S> = Tensor(softmax(value, -1))
