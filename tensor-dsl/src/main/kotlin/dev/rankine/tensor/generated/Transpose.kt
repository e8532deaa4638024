package dev.rankine.tensor

import dev.rankine.ops.transpose
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule

/** The last two axes swapped, without a copy. `[A, B] -> [B, A]` */
@ShapeRule("[a, b] -> [b, a]")
@JvmName("t2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.t(): Tensor<Mat<B, A>> = Tensor(transpose(value, -2, -1))

/** The last two axes swapped, without a copy. `[A, B, C] -> [A, C, B]` */
@ShapeRule("[a, b, c] -> [a, c, b]")
@JvmName("t3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.t(): Tensor<Cube<A, C, B>> = Tensor(transpose(value, -2, -1))

/** The last two axes swapped, without a copy. `[A, B, C, D] -> [A, B, D, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, d, c]")
@JvmName("t4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.t(): Tensor<Rank4<A, B, D, C>> =
    Tensor(transpose(value, -2, -1))

/** The last two axes swapped, without a copy. `[A, B, C, D, E] -> [A, B, C, E, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, e, d]")
@JvmName("t5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.t(): Tensor<Rank5<A, B, C, E, D>> =
    Tensor(transpose(value, -2, -1))

/** [first] and [second], named in their order, swapped without a copy. `[A, B] -> [B, A]` */
@ShapeRule("[a, b] -> [b, a]")
@JvmName("transpose2AB")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.transpose(first: A, second: B): Tensor<Mat<B, A>> = Tensor(transpose(value, 0, 1))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C] -> [B, A, C]` */
@ShapeRule("[a, b, c] -> [b, a, c]")
@JvmName("transpose3AB")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.transpose(first: A, second: B): Tensor<Cube<B, A, C>> =
    Tensor(transpose(value, 0, 1))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C] -> [C, B, A]` */
@ShapeRule("[a, b, c] -> [c, b, a]")
@JvmName("transpose3AC")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.transpose(first: A, second: C): Tensor<Cube<C, B, A>> =
    Tensor(transpose(value, 0, 2))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C] -> [A, C, B]` */
@ShapeRule("[a, b, c] -> [a, c, b]")
@JvmName("transpose3BC")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.transpose(first: B, second: C): Tensor<Cube<A, C, B>> =
    Tensor(transpose(value, 1, 2))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D] -> [B, A, C, D]` */
@ShapeRule("[a, b, c, d] -> [b, a, c, d]")
@JvmName("transpose4AB")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.transpose(
    first: A,
    second: B,
): Tensor<Rank4<B, A, C, D>> = Tensor(transpose(value, 0, 1))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D] -> [C, B, A, D]` */
@ShapeRule("[a, b, c, d] -> [c, b, a, d]")
@JvmName("transpose4AC")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.transpose(
    first: A,
    second: C,
): Tensor<Rank4<C, B, A, D>> = Tensor(transpose(value, 0, 2))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D] -> [D, B, C, A]` */
@ShapeRule("[a, b, c, d] -> [d, b, c, a]")
@JvmName("transpose4AD")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.transpose(
    first: A,
    second: D,
): Tensor<Rank4<D, B, C, A>> = Tensor(transpose(value, 0, 3))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D] -> [A, C, B, D]` */
@ShapeRule("[a, b, c, d] -> [a, c, b, d]")
@JvmName("transpose4BC")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.transpose(
    first: B,
    second: C,
): Tensor<Rank4<A, C, B, D>> = Tensor(transpose(value, 1, 2))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D] -> [A, D, C, B]` */
@ShapeRule("[a, b, c, d] -> [a, d, c, b]")
@JvmName("transpose4BD")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.transpose(
    first: B,
    second: D,
): Tensor<Rank4<A, D, C, B>> = Tensor(transpose(value, 1, 3))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D] -> [A, B, D, C]` */
@ShapeRule("[a, b, c, d] -> [a, b, d, c]")
@JvmName("transpose4CD")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.transpose(
    first: C,
    second: D,
): Tensor<Rank4<A, B, D, C>> = Tensor(transpose(value, 2, 3))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D, E] -> [B, A, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [b, a, c, d, e]")
@JvmName("transpose5AB")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.transpose(
    first: A,
    second: B,
): Tensor<Rank5<B, A, C, D, E>> = Tensor(transpose(value, 0, 1))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D, E] -> [C, B, A, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [c, b, a, d, e]")
@JvmName("transpose5AC")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.transpose(
    first: A,
    second: C,
): Tensor<Rank5<C, B, A, D, E>> = Tensor(transpose(value, 0, 2))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D, E] -> [D, B, C, A, E]` */
@ShapeRule("[a, b, c, d, e] -> [d, b, c, a, e]")
@JvmName("transpose5AD")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.transpose(
    first: A,
    second: D,
): Tensor<Rank5<D, B, C, A, E>> = Tensor(transpose(value, 0, 3))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D, E] -> [E, B, C, D, A]` */
@ShapeRule("[a, b, c, d, e] -> [e, b, c, d, a]")
@JvmName("transpose5AE")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.transpose(
    first: A,
    second: E,
): Tensor<Rank5<E, B, C, D, A>> = Tensor(transpose(value, 0, 4))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D, E] -> [A, C, B, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, c, b, d, e]")
@JvmName("transpose5BC")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.transpose(
    first: B,
    second: C,
): Tensor<Rank5<A, C, B, D, E>> = Tensor(transpose(value, 1, 2))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D, E] -> [A, D, C, B, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, d, c, b, e]")
@JvmName("transpose5BD")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.transpose(
    first: B,
    second: D,
): Tensor<Rank5<A, D, C, B, E>> = Tensor(transpose(value, 1, 3))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D, E] -> [A, E, C, D, B]` */
@ShapeRule("[a, b, c, d, e] -> [a, e, c, d, b]")
@JvmName("transpose5BE")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.transpose(
    first: B,
    second: E,
): Tensor<Rank5<A, E, C, D, B>> = Tensor(transpose(value, 1, 4))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D, E] -> [A, B, D, C, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, d, c, e]")
@JvmName("transpose5CD")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.transpose(
    first: C,
    second: D,
): Tensor<Rank5<A, B, D, C, E>> = Tensor(transpose(value, 2, 3))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D, E] -> [A, B, E, D, C]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, e, d, c]")
@JvmName("transpose5CE")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.transpose(
    first: C,
    second: E,
): Tensor<Rank5<A, B, E, D, C>> = Tensor(transpose(value, 2, 4))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D, E] -> [A, B, C, E, D]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, e, d]")
@JvmName("transpose5DE")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.transpose(
    first: D,
    second: E,
): Tensor<Rank5<A, B, C, E, D>> = Tensor(transpose(value, 3, 4))
