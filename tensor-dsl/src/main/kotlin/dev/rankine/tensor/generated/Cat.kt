package dev.rankine.tensor

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Plus
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** This followed by [other] along the last axis. `[A] [Other] -> [Plus<A, Other>]` */
@ShapeRule("[a] [other] -> [a + other]")
@JvmName("cat1")
public fun <A : Dim<*>, Other : Dim<*>> Tensor<Vec<A>>.cat(other: Tensor<Vec<Other>>): Tensor<Vec<Plus<A, Other>>> =
    Tensor(joined(value, other.value, 0))

/** This followed by [other] along the first axis. `[A] [Other] -> [Plus<A, Other>]` */
@ShapeRule("[a] [other] -> [a + other]")
@JvmName("catFirst1")
public fun <A : Dim<*>, Other : Dim<*>> Tensor<Vec<A>>.catFirst(other: Tensor<Vec<Other>>): Tensor<Vec<Plus<A, Other>>> =
    Tensor(joined(value, other.value, 0))

/** This followed by [other] along the last axis. `[A, B] [A, Other] -> [A, Plus<B, Other>]` */
@ShapeRule("[a, b] [a, other] -> [a, b + other]")
@JvmName("cat2")
public fun <A : Dim<*>, B : Dim<*>, Other : Dim<*>> Tensor<Mat<A, B>>.cat(other: Tensor<Mat<A, Other>>): Tensor<Mat<A, Plus<B, Other>>> =
    Tensor(joined(value, other.value, 1))

/** This followed by [other] along the first axis. `[A, B] [Other, B] -> [Plus<A, Other>, B]` */
@ShapeRule("[a, b] [other, b] -> [a + other, b]")
@JvmName("catFirst2")
public fun <A : Dim<*>, B : Dim<*>, Other : Dim<*>> Tensor<Mat<A, B>>.catFirst(
    other: Tensor<Mat<Other, B>>,
): Tensor<Mat<Plus<A, Other>, B>> = Tensor(joined(value, other.value, 0))

/** This followed by [other] along the last axis. `[A, B, C] [A, B, Other] -> [A, B, Plus<C, Other>]` */
@ShapeRule("[a, b, c] [a, b, other] -> [a, b, c + other]")
@JvmName("cat3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Other : Dim<*>> Tensor<Cube<A, B, C>>.cat(
    other: Tensor<Cube<A, B, Other>>,
): Tensor<Cube<A, B, Plus<C, Other>>> = Tensor(joined(value, other.value, 2))

/** This followed by [other] along the first axis. `[A, B, C] [Other, B, C] -> [Plus<A, Other>, B, C]` */
@ShapeRule("[a, b, c] [other, b, c] -> [a + other, b, c]")
@JvmName("catFirst3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Other : Dim<*>> Tensor<Cube<A, B, C>>.catFirst(
    other: Tensor<Cube<Other, B, C>>,
): Tensor<Cube<Plus<A, Other>, B, C>> = Tensor(joined(value, other.value, 0))

/** This followed by [other] along the last axis. `[A, B, C, D] [A, B, C, Other] -> [A, B, C, Plus<D, Other>]` */
@ShapeRule("[a, b, c, d] [a, b, c, other] -> [a, b, c, d + other]")
@JvmName("cat4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Other : Dim<*>> Tensor<Rank4<A, B, C, D>>.cat(
    other: Tensor<Rank4<A, B, C, Other>>,
): Tensor<Rank4<A, B, C, Plus<D, Other>>> = Tensor(joined(value, other.value, 3))

/** This followed by [other] along the first axis. `[A, B, C, D] [Other, B, C, D] -> [Plus<A, Other>, B, C, D]` */
@ShapeRule("[a, b, c, d] [other, b, c, d] -> [a + other, b, c, d]")
@JvmName("catFirst4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Other : Dim<*>> Tensor<Rank4<A, B, C, D>>.catFirst(
    other: Tensor<Rank4<Other, B, C, D>>,
): Tensor<Rank4<Plus<A, Other>, B, C, D>> = Tensor(joined(value, other.value, 0))

