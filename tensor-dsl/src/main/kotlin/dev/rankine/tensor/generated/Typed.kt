package dev.rankine.tensor

import dev.rankine.ops.Value
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec

/** This under the shape `[]`; throws a `ShapeException` if rank or a size differ. */
@ShapeRule("[] -> []")
@JvmName("typedValue0")
public fun Value.typed(): Tensor<Scalar> = Tensor(withShape(this, Sizes.SCALAR))

/** This under the shape `[]`; throws a `ShapeException` if rank or a size differ. */
@ShapeRule("[] -> []")
@JvmName("typed0")
public fun Tensor<*>.typed(): Tensor<Scalar> = Tensor(withShape(value, Sizes.SCALAR))

/** This under the shape `[A]`; throws a `ShapeException` if rank or a size differ. */
@ShapeRule("[x0] a=? -> [a] where x0 == a \"size of axis 0 differs\"")
@JvmName("typedValue1")
public fun <A : Dim<*>> Value.typed(a: Sized<A>): Tensor<Vec<A>> = Tensor(withShape(this, Sizes.named(a.toAxis())))

/** This under the shape `[A]`; throws a `ShapeException` if rank or a size differ. */
@ShapeRule("[x0] a=? -> [a] where x0 == a \"size of axis 0 differs\"")
@JvmName("typed1")
public fun <A : Dim<*>> Tensor<*>.typed(a: Sized<A>): Tensor<Vec<A>> = Tensor(withShape(value, Sizes.named(a.toAxis())))

/** This under the shape `[A, B]`; throws a `ShapeException` if rank or a size differ. */
@ShapeRule("[x0, x1] a=? b=? -> [a, b] where x0 == a \"size of axis 0 differs\", x1 == b \"size of axis 1 differs\"")
@JvmName("typedValue2")
public fun <A : Dim<*>, B : Dim<*>> Value.typed(a: Sized<A>, b: Sized<B>): Tensor<Mat<A, B>> =
    Tensor(withShape(this, Sizes.named(a.toAxis(), b.toAxis())))

/** This under the shape `[A, B]`; throws a `ShapeException` if rank or a size differ. */
@ShapeRule("[x0, x1] a=? b=? -> [a, b] where x0 == a \"size of axis 0 differs\", x1 == b \"size of axis 1 differs\"")
@JvmName("typed2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<*>.typed(a: Sized<A>, b: Sized<B>): Tensor<Mat<A, B>> =
    Tensor(withShape(value, Sizes.named(a.toAxis(), b.toAxis())))

/** This under the shape `[A, B, C]`; throws a `ShapeException` if rank or a size differ. */
@ShapeRule(
    "[x0, x1, x2] a=? b=? c=? -> [a, b, c] where " +
        "x0 == a \"size of axis 0 differs\", " +
        "x1 == b \"size of axis 1 differs\", " +
        "x2 == c \"size of axis 2 differs\"",
)
@JvmName("typedValue3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Value.typed(a: Sized<A>, b: Sized<B>, c: Sized<C>): Tensor<Cube<A, B, C>> =
    Tensor(withShape(this, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis())))

/** This under the shape `[A, B, C]`; throws a `ShapeException` if rank or a size differ. */
@ShapeRule(
    "[x0, x1, x2] a=? b=? c=? -> [a, b, c] where " +
        "x0 == a \"size of axis 0 differs\", " +
        "x1 == b \"size of axis 1 differs\", " +
        "x2 == c \"size of axis 2 differs\"",
)
@JvmName("typed3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<*>.typed(a: Sized<A>, b: Sized<B>, c: Sized<C>): Tensor<Cube<A, B, C>> =
    Tensor(withShape(value, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis())))

/** This under the shape `[A, B, C, D]`; throws a `ShapeException` if rank or a size differ. */
@ShapeRule(
    "[x0, x1, x2, x3] a=? b=? c=? d=? -> [a, b, c, d] where " +
        "x0 == a \"size of axis 0 differs\", " +
        "x1 == b \"size of axis 1 differs\", " +
        "x2 == c \"size of axis 2 differs\", " +
        "x3 == d \"size of axis 3 differs\"",
)
@JvmName("typedValue4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Value.typed(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
): Tensor<Rank4<A, B, C, D>> = Tensor(withShape(this, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis())))

/** This under the shape `[A, B, C, D]`; throws a `ShapeException` if rank or a size differ. */
@ShapeRule(
    "[x0, x1, x2, x3] a=? b=? c=? d=? -> [a, b, c, d] where " +
        "x0 == a \"size of axis 0 differs\", " +
        "x1 == b \"size of axis 1 differs\", " +
        "x2 == c \"size of axis 2 differs\", " +
        "x3 == d \"size of axis 3 differs\"",
)
@JvmName("typed4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<*>.typed(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
): Tensor<Rank4<A, B, C, D>> = Tensor(withShape(value, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis())))

/** This under the shape `[A, B, C, D, E]`; throws a `ShapeException` if rank or a size differ. */
@ShapeRule(
    "[x0, x1, x2, x3, x4] a=? b=? c=? d=? e=? -> [a, b, c, d, e] where " +
        "x0 == a \"size of axis 0 differs\", " +
        "x1 == b \"size of axis 1 differs\", " +
        "x2 == c \"size of axis 2 differs\", " +
        "x3 == d \"size of axis 3 differs\", " +
        "x4 == e \"size of axis 4 differs\"",
)
@JvmName("typedValue5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Value.typed(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    e: Sized<E>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(withShape(this, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis(), e.toAxis())))

/** This under the shape `[A, B, C, D, E]`; throws a `ShapeException` if rank or a size differ. */
@ShapeRule(
    "[x0, x1, x2, x3, x4] a=? b=? c=? d=? e=? -> [a, b, c, d, e] where " +
        "x0 == a \"size of axis 0 differs\", " +
        "x1 == b \"size of axis 1 differs\", " +
        "x2 == c \"size of axis 2 differs\", " +
        "x3 == d \"size of axis 3 differs\", " +
        "x4 == e \"size of axis 4 differs\"",
)
@JvmName("typed5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<*>.typed(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    e: Sized<E>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(withShape(value, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis(), e.toAxis())))
