package dev.rankine.tensor

import dev.rankine.ops.normal
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

/** Normal random numbers with [mean] and [deviation], from the thread's generator. `-> []` */
@ShapeRule("-> []")
@JvmName("normal0")
public fun normal(mean: Double = 0.0, deviation: Double = 1.0, dtype: DType = DType.DEFAULT): Tensor<Scalar> =
    Tensor(normal(Sizes.SCALAR, mean, deviation, dtype))

/** Normal random numbers with [mean] and [deviation], from the thread's generator. `-> [A]` */
@ShapeRule("a=? -> [a]")
@JvmName("normal1")
public fun <A : Dim<*>> normal(a: Sized<A>, mean: Double = 0.0, deviation: Double = 1.0, dtype: DType = DType.DEFAULT): Tensor<Vec<A>> =
    Tensor(normal(Sizes.named(a.toAxis()), mean, deviation, dtype))

/** Normal random numbers with [mean] and [deviation], from the thread's generator. `-> [A, B]` */
@ShapeRule("a=? b=? -> [a, b]")
@JvmName("normal2")
public fun <A : Dim<*>, B : Dim<*>> normal(
    a: Sized<A>,
    b: Sized<B>,
    mean: Double = 0.0,
    deviation: Double = 1.0,
    dtype: DType = DType.DEFAULT,
): Tensor<Mat<A, B>> = Tensor(normal(Sizes.named(a.toAxis(), b.toAxis()), mean, deviation, dtype))

/** Normal random numbers with [mean] and [deviation], from the thread's generator. `-> [A, B, C]` */
@ShapeRule("a=? b=? c=? -> [a, b, c]")
@JvmName("normal3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> normal(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    mean: Double = 0.0,
    deviation: Double = 1.0,
    dtype: DType = DType.DEFAULT,
): Tensor<Cube<A, B, C>> = Tensor(normal(Sizes.named(a.toAxis(), b.toAxis(), c.toAxis()), mean, deviation, dtype))

/** Normal random numbers with [mean] and [deviation], from the thread's generator. `-> [A, B, C, D]` */
@ShapeRule("a=? b=? c=? d=? -> [a, b, c, d]")
@JvmName("normal4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> normal(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    mean: Double = 0.0,
    deviation: Double = 1.0,
    dtype: DType = DType.DEFAULT,
): Tensor<Rank4<A, B, C, D>> = Tensor(normal(Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis()), mean, deviation, dtype))

/** Normal random numbers with [mean] and [deviation], from the thread's generator. `-> [A, B, C, D, E]` */
@ShapeRule("a=? b=? c=? d=? e=? -> [a, b, c, d, e]")
@JvmName("normal5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> normal(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    e: Sized<E>,
    mean: Double = 0.0,
    deviation: Double = 1.0,
    dtype: DType = DType.DEFAULT,
): Tensor<Rank5<A, B, C, D, E>> =
    Tensor(normal(Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis(), e.toAxis()), mean, deviation, dtype))