/** This followed by [other] along the last axis. `[A, B, C, D, E] [A, B, C, D, Other] -> [A, B, C, D, Plus<E, Other>]` */
@ShapeRule("[a, b, c, d, e] [a, b, c, d, other] -> [a, b, c, d, e + other]")
@JvmName("cat5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Other : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cat(
    other: Tensor<Rank5<A, B, C, D, Other>>,
): Tensor<Rank5<A, B, C, D, Plus<E, Other>>> = Tensor(joined(value, other.value, 4))

/** This followed by [other] along the first axis. `[A, B, C, D, E] [Other, B, C, D, E] -> [Plus<A, Other>, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] [other, b, c, d, e] -> [a + other, b, c, d, e]")
@JvmName("catFirst5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Other : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.catFirst(
    other: Tensor<Rank5<Other, B, C, D, E>>,
): Tensor<Rank5<Plus<A, Other>, B, C, D, E>> = Tensor(joined(value, other.value, 0))

/** This followed by [other] along [over]. `[A] [Other] -> [Plus<A, Other>]` */
@ShapeRule("[a] [other] -> [a + other]")
@JvmName("cat1A")
public fun <A : Dim<*>, Other : Dim<*>> Tensor<Vec<A>>.cat(other: Tensor<Vec<Other>>, over: A): Tensor<Vec<Plus<A, Other>>> =
    Tensor(joined(value, other.value, 0))

/** This followed by [other] along [over]. `[A, B] [Other, B] -> [Plus<A, Other>, B]` */
@ShapeRule("[a, b] [other, b] -> [a + other, b]")
@JvmName("cat2A")
public fun <A : Dim<*>, B : Dim<*>, Other : Dim<*>> Tensor<Mat<A, B>>.cat(
    other: Tensor<Mat<Other, B>>,
    over: A,
): Tensor<Mat<Plus<A, Other>, B>> = Tensor(joined(value, other.value, 0))

/** This followed by [other] along [over]. `[A, B] [A, Other] -> [A, Plus<B, Other>]` */
@ShapeRule("[a, b] [a, other] -> [a, b + other]")
@JvmName("cat2B")
public fun <A : Dim<*>, B : Dim<*>, Other : Dim<*>> Tensor<Mat<A, B>>.cat(
    other: Tensor<Mat<A, Other>>,
    over: B,
): Tensor<Mat<A, Plus<B, Other>>> = Tensor(joined(value, other.value, 1))

/** This followed by [other] along [over]. `[A, B, C] [Other, B, C] -> [Plus<A, Other>, B, C]` */
@ShapeRule("[a, b, c] [other, b, c] -> [a + other, b, c]")
@JvmName("cat3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Other : Dim<*>> Tensor<Cube<A, B, C>>.cat(
    other: Tensor<Cube<Other, B, C>>,
    over: A,
): Tensor<Cube<Plus<A, Other>, B, C>> = Tensor(joined(value, other.value, 0))

/** This followed by [other] along [over]. `[A, B, C] [A, Other, C] -> [A, Plus<B, Other>, C]` */
@ShapeRule("[a, b, c] [a, other, c] -> [a, b + other, c]")
@JvmName("cat3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Other : Dim<*>> Tensor<Cube<A, B, C>>.cat(
    other: Tensor<Cube<A, Other, C>>,
    over: B,
): Tensor<Cube<A, Plus<B, Other>, C>> = Tensor(joined(value, other.value, 1))

/** This followed by [other] along [over]. `[A, B, C] [A, B, Other] -> [A, B, Plus<C, Other>]` */
@ShapeRule("[a, b, c] [a, b, other] -> [a, b, c + other]")
@JvmName("cat3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Other : Dim<*>> Tensor<Cube<A, B, C>>.cat(
    other: Tensor<Cube<A, B, Other>>,
    over: C,
): Tensor<Cube<A, B, Plus<C, Other>>> = Tensor(joined(value, other.value, 2))

/** This followed by [other] along [over]. `[A, B, C, D] [Other, B, C, D] -> [Plus<A, Other>, B, C, D]` */
@ShapeRule("[a, b, c, d] [other, b, c, d] -> [a + other, b, c, d]")
@JvmName("cat4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Other : Dim<*>> Tensor<Rank4<A, B, C, D>>.cat(
    other: Tensor<Rank4<Other, B, C, D>>,
    over: A,
): Tensor<Rank4<Plus<A, Other>, B, C, D>> = Tensor(joined(value, other.value, 0))

