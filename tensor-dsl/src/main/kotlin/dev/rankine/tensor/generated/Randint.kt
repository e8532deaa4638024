package dev.rankine.tensor

import dev.rankine.ops.randint
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

/** Random whole numbers from [low] up to but not including [high], from the thread's generator. `-> []` */
@ShapeRule("-> []")
@JvmName("randint0")
public fun randint(low: Long, high: Long, dtype: DType = DType.I64): Tensor<Scalar> = Tensor(randint(low, high, Sizes.SCALAR, dtype))

/** Random whole numbers from [low] up to but not including [high], from the thread's generator. `-> [A]` */
@ShapeRule("a=? -> [a]")
@JvmName("randint1")
public fun <A : Dim<*>> randint(low: Long, high: Long, a: Sized<A>, dtype: DType = DType.I64): Tensor<Vec<A>> =
    Tensor(randint(low, high, Sizes.named(a.toAxis()), dtype))

/** Random whole numbers from [low] up to but not including [high], from the thread's generator. `-> [A, B]` */
@ShapeRule("a=? b=? -> [a, b]")
@JvmName("randint2")
public fun <A : Dim<*>, B : Dim<*>> randint(low: Long, high: Long, a: Sized<A>, b: Sized<B>, dtype: DType = DType.I64): Tensor<Mat<A, B>> =
    Tensor(randint(low, high, Sizes.named(a.toAxis(), b.toAxis()), dtype))

/** Random whole numbers from [low] up to but not including [high], from the thread's generator. `-> [A, B, C]` */
@ShapeRule("a=? b=? c=? -> [a, b, c]")
@JvmName("randint3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> randint(
    low: Long,
    high: Long,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    dtype: DType = DType.I64,
): Tensor<Cube<A, B, C>> = Tensor(randint(low, high, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis()), dtype))

/** Random whole numbers from [low] up to but not including [high], from the thread's generator. `-> [A, B, C, D]` */
@ShapeRule("a=? b=? c=? d=? -> [a, b, c, d]")
@JvmName("randint4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> randint(
    low: Long,
    high: Long,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    dtype: DType = DType.I64,
): Tensor<Rank4<A, B, C, D>> = Tensor(randint(low, high, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis()), dtype))

/** Random whole numbers from [low] up to but not including [high], from the thread's generator. `-> [A, B, C, D, E]` */
@ShapeRule("a=? b=? c=? d=? e=? -> [a, b, c, d, e]")
@JvmName("randint5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> randint(
    low: Long,
    high: Long,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    e: Sized<E>,
    dtype: DType = DType.I64,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(randint(low, high, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis(), e.toAxis()), dtype))
