package dev.rankine.tensor

import dev.rankine.ops.zeros
import dev.rankine.shapes.Cube
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec

/** Zeros. `-> []` */
@ShapeRule("-> []")
@JvmName("zeros0")
public fun zeros(dtype: DType = DType.DEFAULT): Tensor<Scalar> = Tensor(zeros(Sizes.SCALAR, dtype))

/** Zeros. `-> [A]` */
@ShapeRule("a=? -> [a]")
@JvmName("zeros1")
public fun <A : Dim<*>> zeros(a: Sized<A>, dtype: DType = DType.DEFAULT): Tensor<Vec<A>> = Tensor(zeros(Sizes.named(a.toAxis()), dtype))

/** Zeros. `-> [A, B]` */
@ShapeRule("a=? b=? -> [a, b]")
@JvmName("zeros2")
public fun <A : Dim<*>, B : Dim<*>> zeros(a: Sized<A>, b: Sized<B>, dtype: DType = DType.DEFAULT): Tensor<Mat<A, B>> =
    Tensor(zeros(Sizes.named(a.toAxis(), b.toAxis()), dtype))

/** Zeros. `-> [A, B, C]` */
@ShapeRule("a=? b=? c=? -> [a, b, c]")
@JvmName("zeros3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> zeros(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    dtype: DType = DType.DEFAULT,
): Tensor<Cube<A, B, C>> = Tensor(zeros(Sizes.named(a.toAxis(), b.toAxis(), c.toAxis()), dtype))

/** Zeros. `-> [A, B, C, D]` */
@ShapeRule("a=? b=? c=? d=? -> [a, b, c, d]")
@JvmName("zeros4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> zeros(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    dtype: DType = DType.DEFAULT,
): Tensor<Rank4<A, B, C, D>> = Tensor(zeros(Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis()), dtype))

/** Zeros. `-> [A, B, C, D, E]` */
@ShapeRule("a=? b=? c=? d=? e=? -> [a, b, c, d, e]")
@JvmName("zeros5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> zeros(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    e: Sized<E>,
    dtype: DType = DType.DEFAULT,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(zeros(Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis(), e.toAxis()), dtype))
