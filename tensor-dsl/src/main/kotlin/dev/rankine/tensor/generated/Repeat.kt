package dev.rankine.tensor

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Times
import dev.rankine.shapes.Vec

/** The slices along [over] end to end, as often as [count] says. `[A] -> [Count*A]` */
@ShapeRule("[a] count=? -> [count*a]")
@JvmName("repeat1A")
public fun <A : Dim<*>, Count : Dim<*>> Tensor<Vec<A>>.repeat(over: A, count: Sized<Count>): Tensor<Vec<Times<Count, A>>> =
    Tensor(repeated(value, 0, count.toAxis()))

/** Every slice along [over] as often in place as [count] says. `[A] -> [A*Count]` */
@ShapeRule("[a] count=? -> [a*count]")
@JvmName("repeatInterleave1A")
public fun <A : Dim<*>, Count : Dim<*>> Tensor<Vec<A>>.repeatInterleave(over: A, count: Sized<Count>): Tensor<Vec<Times<A, Count>>> =
    Tensor(interleaved(value, 0, count.toAxis()))

/** The slices along [over] end to end, as often as [count] says. `[A, B] -> [Count*A, B]` */
@ShapeRule("[a, b] count=? -> [count*a, b]")
@JvmName("repeat2A")
public fun <A : Dim<*>, B : Dim<*>, Count : Dim<*>> Tensor<Mat<A, B>>.repeat(
    over: A,
    count: Sized<Count>,
): Tensor<Mat<Times<Count, A>, B>> = Tensor(repeated(value, 0, count.toAxis()))

/** Every slice along [over] as often in place as [count] says. `[A, B] -> [A*Count, B]` */
@ShapeRule("[a, b] count=? -> [a*count, b]")
@JvmName("repeatInterleave2A")
public fun <A : Dim<*>, B : Dim<*>, Count : Dim<*>> Tensor<Mat<A, B>>.repeatInterleave(
    over: A,
    count: Sized<Count>,
): Tensor<Mat<Times<A, Count>, B>> = Tensor(interleaved(value, 0, count.toAxis()))

/** The slices along [over] end to end, as often as [count] says. `[A, B] -> [A, Count*B]` */
@ShapeRule("[a, b] count=? -> [a, count*b]")
@JvmName("repeat2B")
public fun <A : Dim<*>, B : Dim<*>, Count : Dim<*>> Tensor<Mat<A, B>>.repeat(
    over: B,
    count: Sized<Count>,
): Tensor<Mat<A, Times<Count, B>>> = Tensor(repeated(value, 1, count.toAxis()))

/** Every slice along [over] as often in place as [count] says. `[A, B] -> [A, B*Count]` */
@ShapeRule("[a, b] count=? -> [a, b*count]")
@JvmName("repeatInterleave2B")
public fun <A : Dim<*>, B : Dim<*>, Count : Dim<*>> Tensor<Mat<A, B>>.repeatInterleave(
    over: B,
    count: Sized<Count>,
): Tensor<Mat<A, Times<B, Count>>> = Tensor(interleaved(value, 1, count.toAxis()))

/** The slices along [over] end to end, as often as [count] says. `[A, B, C] -> [Count*A, B, C]` */
@ShapeRule("[a, b, c] count=? -> [count*a, b, c]")
@JvmName("repeat3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Count : Dim<*>> Tensor<Cube<A, B, C>>.repeat(
    over: A,
    count: Sized<Count>,
): Tensor<Cube<Times<Count, A>, B, C>> = Tensor(repeated(value, 0, count.toAxis()))

/** Every slice along [over] as often in place as [count] says. `[A, B, C] -> [A*Count, B, C]` */
@ShapeRule("[a, b, c] count=? -> [a*count, b, c]")
@JvmName("repeatInterleave3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Count : Dim<*>> Tensor<Cube<A, B, C>>.repeatInterleave(
    over: A,
    count: Sized<Count>,
): Tensor<Cube<Times<A, Count>, B, C>> = Tensor(interleaved(value, 0, count.toAxis()))

/** The slices along [over] end to end, as often as [count] says. `[A, B, C] -> [A, Count*B, C]` */
@ShapeRule("[a, b, c] count=? -> [a, count*b, c]")
@JvmName("repeat3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Count : Dim<*>> Tensor<Cube<A, B, C>>.repeat(
    over: B,
    count: Sized<Count>,
): Tensor<Cube<A, Times<Count, B>, C>> = Tensor(repeated(value, 1, count.toAxis()))

/** Every slice along [over] as often in place as [count] says. `[A, B, C] -> [A, B*Count, C]` */
@ShapeRule("[a, b, c] count=? -> [a, b*count, c]")
@JvmName("repeatInterleave3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Count : Dim<*>> Tensor<Cube<A, B, C>>.repeatInterleave(
    over: B,
    count: Sized<Count>,
): Tensor<Cube<A, Times<B, Count>, C>> = Tensor(interleaved(value, 1, count.toAxis()))

