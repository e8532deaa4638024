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

/** The last two axes as one. `[A, B] -> [A*B]` */
@ShapeRule("[a, b] -> [a*b]")
@JvmName("merge2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.merge(): Tensor<Vec<Times<A, B>>> = Tensor(merged(value, 0))

/** The first two axes as one. `[A, B] -> [A*B]` */
@ShapeRule("[a, b] -> [a*b]")
@JvmName("mergeFirst2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.mergeFirst(): Tensor<Vec<Times<A, B>>> = Tensor(merged(value, 0))

/** The last two axes as one. `[A, B, C] -> [A, B*C]` */
@ShapeRule("[a, b, c] -> [a, b*c]")
@JvmName("merge3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.merge(): Tensor<Mat<A, Times<B, C>>> = Tensor(merged(value, 1))

/** The first two axes as one. `[A, B, C] -> [A*B, C]` */
@ShapeRule("[a, b, c] -> [a*b, c]")
@JvmName("mergeFirst3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.mergeFirst(): Tensor<Mat<Times<A, B>, C>> = Tensor(merged(value, 0))

/** The last two axes as one. `[A, B, C, D] -> [A, B, C*D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c*d]")
@JvmName("merge4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.merge(): Tensor<Cube<A, B, Times<C, D>>> =
    Tensor(merged(value, 2))

/** The first two axes as one. `[A, B, C, D] -> [A*B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a*b, c, d]")
@JvmName("mergeFirst4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.mergeFirst(): Tensor<Cube<Times<A, B>, C, D>> =
    Tensor(merged(value, 0))

/** The last two axes as one. `[A, B, C, D, E] -> [A, B, C, D*E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d*e]")
@JvmName("merge5")
public fun <
    A : Dim<*>,
    B : Dim<*>,
    C : Dim<*>,
    D : Dim<*>,
    E : Dim<*>,
> Tensor<Rank5<A, B, C, D, E>>.merge(): Tensor<Rank4<A, B, C, Times<D, E>>> =
    Tensor(merged(value, 3))

/** The first two axes as one. `[A, B, C, D, E] -> [A*B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a*b, c, d, e]")
@JvmName("mergeFirst5")
public fun <
    A : Dim<*>,
    B : Dim<*>,
    C : Dim<*>,
    D : Dim<*>,
    E : Dim<*>,
> Tensor<Rank5<A, B, C, D, E>>.mergeFirst(): Tensor<Rank4<Times<A, B>, C, D, E>> =
    Tensor(merged(value, 0))

/** The last axis as two. `[A*B] -> [A, B]` */
@ShapeRule("[whole] a=? b=? -> [a, b] where whole == a*b \"the parts do not make the axis\"")
@JvmName("split1")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Vec<Times<A, B>>>.split(a: Sized<A>, b: Sized<B>): Tensor<Mat<A, B>> =
    Tensor(split(value, 0, a.toAxis(), b.toAxis()))

/** The first axis as two. `[A*B] -> [A, B]` */
@ShapeRule("[whole] a=? b=? -> [a, b] where whole == a*b \"the parts do not make the axis\"")
@JvmName("splitFirst1")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Vec<Times<A, B>>>.splitFirst(a: Sized<A>, b: Sized<B>): Tensor<Mat<A, B>> =
    Tensor(split(value, 0, a.toAxis(), b.toAxis()))

/** The last axis as two. `[A, B*C] -> [A, B, C]` */
@ShapeRule("[a, whole] b=? c=? -> [a, b, c] where whole == b*c \"the parts do not make the axis\"")
@JvmName("split2")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Mat<A, Times<B, C>>>.split(b: Sized<B>, c: Sized<C>): Tensor<Cube<A, B, C>> =
    Tensor(split(value, 1, b.toAxis(), c.toAxis()))

/** The first axis as two. `[A*B, C] -> [A, B, C]` */
@ShapeRule("[whole, c] a=? b=? -> [a, b, c] where whole == a*b \"the parts do not make the axis\"")
@JvmName("splitFirst2")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Mat<Times<A, B>, C>>.splitFirst(a: Sized<A>, b: Sized<B>): Tensor<Cube<A, B, C>> =
    Tensor(split(value, 0, a.toAxis(), b.toAxis()))

/** The last axis as two. `[A, B, C*D] -> [A, B, C, D]` */
@ShapeRule("[a, b, whole] c=? d=? -> [a, b, c, d] where whole == c*d \"the parts do not make the axis\"")
@JvmName("split3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Cube<A, B, Times<C, D>>>.split(
    c: Sized<C>,
    d: Sized<D>,
): Tensor<Rank4<A, B, C, D>> = Tensor(split(value, 2, c.toAxis(), d.toAxis()))

/** The first axis as two. `[A*B, C, D] -> [A, B, C, D]` */
@ShapeRule("[whole, c, d] a=? b=? -> [a, b, c, d] where whole == a*b \"the parts do not make the axis\"")
@JvmName("splitFirst3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Cube<Times<A, B>, C, D>>.splitFirst(
    a: Sized<A>,
    b: Sized<B>,
): Tensor<Rank4<A, B, C, D>> = Tensor(split(value, 0, a.toAxis(), b.toAxis()))

/** The last axis as two. `[A, B, C, D*E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, whole] d=? e=? -> [a, b, c, d, e] where whole == d*e \"the parts do not make the axis\"")
@JvmName("split4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank4<A, B, C, Times<D, E>>>.split(
    d: Sized<D>,
    e: Sized<E>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(split(value, 3, d.toAxis(), e.toAxis()))

/** The first axis as two. `[A*B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[whole, c, d, e] a=? b=? -> [a, b, c, d, e] where whole == a*b \"the parts do not make the axis\"")
@JvmName("splitFirst4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank4<Times<A, B>, C, D, E>>.splitFirst(
    a: Sized<A>,
    b: Sized<B>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(split(value, 0, a.toAxis(), b.toAxis()))
