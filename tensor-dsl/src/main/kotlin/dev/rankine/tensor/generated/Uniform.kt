package dev.rankine.tensor

import dev.rankine.ops.uniform
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

/** Uniform random numbers with [low] and [high], from the thread's generator. `-> []` */
@ShapeRule("-> []")
@JvmName("uniform0")
public fun uniform(low: Double = 0.0, high: Double = 1.0, dtype: DType = DType.DEFAULT): Tensor<Scalar> =
    Tensor(uniform(Sizes.SCALAR, low, high, dtype))

/** Uniform random numbers with [low] and [high], from the thread's generator. `-> [A]` */
@ShapeRule("a=? -> [a]")
@JvmName("uniform1")
public fun <A : Dim<*>> uniform(a: Sized<A>, low: Double = 0.0, high: Double = 1.0, dtype: DType = DType.DEFAULT): Tensor<Vec<A>> =
    Tensor(uniform(Sizes.named(a.toAxis()), low, high, dtype))

/** Uniform random numbers with [low] and [high], from the thread's generator. `-> [A, B]` */
@ShapeRule("a=? b=? -> [a, b]")
@JvmName("uniform2")
public fun <A : Dim<*>, B : Dim<*>> uniform(
    a: Sized<A>,
    b: Sized<B>,
    low: Double = 0.0,
    high: Double = 1.0,
    dtype: DType = DType.DEFAULT,
): Tensor<Mat<A, B>> = Tensor(uniform(Sizes.named(a.toAxis(), b.toAxis()), low, high, dtype))

/** Uniform random numbers with [low] and [high], from the thread's generator. `-> [A, B, C]` */
@ShapeRule("a=? b=? c=? -> [a, b, c]")
@JvmName("uniform3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> uniform(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    low: Double = 0.0,
    high: Double = 1.0,
    dtype: DType = DType.DEFAULT,
): Tensor<Cube<A, B, C>> = Tensor(uniform(Sizes.named(a.toAxis(), b.toAxis(), c.toAxis()), low, high, dtype))

/** Uniform random numbers with [low] and [high], from the thread's generator. `-> [A, B, C, D]` */
@ShapeRule("a=? b=? c=? d=? -> [a, b, c, d]")
@JvmName("uniform4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> uniform(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    low: Double = 0.0,
    high: Double = 1.0,
    dtype: DType = DType.DEFAULT,
): Tensor<Rank4<A, B, C, D>> = Tensor(uniform(Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis()), low, high, dtype))

/** Uniform random numbers with [low] and [high], from the thread's generator. `-> [A, B, C, D, E]` */
@ShapeRule("a=? b=? c=? d=? e=? -> [a, b, c, d, e]")
@JvmName("uniform5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> uniform(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    e: Sized<E>,
    low: Double = 0.0,
    high: Double = 1.0,
    dtype: DType = DType.DEFAULT,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(uniform(Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis(), e.toAxis()), low, high, dtype))
