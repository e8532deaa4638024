package dev.rankine.tensor

import dev.rankine.ops.full
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

/** Every element [number]. `-> []` */
@ShapeRule("-> []")
@JvmName("full0")
public fun full(number: Number, dtype: DType = DType.DEFAULT): Tensor<Scalar> = Tensor(full(Sizes.SCALAR, number, dtype))

/** Every element [number]. `-> [A]` */
@ShapeRule("a=? -> [a]")
@JvmName("full1")
public fun <A : Dim<*>> full(a: Sized<A>, number: Number, dtype: DType = DType.DEFAULT): Tensor<Vec<A>> =
    Tensor(full(Sizes.named(a.toAxis()), number, dtype))

/** Every element [number]. `-> [A, B]` */
@ShapeRule("a=? b=? -> [a, b]")
@JvmName("full2")
public fun <A : Dim<*>, B : Dim<*>> full(a: Sized<A>, b: Sized<B>, number: Number, dtype: DType = DType.DEFAULT): Tensor<Mat<A, B>> =
    Tensor(full(Sizes.named(a.toAxis(), b.toAxis()), number, dtype))

/** Every element [number]. `-> [A, B, C]` */
@ShapeRule("a=? b=? c=? -> [a, b, c]")
@JvmName("full3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> full(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    number: Number,
    dtype: DType = DType.DEFAULT,
): Tensor<Cube<A, B, C>> = Tensor(full(Sizes.named(a.toAxis(), b.toAxis(), c.toAxis()), number, dtype))

/** Every element [number]. `-> [A, B, C, D]` */
@ShapeRule("a=? b=? c=? d=? -> [a, b, c, d]")
@JvmName("full4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> full(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    number: Number,
    dtype: DType = DType.DEFAULT,
): Tensor<Rank4<A, B, C, D>> = Tensor(full(Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis()), number, dtype))

/** Every element [number]. `-> [A, B, C, D, E]` */
@ShapeRule("a=? b=? c=? d=? e=? -> [a, b, c, d, e]")
@JvmName("full5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> full(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    e: Sized<E>,
    number: Number,
    dtype: DType = DType.DEFAULT,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(full(Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis(), e.toAxis()), number, dtype))
