package dev.rankine.tensor

import dev.rankine.ops.bernoulli
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

/** 1 with [probability], else 0, from the thread's generator. `-> []` */
@ShapeRule("-> []")
@JvmName("bernoulli0")
public fun bernoulli(probability: Double, dtype: DType = DType.DEFAULT): Tensor<Scalar> =
    Tensor(bernoulli(Sizes.SCALAR, probability, dtype))

/** 1 with [probability], else 0, from the thread's generator. `-> [A]` */
@ShapeRule("a=? -> [a]")
@JvmName("bernoulli1")
public fun <A : Dim<*>> bernoulli(probability: Double, a: Sized<A>, dtype: DType = DType.DEFAULT): Tensor<Vec<A>> =
    Tensor(bernoulli(Sizes.named(a.toAxis()), probability, dtype))

/** 1 with [probability], else 0, from the thread's generator. `-> [A, B]` */
@ShapeRule("a=? b=? -> [a, b]")
@JvmName("bernoulli2")
public fun <A : Dim<*>, B : Dim<*>> bernoulli(
    probability: Double,
    a: Sized<A>,
    b: Sized<B>,
    dtype: DType = DType.DEFAULT,
): Tensor<Mat<A, B>> = Tensor(bernoulli(Sizes.named(a.toAxis(), b.toAxis()), probability, dtype))

/** 1 with [probability], else 0, from the thread's generator. `-> [A, B, C]` */
@ShapeRule("a=? b=? c=? -> [a, b, c]")
@JvmName("bernoulli3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> bernoulli(
    probability: Double,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    dtype: DType = DType.DEFAULT,
): Tensor<Cube<A, B, C>> = Tensor(bernoulli(Sizes.named(a.toAxis(), b.toAxis(), c.toAxis()), probability, dtype))

/** 1 with [probability], else 0, from the thread's generator. `-> [A, B, C, D]` */
@ShapeRule("a=? b=? c=? d=? -> [a, b, c, d]")
@JvmName("bernoulli4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> bernoulli(
    probability: Double,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    dtype: DType = DType.DEFAULT,
): Tensor<Rank4<A, B, C, D>> = Tensor(bernoulli(Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis()), probability, dtype))

/** 1 with [probability], else 0, from the thread's generator. `-> [A, B, C, D, E]` */
@ShapeRule("a=? b=? c=? d=? e=? -> [a, b, c, d, e]")
@JvmName("bernoulli5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> bernoulli(
    probability: Double,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    e: Sized<E>,
    dtype: DType = DType.DEFAULT,
): Tensor<Rank5<A, B, C, D, E>> =
    Tensor(bernoulli(Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis(), e.toAxis()), probability, dtype))
