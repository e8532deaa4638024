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

/** The same elements in row-major order as `[A]`; throws a `ShapeException` if their number differs. */
@ShapeRule("s a=? -> [a] where prod(s) == a \"number of elements differs\"")
@JvmName("reshape1")
public fun <A : Dim<*>> Tensor<*>.reshape(a: Sized<A>): Tensor<Vec<A>> = Tensor(reshaped(value, Sizes.named(a.toAxis())))

/** The same elements in row-major order as `[A, B]`; throws a `ShapeException` if their number differs. */
@ShapeRule("s a=? b=? -> [a, b] where prod(s) == a*b \"number of elements differs\"")
@JvmName("reshape2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<*>.reshape(a: Sized<A>, b: Sized<B>): Tensor<Mat<A, B>> =
    Tensor(reshaped(value, Sizes.named(a.toAxis(), b.toAxis())))

/** The same elements in row-major order as `[A, B, C]`; throws a `ShapeException` if their number differs. */
@ShapeRule("s a=? b=? c=? -> [a, b, c] where prod(s) == a*b*c \"number of elements differs\"")
@JvmName("reshape3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<*>.reshape(a: Sized<A>, b: Sized<B>, c: Sized<C>): Tensor<Cube<A, B, C>> =
    Tensor(reshaped(value, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis())))

/** The same elements in row-major order as `[A, B, C, D]`; throws a `ShapeException` if their number differs. */
@ShapeRule("s a=? b=? c=? d=? -> [a, b, c, d] where prod(s) == a*b*c*d \"number of elements differs\"")
@JvmName("reshape4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<*>.reshape(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
): Tensor<Rank4<A, B, C, D>> = Tensor(reshaped(value, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis())))

/** The same elements in row-major order as `[A, B, C, D, E]`; throws a `ShapeException` if their number differs. */
@ShapeRule("s a=? b=? c=? d=? e=? -> [a, b, c, d, e] where prod(s) == a*b*c*d*e \"number of elements differs\"")
@JvmName("reshape5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<*>.reshape(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    e: Sized<E>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(reshaped(value, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis(), e.toAxis())))
