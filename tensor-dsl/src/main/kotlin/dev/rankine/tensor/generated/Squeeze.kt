package dev.rankine.tensor

import dev.rankine.ops.squeeze
import dev.rankine.ops.unsqueeze
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.One
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** Without the first axis. `[1] -> []` */
@ShapeRule("[1] -> []")
@JvmName("squeezeFirst1")
public fun Tensor<Vec<One>>.squeezeFirst(): Tensor<Scalar> = Tensor(squeeze(value, 0))

/** Without the last axis. `[1] -> []` */
@ShapeRule("[1] -> []")
@JvmName("squeezeLast1")
public fun Tensor<Vec<One>>.squeezeLast(): Tensor<Scalar> = Tensor(squeeze(value, -1))

/** Without the first axis. `[1, A] -> [A]` */
@ShapeRule("[1, a] -> [a]")
@JvmName("squeezeFirst2")
public fun <A : Dim<*>> Tensor<Mat<One, A>>.squeezeFirst(): Tensor<Vec<A>> = Tensor(squeeze(value, 0))

/** Without the last axis. `[A, 1] -> [A]` */
@ShapeRule("[a, 1] -> [a]")
@JvmName("squeezeLast2")
public fun <A : Dim<*>> Tensor<Mat<A, One>>.squeezeLast(): Tensor<Vec<A>> = Tensor(squeeze(value, -1))

/** Without the first axis. `[1, A, B] -> [A, B]` */
@ShapeRule("[1, a, b] -> [a, b]")
@JvmName("squeezeFirst3")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Cube<One, A, B>>.squeezeFirst(): Tensor<Mat<A, B>> = Tensor(squeeze(value, 0))

/** Without the last axis. `[A, B, 1] -> [A, B]` */
@ShapeRule("[a, b, 1] -> [a, b]")
@JvmName("squeezeLast3")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Cube<A, B, One>>.squeezeLast(): Tensor<Mat<A, B>> = Tensor(squeeze(value, -1))