/** The slices along [over] end to end, as often as [count] says. `[A, B, C] -> [A, B, Count*C]` */
@ShapeRule("[a, b, c] count=? -> [a, b, count*c]")
@JvmName("repeat3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Count : Dim<*>> Tensor<Cube<A, B, C>>.repeat(
    over: C,
    count: Sized<Count>,
): Tensor<Cube<A, B, Times<Count, C>>> = Tensor(repeated(value, 2, count.toAxis()))

/** Every slice along [over] as often in place as [count] says. `[A, B, C] -> [A, B, C*Count]` */
@ShapeRule("[a, b, c] count=? -> [a, b, c*count]")
@JvmName("repeatInterleave3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Count : Dim<*>> Tensor<Cube<A, B, C>>.repeatInterleave(
    over: C,
    count: Sized<Count>,
): Tensor<Cube<A, B, Times<C, Count>>> = Tensor(interleaved(value, 2, count.toAxis()))

/** The slices along [over] end to end, as often as [count] says. `[A, B, C, D] -> [Count*A, B, C, D]` */
@ShapeRule("[a, b, c, d] count=? -> [count*a, b, c, d]")
@JvmName("repeat4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Count : Dim<*>> Tensor<Rank4<A, B, C, D>>.repeat(
    over: A,
    count: Sized<Count>,
): Tensor<Rank4<Times<Count, A>, B, C, D>> = Tensor(repeated(value, 0, count.toAxis()))

/** Every slice along [over] as often in place as [count] says. `[A, B, C, D] -> [A*Count, B, C, D]` */
@ShapeRule("[a, b, c, d] count=? -> [a*count, b, c, d]")
@JvmName("repeatInterleave4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Count : Dim<*>> Tensor<Rank4<A, B, C, D>>.repeatInterleave(
    over: A,
    count: Sized<Count>,
): Tensor<Rank4<Times<A, Count>, B, C, D>> = Tensor(interleaved(value, 0, count.toAxis()))

/** The slices along [over] end to end, as often as [count] says. `[A, B, C, D] -> [A, Count*B, C, D]` */
@ShapeRule("[a, b, c, d] count=? -> [a, count*b, c, d]")
@JvmName("repeat4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Count : Dim<*>> Tensor<Rank4<A, B, C, D>>.repeat(
    over: B,
    count: Sized<Count>,
): Tensor<Rank4<A, Times<Count, B>, C, D>> = Tensor(repeated(value, 1, count.toAxis()))

/** Every slice along [over] as often in place as [count] says. `[A, B, C, D] -> [A, B*Count, C, D]` */
@ShapeRule("[a, b, c, d] count=? -> [a, b*count, c, d]")
@JvmName("repeatInterleave4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Count : Dim<*>> Tensor<Rank4<A, B, C, D>>.repeatInterleave(
    over: B,
    count: Sized<Count>,
): Tensor<Rank4<A, Times<B, Count>, C, D>> = Tensor(interleaved(value, 1, count.toAxis()))

/** The slices along [over] end to end, as often as [count] says. `[A, B, C, D] -> [A, B, Count*C, D]` */
@ShapeRule("[a, b, c, d] count=? -> [a, b, count*c, d]")
@JvmName("repeat4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Count : Dim<*>> Tensor<Rank4<A, B, C, D>>.repeat(
    over: C,
    count: Sized<Count>,
): Tensor<Rank4<A, B, Times<Count, C>, D>> = Tensor(repeated(value, 2, count.toAxis()))

/** Every slice along [over] as often in place as [count] says. `[A, B, C, D] -> [A, B, C*Count, D]` */
@ShapeRule("[a, b, c, d] count=? -> [a, b, c*count, d]")
@JvmName("repeatInterleave4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Count : Dim<*>> Tensor<Rank4<A, B, C, D>>.repeatInterleave(
    over: C,
    count: Sized<Count>,
): Tensor<Rank4<A, B, Times<C, Count>, D>> = Tensor(interleaved(value, 2, count.toAxis()))

/** The slices along [over] end to end, as often as [count] says. `[A, B, C, D] -> [A, B, C, Count*D]` */
@ShapeRule("[a, b, c, d] count=? -> [a, b, c, count*d]")
@JvmName("repeat4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Count : Dim<*>> Tensor<Rank4<A, B, C, D>>.repeat(
    over: D,
    count: Sized<Count>,
): Tensor<Rank4<A, B, C, Times<Count, D>>> = Tensor(repeated(value, 3, count.toAxis()))

