package dev.rankine.tensor

import dev.rankine.ops.all
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** Whether every element is true, as bool, over all elements. */
@ShapeRule("s -> []")
@JvmName("allAll")
public fun <S : Shape> Tensor<S>.all(): Tensor<Scalar> = Tensor(all(value))

/** Whether every element is true, as bool, along [over]. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("all1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.all(over: A): Tensor<Scalar> = Tensor(all(value, listOf(0)))

/** Whether every element is true, as bool, along [over]. `[A, B] -> [B]` */
@ShapeRule("[a, b] -> [b]")
@JvmName("all2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.all(over: A): Tensor<Vec<B>> = Tensor(all(value, listOf(0)))

/** Whether every element is true, as bool, along [over]. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("all2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.all(over: B): Tensor<Vec<A>> = Tensor(all(value, listOf(1)))

/** Whether every element is true, as bool, along [over]. `[A, B, C] -> [B, C]` */
@ShapeRule("[a, b, c] -> [b, c]")
@JvmName("all3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.all(over: A): Tensor<Mat<B, C>> = Tensor(all(value, listOf(0)))

/** Whether every element is true, as bool, along [over]. `[A, B, C] -> [A, C]` */
@ShapeRule("[a, b, c] -> [a, c]")
@JvmName("all3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.all(over: B): Tensor<Mat<A, C>> = Tensor(all(value, listOf(1)))

/** Whether every element is true, as bool, along [over]. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("all3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.all(over: C): Tensor<Mat<A, B>> = Tensor(all(value, listOf(2)))

/** Whether every element is true, as bool, along [over]. `[A, B, C, D] -> [B, C, D]` */
@ShapeRule("[a, b, c, d] -> [b, c, d]")
@JvmName("all4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.all(over: A): Tensor<Cube<B, C, D>> =
    Tensor(all(value, listOf(0)))

/** Whether every element is true, as bool, along [over]. `[A, B, C, D] -> [A, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, c, d]")
@JvmName("all4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.all(over: B): Tensor<Cube<A, C, D>> =
    Tensor(all(value, listOf(1)))

/** Whether every element is true, as bool, along [over]. `[A, B, C, D] -> [A, B, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, d]")
@JvmName("all4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.all(over: C): Tensor<Cube<A, B, D>> =
    Tensor(all(value, listOf(2)))

/** Whether every element is true, as bool, along [over]. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("all4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.all(over: D): Tensor<Cube<A, B, C>> =
    Tensor(all(value, listOf(3)))

/** Whether every element is true, as bool, along [over]. `[A, B, C, D, E] -> [B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [b, c, d, e]")
@JvmName("all5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.all(
    over: A,
): Tensor<Rank4<B, C, D, E>> = Tensor(all(value, listOf(0)))

/** Whether every element is true, as bool, along [over]. `[A, B, C, D, E] -> [A, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, c, d, e]")
@JvmName("all5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.all(
    over: B,
): Tensor<Rank4<A, C, D, E>> = Tensor(all(value, listOf(1)))

/** Whether every element is true, as bool, along [over]. `[A, B, C, D, E] -> [A, B, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, d, e]")
@JvmName("all5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.all(
    over: C,
): Tensor<Rank4<A, B, D, E>> = Tensor(all(value, listOf(2)))

/** Whether every element is true, as bool, along [over]. `[A, B, C, D, E] -> [A, B, C, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, e]")
@JvmName("all5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.all(
    over: D,
): Tensor<Rank4<A, B, C, E>> = Tensor(all(value, listOf(3)))

/** Whether every element is true, as bool, along [over]. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("all5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.all(
    over: E,
): Tensor<Rank4<A, B, C, D>> = Tensor(all(value, listOf(4)))