/** Without the first axis. `[1, A, B, C] -> [A, B, C]` */
@ShapeRule("[1, a, b, c] -> [a, b, c]")
@JvmName("squeezeFirst4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Rank4<One, A, B, C>>.squeezeFirst(): Tensor<Cube<A, B, C>> =
    Tensor(squeeze(value, 0))

/** Without the last axis. `[A, B, C, 1] -> [A, B, C]` */
@ShapeRule("[a, b, c, 1] -> [a, b, c]")
@JvmName("squeezeLast4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Rank4<A, B, C, One>>.squeezeLast(): Tensor<Cube<A, B, C>> =
    Tensor(squeeze(value, -1))

/** Without the first axis. `[1, A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[1, a, b, c, d] -> [a, b, c, d]")
@JvmName("squeezeFirst5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank5<One, A, B, C, D>>.squeezeFirst(): Tensor<Rank4<A, B, C, D>> =
    Tensor(squeeze(value, 0))

/** Without the last axis. `[A, B, C, D, 1] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, 1] -> [a, b, c, d]")
@JvmName("squeezeLast5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank5<A, B, C, D, One>>.squeezeLast(): Tensor<Rank4<A, B, C, D>> =
    Tensor(squeeze(value, -1))

/** With a last axis of size 1. `[] -> [1]` */
@ShapeRule("[] -> [1]")
@JvmName("unsqueezeLast0")
public fun Tensor<Scalar>.unsqueezeLast(): Tensor<Vec<One>> = Tensor(unsqueeze(value, -1))

/** With a last axis of size 1. `[A] -> [A, 1]` */
@ShapeRule("[a] -> [a, 1]")
@JvmName("unsqueezeLast1")
public fun <A : Dim<*>> Tensor<Vec<A>>.unsqueezeLast(): Tensor<Mat<A, One>> = Tensor(unsqueeze(value, -1))

/** With a last axis of size 1. `[A, B] -> [A, B, 1]` */
@ShapeRule("[a, b] -> [a, b, 1]")
@JvmName("unsqueezeLast2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.unsqueezeLast(): Tensor<Cube<A, B, One>> = Tensor(unsqueeze(value, -1))

/** With a last axis of size 1. `[A, B, C] -> [A, B, C, 1]` */
@ShapeRule("[a, b, c] -> [a, b, c, 1]")
@JvmName("unsqueezeLast3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.unsqueezeLast(): Tensor<Rank4<A, B, C, One>> =
    Tensor(unsqueeze(value, -1))

/** With a last axis of size 1. `[A, B, C, D] -> [A, B, C, D, 1]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d, 1]")
@JvmName("unsqueezeLast4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.unsqueezeLast(): Tensor<Rank5<A, B, C, D, One>> =
    Tensor(unsqueeze(value, -1))

/** With an axis of size 1 before [before]. `[A] -> [1, A]` */
@ShapeRule("[a] -> [1, a]")
@JvmName("unsqueeze1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.unsqueeze(before: A): Tensor<Mat<One, A>> = Tensor(unsqueeze(value, 0))

/** With an axis of size 1 before [before]. `[A, B] -> [1, A, B]` */
@ShapeRule("[a, b] -> [1, a, b]")
@JvmName("unsqueeze2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.unsqueeze(before: A): Tensor<Cube<One, A, B>> = Tensor(unsqueeze(value, 0))

/** With an axis of size 1 before [before]. `[A, B] -> [A, 1, B]` */
@ShapeRule("[a, b] -> [a, 1, b]")
@JvmName("unsqueeze2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.unsqueeze(before: B): Tensor<Cube<A, One, B>> = Tensor(unsqueeze(value, 1))

/** With an axis of size 1 before [before]. `[A, B, C] -> [1, A, B, C]` */
@ShapeRule("[a, b, c] -> [1, a, b, c]")
@JvmName("unsqueeze3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.unsqueeze(before: A): Tensor<Rank4<One, A, B, C>> =
    Tensor(unsqueeze(value, 0))

/** With an axis of size 1 before [before]. `[A, B, C] -> [A, 1, B, C]` */
@ShapeRule("[a, b, c] -> [a, 1, b, c]")
@JvmName("unsqueeze3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.unsqueeze(before: B): Tensor<Rank4<A, One, B, C>> =
    Tensor(unsqueeze(value, 1))

/** With an axis of size 1 before [before]. `[A, B, C] -> [A, B, 1, C]` */
@ShapeRule("[a, b, c] -> [a, b, 1, c]")
@JvmName("unsqueeze3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.unsqueeze(before: C): Tensor<Rank4<A, B, One, C>> =
    Tensor(unsqueeze(value, 2))

/** With an axis of size 1 before [before]. `[A, B, C, D] -> [1, A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [1, a, b, c, d]")
@JvmName("unsqueeze4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.unsqueeze(before: A): Tensor<Rank5<One, A, B, C, D>> =
    Tensor(unsqueeze(value, 0))

/** With an axis of size 1 before [before]. `[A, B, C, D] -> [A, 1, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, 1, b, c, d]")
@JvmName("unsqueeze4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.unsqueeze(before: B): Tensor<Rank5<A, One, B, C, D>> =
    Tensor(unsqueeze(value, 1))

/** With an axis of size 1 before [before]. `[A, B, C, D] -> [A, B, 1, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, 1, c, d]")
@JvmName("unsqueeze4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.unsqueeze(before: C): Tensor<Rank5<A, B, One, C, D>> =
    Tensor(unsqueeze(value, 2))

/** With an axis of size 1 before [before]. `[A, B, C, D] -> [A, B, C, 1, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, 1, d]")
@JvmName("unsqueeze4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.unsqueeze(before: D): Tensor<Rank5<A, B, C, One, D>> =
    Tensor(unsqueeze(value, 3))
