package dev.rankine.tensor

import dev.rankine.ops.any
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** Whether an element is true, as bool, over all elements. */
@ShapeRule("s -> []")
@JvmName("anyAll")
public fun <S : Shape> Tensor<S>.any(): Tensor<Scalar> = Tensor(any(value))

/** Whether an element is true, as bool, along [over]. `[A] -> []` */
@ShapeRule("[a] -> []")
@JvmName("any1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.any(over: A): Tensor<Scalar> = Tensor(any(value, listOf(0)))

/** Whether an element is true, as bool, along [over]. `[A, B] -> [B]` */
@ShapeRule("[a, b] -> [b]")
@JvmName("any2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.any(over: A): Tensor<Vec<B>> = Tensor(any(value, listOf(0)))

/** Whether an element is true, as bool, along [over]. `[A, B] -> [A]` */
@ShapeRule("[a, b] -> [a]")
@JvmName("any2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.any(over: B): Tensor<Vec<A>> = Tensor(any(value, listOf(1)))

/** Whether an element is true, as bool, along [over]. `[A, B, C] -> [B, C]` */
@ShapeRule("[a, b, c] -> [b, c]")
@JvmName("any3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.any(over: A): Tensor<Mat<B, C>> = Tensor(any(value, listOf(0)))

/** Whether an element is true, as bool, along [over]. `[A, B, C] -> [A, C]` */
@ShapeRule("[a, b, c] -> [a, c]")
@JvmName("any3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.any(over: B): Tensor<Mat<A, C>> = Tensor(any(value, listOf(1)))

/** Whether an element is true, as bool, along [over]. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] -> [a, b]")
@JvmName("any3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.any(over: C): Tensor<Mat<A, B>> = Tensor(any(value, listOf(2)))

/** Whether an element is true, as bool, along [over]. `[A, B, C, D] -> [B, C, D]` */
@ShapeRule("[a, b, c, d] -> [b, c, d]")
@JvmName("any4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.any(over: A): Tensor<Cube<B, C, D>> =
    Tensor(any(value, listOf(0)))

/** Whether an element is true, as bool, along [over]. `[A, B, C, D] -> [A, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, c, d]")
@JvmName("any4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.any(over: B): Tensor<Cube<A, C, D>> =
    Tensor(any(value, listOf(1)))

/** Whether an element is true, as bool, along [over]. `[A, B, C, D] -> [A, B, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, d]")
@JvmName("any4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.any(over: C): Tensor<Cube<A, B, D>> =
    Tensor(any(value, listOf(2)))

/** Whether an element is true, as bool, along [over]. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, c]")
@JvmName("any4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.any(over: D): Tensor<Cube<A, B, C>> =
    Tensor(any(value, listOf(3)))

/** Whether an element is true, as bool, along [over]. `[A, B, C, D, E] -> [B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [b, c, d, e]")
@JvmName("any5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.any(
    over: A,
): Tensor<Rank4<B, C, D, E>> = Tensor(any(value, listOf(0)))

/** Whether an element is true, as bool, along [over]. `[A, B, C, D, E] -> [A, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, c, d, e]")
@JvmName("any5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.any(
    over: B,
): Tensor<Rank4<A, C, D, E>> = Tensor(any(value, listOf(1)))

/** Whether an element is true, as bool, along [over]. `[A, B, C, D, E] -> [A, B, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, d, e]")
@JvmName("any5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.any(
    over: C,
): Tensor<Rank4<A, B, D, E>> = Tensor(any(value, listOf(2)))

/** Whether an element is true, as bool, along [over]. `[A, B, C, D, E] -> [A, B, C, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, e]")
@JvmName("any5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.any(
    over: D,
): Tensor<Rank4<A, B, C, E>> = Tensor(any(value, listOf(3)))

/** Whether an element is true, as bool, along [over]. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d]")
@JvmName("any5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.any(
    over: E,
): Tensor<Rank4<A, B, C, D>> = Tensor(any(value, listOf(4)))
