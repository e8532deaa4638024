package dev.rankine.tensor

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec

/** This repeated to `[A]`, without a copy. */
@ShapeRule("s a=? -> expand(s, [a])")
@JvmName("broadcastTo1")
public fun <A : Dim<A>> Tensor<out Vec<A>>.broadcastTo(a: Sized<A>): Tensor<Vec<A>> = Tensor(stretched(value, Sizes.named(a.toAxis())))

/** This repeated to `[A, B]`, without a copy. */
@ShapeRule("s a=? b=? -> expand(s, [a, b])")
@JvmName("broadcastTo2")
public fun <A : Dim<A>, B : Dim<B>> Tensor<out Mat<A, B>>.broadcastTo(a: Sized<A>, b: Sized<B>): Tensor<Mat<A, B>> =
    Tensor(stretched(value, Sizes.named(a.toAxis(), b.toAxis())))

/** This repeated to `[A, B, C]`, without a copy. */
@ShapeRule("s a=? b=? c=? -> expand(s, [a, b, c])")
@JvmName("broadcastTo3")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>> Tensor<out Cube<A, B, C>>.broadcastTo(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
): Tensor<Cube<A, B, C>> = Tensor(stretched(value, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis())))

/** This repeated to `[A, B, C, D]`, without a copy. */
@ShapeRule("s a=? b=? c=? d=? -> expand(s, [a, b, c, d])")
@JvmName("broadcastTo4")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>> Tensor<out Rank4<A, B, C, D>>.broadcastTo(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
): Tensor<Rank4<A, B, C, D>> = Tensor(stretched(value, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis())))

/** This repeated to `[A, B, C, D, E]`, without a copy. */
@ShapeRule("s a=? b=? c=? d=? e=? -> expand(s, [a, b, c, d, e])")
@JvmName("broadcastTo5")
public fun <A : Dim<A>, B : Dim<B>, C : Dim<C>, D : Dim<D>, E : Dim<E>> Tensor<out Rank5<A, B, C, D, E>>.broadcastTo(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    e: Sized<E>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(stretched(value, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis(), e.toAxis())))
