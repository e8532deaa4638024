package dev.rankine.tensor

import dev.rankine.ops.ones
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

/** Ones. `-> []` */
@ShapeRule("-> []")
@JvmName("ones0")
public fun ones(dtype: DType = DType.DEFAULT): Tensor<Scalar> = Tensor(ones(Sizes.SCALAR, dtype))

/** Ones. `-> [A]` */
@ShapeRule("a=? -> [a]")
@JvmName("ones1")
public fun <A : Dim<*>> ones(a: Sized<A>, dtype: DType = DType.DEFAULT): Tensor<Vec<A>> = Tensor(ones(Sizes.named(a.toAxis()), dtype))

/** Ones. `-> [A, B]` */
@ShapeRule("a=? b=? -> [a, b]")
@JvmName("ones2")
public fun <A : Dim<*>, B : Dim<*>> ones(a: Sized<A>, b: Sized<B>, dtype: DType = DType.DEFAULT): Tensor<Mat<A, B>> =
    Tensor(ones(Sizes.named(a.toAxis(), b.toAxis()), dtype))

/** Ones. `-> [A, B, C]` */
@ShapeRule("a=? b=? c=? -> [a, b, c]")
@JvmName("ones3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> ones(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    dtype: DType = DType.DEFAULT,
): Tensor<Cube<A, B, C>> = Tensor(ones(Sizes.named(a.toAxis(), b.toAxis(), c.toAxis()), dtype))

/** Ones. `-> [A, B, C, D]` */
@ShapeRule("a=? b=? c=? d=? -> [a, b, c, d]")
@JvmName("ones4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> ones(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    dtype: DType = DType.DEFAULT,
): Tensor<Rank4<A, B, C, D>> = Tensor(ones(Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis()), dtype))

/** Ones. `-> [A, B, C, D, E]` */
@ShapeRule("a=? b=? c=? d=? e=? -> [a, b, c, d, e]")
@JvmName("ones5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> ones(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    e: Sized<E>,
    dtype: DType = DType.DEFAULT,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(ones(Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis(), e.toAxis()), dtype))
