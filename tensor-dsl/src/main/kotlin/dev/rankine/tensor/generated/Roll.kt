package dev.rankine.tensor

import dev.rankine.ops.named
import dev.rankine.ops.roll
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The slices along [over] moved by [shift] places, those that leave the end to the start. `[A] -> [A]` */
@ShapeRule("[a] -> [a]")
@JvmName("roll1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.roll(over: A, shift: Int): Tensor<Vec<A>> = Tensor(roll(value, shift, 0).named(value.sizes))

/** The slices along [over] moved by [shift] places, those that leave the end to the start. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] -> [a, b]")
@JvmName("roll2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.roll(over: A, shift: Int): Tensor<Mat<A, B>> =
    Tensor(roll(value, shift, 0).named(value.sizes))

/** The slices along [over] moved by [shift] places, those that leave the end to the start. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] -> [a, b]")
@JvmName("roll2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.roll(over: B, shift: Int): Tensor<Mat<A, B>> =
    Tensor(roll(value, shift, 1).named(value.sizes))

/** The slices along [over] moved by [shift] places, those that leave the end to the start. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("roll3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.roll(over: A, shift: Int): Tensor<Cube<A, B, C>> =
    Tensor(roll(value, shift, 0).named(value.sizes))

/** The slices along [over] moved by [shift] places, those that leave the end to the start. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("roll3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.roll(over: B, shift: Int): Tensor<Cube<A, B, C>> =
    Tensor(roll(value, shift, 1).named(value.sizes))

/** The slices along [over] moved by [shift] places, those that leave the end to the start. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("roll3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.roll(over: C, shift: Int): Tensor<Cube<A, B, C>> =
    Tensor(roll(value, shift, 2).named(value.sizes))

/** The slices along [over] moved by [shift] places, those that leave the end to the start. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("roll4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.roll(over: A, shift: Int): Tensor<Rank4<A, B, C, D>> =
    Tensor(roll(value, shift, 0).named(value.sizes))

/** The slices along [over] moved by [shift] places, those that leave the end to the start. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("roll4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.roll(over: B, shift: Int): Tensor<Rank4<A, B, C, D>> =
    Tensor(roll(value, shift, 1).named(value.sizes))

/** The slices along [over] moved by [shift] places, those that leave the end to the start. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("roll4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.roll(over: C, shift: Int): Tensor<Rank4<A, B, C, D>> =
    Tensor(roll(value, shift, 2).named(value.sizes))

/** The slices along [over] moved by [shift] places, those that leave the end to the start. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("roll4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.roll(over: D, shift: Int): Tensor<Rank4<A, B, C, D>> =
    Tensor(roll(value, shift, 3).named(value.sizes))

/** The slices along [over] moved by [shift] places, those that leave the end to the start. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("roll5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.roll(
    over: A,
    shift: Int,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(roll(value, shift, 0).named(value.sizes))

/** The slices along [over] moved by [shift] places, those that leave the end to the start. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("roll5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.roll(
    over: B,
    shift: Int,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(roll(value, shift, 1).named(value.sizes))

/** The slices along [over] moved by [shift] places, those that leave the end to the start. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("roll5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.roll(
    over: C,
    shift: Int,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(roll(value, shift, 2).named(value.sizes))

/** The slices along [over] moved by [shift] places, those that leave the end to the start. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("roll5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.roll(
    over: D,
    shift: Int,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(roll(value, shift, 3).named(value.sizes))

/** The slices along [over] moved by [shift] places, those that leave the end to the start. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("roll5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.roll(
    over: E,
    shift: Int,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(roll(value, shift, 4).named(value.sizes))
