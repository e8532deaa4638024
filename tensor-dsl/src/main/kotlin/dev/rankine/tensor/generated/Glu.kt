package dev.rankine.tensor

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Half
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The first half along [over], times the logistic function of the second half. `[A] -> [A/2]` */
@ShapeRule("[a] -> [a / 2] where a % 2 == 0 \"the axis has no halves\"")
@JvmName("glu1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.glu(over: A): Tensor<Vec<Half<A>>> = Tensor(gated(value, 0))

/** The first half along [over], times the logistic function of the second half. `[A, B] -> [A/2, B]` */
@ShapeRule("[a, b] -> [a / 2, b] where a % 2 == 0 \"the axis has no halves\"")
@JvmName("glu2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.glu(over: A): Tensor<Mat<Half<A>, B>> = Tensor(gated(value, 0))

/** The first half along [over], times the logistic function of the second half. `[A, B] -> [A, B/2]` */
@ShapeRule("[a, b] -> [a, b / 2] where b % 2 == 0 \"the axis has no halves\"")
@JvmName("glu2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.glu(over: B): Tensor<Mat<A, Half<B>>> = Tensor(gated(value, 1))

/** The first half along [over], times the logistic function of the second half. `[A, B, C] -> [A/2, B, C]` */
@ShapeRule("[a, b, c] -> [a / 2, b, c] where a % 2 == 0 \"the axis has no halves\"")
@JvmName("glu3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.glu(over: A): Tensor<Cube<Half<A>, B, C>> = Tensor(gated(value, 0))

/** The first half along [over], times the logistic function of the second half. `[A, B, C] -> [A, B/2, C]` */
@ShapeRule("[a, b, c] -> [a, b / 2, c] where b % 2 == 0 \"the axis has no halves\"")
@JvmName("glu3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.glu(over: B): Tensor<Cube<A, Half<B>, C>> = Tensor(gated(value, 1))

/** The first half along [over], times the logistic function of the second half. `[A, B, C] -> [A, B, C/2]` */
@ShapeRule("[a, b, c] -> [a, b, c / 2] where c % 2 == 0 \"the axis has no halves\"")
@JvmName("glu3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.glu(over: C): Tensor<Cube<A, B, Half<C>>> = Tensor(gated(value, 2))

/** The first half along [over], times the logistic function of the second half. `[A, B, C, D] -> [A/2, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a / 2, b, c, d] where a % 2 == 0 \"the axis has no halves\"")
@JvmName("glu4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.glu(over: A): Tensor<Rank4<Half<A>, B, C, D>> =
    Tensor(gated(value, 0))

/** The first half along [over], times the logistic function of the second half. `[A, B, C, D] -> [A, B/2, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b / 2, c, d] where b % 2 == 0 \"the axis has no halves\"")
@JvmName("glu4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.glu(over: B): Tensor<Rank4<A, Half<B>, C, D>> =
    Tensor(gated(value, 1))

/** The first half along [over], times the logistic function of the second half. `[A, B, C, D] -> [A, B, C/2, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c / 2, d] where c % 2 == 0 \"the axis has no halves\"")
@JvmName("glu4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.glu(over: C): Tensor<Rank4<A, B, Half<C>, D>> =
    Tensor(gated(value, 2))

/** The first half along [over], times the logistic function of the second half. `[A, B, C, D] -> [A, B, C, D/2]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d / 2] where d % 2 == 0 \"the axis has no halves\"")
@JvmName("glu4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.glu(over: D): Tensor<Rank4<A, B, C, Half<D>>> =
    Tensor(gated(value, 3))

/** The first half along [over], times the logistic function of the second half. `[A, B, C, D, E] -> [A/2, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a / 2, b, c, d, e] where a % 2 == 0 \"the axis has no halves\"")
@JvmName("glu5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.glu(
    over: A,
): Tensor<Rank5<Half<A>, B, C, D, E>> = Tensor(gated(value, 0))

/** The first half along [over], times the logistic function of the second half. `[A, B, C, D, E] -> [A, B/2, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b / 2, c, d, e] where b % 2 == 0 \"the axis has no halves\"")
@JvmName("glu5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.glu(
    over: B,
): Tensor<Rank5<A, Half<B>, C, D, E>> = Tensor(gated(value, 1))

/** The first half along [over], times the logistic function of the second half. `[A, B, C, D, E] -> [A, B, C/2, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c / 2, d, e] where c % 2 == 0 \"the axis has no halves\"")
@JvmName("glu5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.glu(
    over: C,
): Tensor<Rank5<A, B, Half<C>, D, E>> = Tensor(gated(value, 2))

/** The first half along [over], times the logistic function of the second half. `[A, B, C, D, E] -> [A, B, C, D/2, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d / 2, e] where d % 2 == 0 \"the axis has no halves\"")
@JvmName("glu5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.glu(
    over: D,
): Tensor<Rank5<A, B, C, Half<D>, E>> = Tensor(gated(value, 3))

/** The first half along [over], times the logistic function of the second half. `[A, B, C, D, E] -> [A, B, C, D, E/2]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e / 2] where e % 2 == 0 \"the axis has no halves\"")
@JvmName("glu5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.glu(
    over: E,
): Tensor<Rank5<A, B, C, D, Half<E>>> = Tensor(gated(value, 4))