/** This followed by [other] along [over]. `[A, B, C, D] [A, Other, C, D] -> [A, Plus<B, Other>, C, D]` */
@ShapeRule("[a, b, c, d] [a, other, c, d] -> [a, b + other, c, d]")
@JvmName("cat4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Other : Dim<*>> Tensor<Rank4<A, B, C, D>>.cat(
    other: Tensor<Rank4<A, Other, C, D>>,
    over: B,
): Tensor<Rank4<A, Plus<B, Other>, C, D>> = Tensor(joined(value, other.value, 1))

/** This followed by [other] along [over]. `[A, B, C, D] [A, B, Other, D] -> [A, B, Plus<C, Other>, D]` */
@ShapeRule("[a, b, c, d] [a, b, other, d] -> [a, b, c + other, d]")
@JvmName("cat4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Other : Dim<*>> Tensor<Rank4<A, B, C, D>>.cat(
    other: Tensor<Rank4<A, B, Other, D>>,
    over: C,
): Tensor<Rank4<A, B, Plus<C, Other>, D>> = Tensor(joined(value, other.value, 2))

/** This followed by [other] along [over]. `[A, B, C, D] [A, B, C, Other] -> [A, B, C, Plus<D, Other>]` */
@ShapeRule("[a, b, c, d] [a, b, c, other] -> [a, b, c, d + other]")
@JvmName("cat4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Other : Dim<*>> Tensor<Rank4<A, B, C, D>>.cat(
    other: Tensor<Rank4<A, B, C, Other>>,
    over: D,
): Tensor<Rank4<A, B, C, Plus<D, Other>>> = Tensor(joined(value, other.value, 3))

/** This followed by [other] along [over]. `[A, B, C, D, E] [Other, B, C, D, E] -> [Plus<A, Other>, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] [other, b, c, d, e] -> [a + other, b, c, d, e]")
@JvmName("cat5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Other : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cat(
    other: Tensor<Rank5<Other, B, C, D, E>>,
    over: A,
): Tensor<Rank5<Plus<A, Other>, B, C, D, E>> = Tensor(joined(value, other.value, 0))

/** This followed by [other] along [over]. `[A, B, C, D, E] [A, Other, C, D, E] -> [A, Plus<B, Other>, C, D, E]` */
@ShapeRule("[a, b, c, d, e] [a, other, c, d, e] -> [a, b + other, c, d, e]")
@JvmName("cat5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Other : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cat(
    other: Tensor<Rank5<A, Other, C, D, E>>,
    over: B,
): Tensor<Rank5<A, Plus<B, Other>, C, D, E>> = Tensor(joined(value, other.value, 1))

/** This followed by [other] along [over]. `[A, B, C, D, E] [A, B, Other, D, E] -> [A, B, Plus<C, Other>, D, E]` */
@ShapeRule("[a, b, c, d, e] [a, b, other, d, e] -> [a, b, c + other, d, e]")
@JvmName("cat5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Other : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cat(
    other: Tensor<Rank5<A, B, Other, D, E>>,
    over: C,
): Tensor<Rank5<A, B, Plus<C, Other>, D, E>> = Tensor(joined(value, other.value, 2))

/** This followed by [other] along [over]. `[A, B, C, D, E] [A, B, C, Other, E] -> [A, B, C, Plus<D, Other>, E]` */
@ShapeRule("[a, b, c, d, e] [a, b, c, other, e] -> [a, b, c, d + other, e]")
@JvmName("cat5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Other : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cat(
    other: Tensor<Rank5<A, B, C, Other, E>>,
    over: D,
): Tensor<Rank5<A, B, C, Plus<D, Other>, E>> = Tensor(joined(value, other.value, 3))

/** This followed by [other] along [over]. `[A, B, C, D, E] [A, B, C, D, Other] -> [A, B, C, D, Plus<E, Other>]` */
@ShapeRule("[a, b, c, d, e] [a, b, c, d, other] -> [a, b, c, d, e + other]")
@JvmName("cat5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Other : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.cat(
    other: Tensor<Rank5<A, B, C, D, Other>>,
    over: E,
): Tensor<Rank5<A, B, C, D, Plus<E, Other>>> = Tensor(joined(value, other.value, 4))