/** Every slice along [over] as often in place as [count] says. `[A, B, C, D] -> [A, B, C, D*Count]` */
@ShapeRule("[a, b, c, d] count=? -> [a, b, c, d*count]")
@JvmName("repeatInterleave4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Count : Dim<*>> Tensor<Rank4<A, B, C, D>>.repeatInterleave(
    over: D,
    count: Sized<Count>,
): Tensor<Rank4<A, B, C, Times<D, Count>>> = Tensor(interleaved(value, 3, count.toAxis()))

/** The slices along [over] end to end, as often as [count] says. `[A, B, C, D, E] -> [Count*A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] count=? -> [count*a, b, c, d, e]")
@JvmName("repeat5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Count : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.repeat(
    over: A,
    count: Sized<Count>,
): Tensor<Rank5<Times<Count, A>, B, C, D, E>> = Tensor(repeated(value, 0, count.toAxis()))

/** Every slice along [over] as often in place as [count] says. `[A, B, C, D, E] -> [A*Count, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] count=? -> [a*count, b, c, d, e]")
@JvmName("repeatInterleave5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Count : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.repeatInterleave(
    over: A,
    count: Sized<Count>,
): Tensor<Rank5<Times<A, Count>, B, C, D, E>> = Tensor(interleaved(value, 0, count.toAxis()))

/** The slices along [over] end to end, as often as [count] says. `[A, B, C, D, E] -> [A, Count*B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] count=? -> [a, count*b, c, d, e]")
@JvmName("repeat5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Count : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.repeat(
    over: B,
    count: Sized<Count>,
): Tensor<Rank5<A, Times<Count, B>, C, D, E>> = Tensor(repeated(value, 1, count.toAxis()))

/** Every slice along [over] as often in place as [count] says. `[A, B, C, D, E] -> [A, B*Count, C, D, E]` */
@ShapeRule("[a, b, c, d, e] count=? -> [a, b*count, c, d, e]")
@JvmName("repeatInterleave5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Count : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.repeatInterleave(
    over: B,
    count: Sized<Count>,
): Tensor<Rank5<A, Times<B, Count>, C, D, E>> = Tensor(interleaved(value, 1, count.toAxis()))

/** The slices along [over] end to end, as often as [count] says. `[A, B, C, D, E] -> [A, B, Count*C, D, E]` */
@ShapeRule("[a, b, c, d, e] count=? -> [a, b, count*c, d, e]")
@JvmName("repeat5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Count : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.repeat(
    over: C,
    count: Sized<Count>,
): Tensor<Rank5<A, B, Times<Count, C>, D, E>> = Tensor(repeated(value, 2, count.toAxis()))

/** Every slice along [over] as often in place as [count] says. `[A, B, C, D, E] -> [A, B, C*Count, D, E]` */
@ShapeRule("[a, b, c, d, e] count=? -> [a, b, c*count, d, e]")
@JvmName("repeatInterleave5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Count : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.repeatInterleave(
    over: C,
    count: Sized<Count>,
): Tensor<Rank5<A, B, Times<C, Count>, D, E>> = Tensor(interleaved(value, 2, count.toAxis()))

/** The slices along [over] end to end, as often as [count] says. `[A, B, C, D, E] -> [A, B, C, Count*D, E]` */
@ShapeRule("[a, b, c, d, e] count=? -> [a, b, c, count*d, e]")
@JvmName("repeat5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Count : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.repeat(
    over: D,
    count: Sized<Count>,
): Tensor<Rank5<A, B, C, Times<Count, D>, E>> = Tensor(repeated(value, 3, count.toAxis()))

/** Every slice along [over] as often in place as [count] says. `[A, B, C, D, E] -> [A, B, C, D*Count, E]` */
@ShapeRule("[a, b, c, d, e] count=? -> [a, b, c, d*count, e]")
@JvmName("repeatInterleave5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Count : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.repeatInterleave(
    over: D,
    count: Sized<Count>,
): Tensor<Rank5<A, B, C, Times<D, Count>, E>> = Tensor(interleaved(value, 3, count.toAxis()))

/** The slices along [over] end to end, as often as [count] says. `[A, B, C, D, E] -> [A, B, C, D, Count*E]` */
@ShapeRule("[a, b, c, d, e] count=? -> [a, b, c, d, count*e]")
@JvmName("repeat5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Count : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.repeat(
    over: E,
    count: Sized<Count>,
): Tensor<Rank5<A, B, C, D, Times<Count, E>>> = Tensor(repeated(value, 4, count.toAxis()))

/** Every slice along [over] as often in place as [count] says. `[A, B, C, D, E] -> [A, B, C, D, E*Count]` */
@ShapeRule("[a, b, c, d, e] count=? -> [a, b, c, d, e*count]")
@JvmName("repeatInterleave5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Count : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.repeatInterleave(
    over: E,
    count: Sized<Count>,
): Tensor<Rank5<A, B, C, D, Times<E, Count>>> = Tensor(interleaved(value, 4, count.toAxis()))
