package dev.rankine.tensor

import dev.rankine.ops.transpose
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5

/** The last two axes swapped, without a copy. `[A, B] -> [B, A]` */
@JvmName("t2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.t(): Tensor<Mat<B, A>> = Tensor(transpose(value, -2, -1))

/** The last two axes swapped, without a copy. `[A, B, C] -> [A, C, B]` */
@JvmName("t3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.t(): Tensor<Cube<A, C, B>> = Tensor(transpose(value, -2, -1))

/** The last two axes swapped, without a copy. `[A, B, C, D] -> [A, B, D, C]` */
@JvmName("t4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.t(): Tensor<Rank4<A, B, D, C>> =
    Tensor(transpose(value, -2, -1))

/** The last two axes swapped, without a copy. `[A, B, C, D, E] -> [A, B, C, E, D]` */
@JvmName("t5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.t(): Tensor<Rank5<A, B, C, E, D>> =
    Tensor(transpose(value, -2, -1))

/** [first] and [second], named in their order, swapped without a copy. `[A, B] -> [B, A]` */
@JvmName("transpose2AB")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.transpose(first: A, second: B): Tensor<Mat<B, A>> = Tensor(transpose(value, 0, 1))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C] -> [B, A, C]` */
@JvmName("transpose3AB")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.transpose(first: A, second: B): Tensor<Cube<B, A, C>> =
    Tensor(transpose(value, 0, 1))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C] -> [C, B, A]` */
@JvmName("transpose3AC")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.transpose(first: A, second: C): Tensor<Cube<C, B, A>> =
    Tensor(transpose(value, 0, 2))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C] -> [A, C, B]` */
@JvmName("transpose3BC")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.transpose(first: B, second: C): Tensor<Cube<A, C, B>> =
    Tensor(transpose(value, 1, 2))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D] -> [B, A, C, D]` */
@JvmName("transpose4AB")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.transpose(
    first: A,
    second: B,
): Tensor<Rank4<B, A, C, D>> = Tensor(transpose(value, 0, 1))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D] -> [C, B, A, D]` */
@JvmName("transpose4AC")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.transpose(
    first: A,
    second: C,
): Tensor<Rank4<C, B, A, D>> = Tensor(transpose(value, 0, 2))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D] -> [D, B, C, A]` */
@JvmName("transpose4AD")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.transpose(
    first: A,
    second: D,
): Tensor<Rank4<D, B, C, A>> = Tensor(transpose(value, 0, 3))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D] -> [A, C, B, D]` */
@JvmName("transpose4BC")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.transpose(
    first: B,
    second: C,
): Tensor<Rank4<A, C, B, D>> = Tensor(transpose(value, 1, 2))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D] -> [A, D, C, B]` */
@JvmName("transpose4BD")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.transpose(
    first: B,
    second: D,
): Tensor<Rank4<A, D, C, B>> = Tensor(transpose(value, 1, 3))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D] -> [A, B, D, C]` */
@JvmName("transpose4CD")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.transpose(
    first: C,
    second: D,
): Tensor<Rank4<A, B, D, C>> = Tensor(transpose(value, 2, 3))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D, E] -> [B, A, C, D, E]` */
@JvmName("transpose5AB")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.transpose(
    first: A,
    second: B,
): Tensor<Rank5<B, A, C, D, E>> = Tensor(transpose(value, 0, 1))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D, E] -> [C, B, A, D, E]` */
@JvmName("transpose5AC")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.transpose(
    first: A,
    second: C,
): Tensor<Rank5<C, B, A, D, E>> = Tensor(transpose(value, 0, 2))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D, E] -> [D, B, C, A, E]` */
@JvmName("transpose5AD")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.transpose(
    first: A,
    second: D,
): Tensor<Rank5<D, B, C, A, E>> = Tensor(transpose(value, 0, 3))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D, E] -> [E, B, C, D, A]` */
@JvmName("transpose5AE")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.transpose(
    first: A,
    second: E,
): Tensor<Rank5<E, B, C, D, A>> = Tensor(transpose(value, 0, 4))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D, E] -> [A, C, B, D, E]` */
@JvmName("transpose5BC")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.transpose(
    first: B,
    second: C,
): Tensor<Rank5<A, C, B, D, E>> = Tensor(transpose(value, 1, 2))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D, E] -> [A, D, C, B, E]` */
@JvmName("transpose5BD")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.transpose(
    first: B,
    second: D,
): Tensor<Rank5<A, D, C, B, E>> = Tensor(transpose(value, 1, 3))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D, E] -> [A, E, C, D, B]` */
@JvmName("transpose5BE")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.transpose(
    first: B,
    second: E,
): Tensor<Rank5<A, E, C, D, B>> = Tensor(transpose(value, 1, 4))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D, E] -> [A, B, D, C, E]` */
@JvmName("transpose5CD")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.transpose(
    first: C,
    second: D,
): Tensor<Rank5<A, B, D, C, E>> = Tensor(transpose(value, 2, 3))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D, E] -> [A, B, E, D, C]` */
@JvmName("transpose5CE")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.transpose(
    first: C,
    second: E,
): Tensor<Rank5<A, B, E, D, C>> = Tensor(transpose(value, 2, 4))

/** [first] and [second], named in their order, swapped without a copy. `[A, B, C, D, E] -> [A, B, C, E, D]` */
@JvmName("transpose5DE")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.transpose(
    first: D,
    second: E,
): Tensor<Rank5<A, B, C, E, D>> = Tensor(transpose(value, 3, 4))
