package dev.rankine.tensor

import dev.rankine.ops.flip
import dev.rankine.ops.named
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The slices along [over] from the last to the first. `[A] -> [A]` */
@ShapeRule("[a] -> [a]")
@JvmName("flip1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.flip(over: A): Tensor<Vec<A>> = Tensor(flip(value, 0).named(value.sizes))

/** The slices along [over] from the last to the first. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] -> [a, b]")
@JvmName("flip2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.flip(over: A): Tensor<Mat<A, B>> = Tensor(flip(value, 0).named(value.sizes))

/** The slices along [over] from the last to the first. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] -> [a, b]")
@JvmName("flip2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.flip(over: B): Tensor<Mat<A, B>> = Tensor(flip(value, 1).named(value.sizes))

/** The slices along [over] from the last to the first. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("flip3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.flip(over: A): Tensor<Cube<A, B, C>> =
    Tensor(flip(value, 0).named(value.sizes))

/** The slices along [over] from the last to the first. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("flip3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.flip(over: B): Tensor<Cube<A, B, C>> =
    Tensor(flip(value, 1).named(value.sizes))

/** The slices along [over] from the last to the first. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("flip3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.flip(over: C): Tensor<Cube<A, B, C>> =
    Tensor(flip(value, 2).named(value.sizes))

/** The slices along [over] from the last to the first. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("flip4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.flip(over: A): Tensor<Rank4<A, B, C, D>> =
    Tensor(flip(value, 0).named(value.sizes))

/** The slices along [over] from the last to the first. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("flip4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.flip(over: B): Tensor<Rank4<A, B, C, D>> =
    Tensor(flip(value, 1).named(value.sizes))

/** The slices along [over] from the last to the first. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("flip4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.flip(over: C): Tensor<Rank4<A, B, C, D>> =
    Tensor(flip(value, 2).named(value.sizes))

/** The slices along [over] from the last to the first. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("flip4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.flip(over: D): Tensor<Rank4<A, B, C, D>> =
    Tensor(flip(value, 3).named(value.sizes))

/** The slices along [over] from the last to the first. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("flip5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.flip(
    over: A,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(flip(value, 0).named(value.sizes))

/** The slices along [over] from the last to the first. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("flip5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.flip(
    over: B,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(flip(value, 1).named(value.sizes))

/** The slices along [over] from the last to the first. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("flip5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.flip(
    over: C,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(flip(value, 2).named(value.sizes))

/** The slices along [over] from the last to the first. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("flip5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.flip(
    over: D,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(flip(value, 3).named(value.sizes))

/** The slices along [over] from the last to the first. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("flip5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.flip(
    over: E,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(flip(value, 4).named(value.sizes))
