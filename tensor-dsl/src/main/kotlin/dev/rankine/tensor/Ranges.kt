package dev.rankine.tensor

import dev.rankine.ops.arange
import dev.rankine.ops.eye
import dev.rankine.ops.fullLike
import dev.rankine.ops.linspace
import dev.rankine.ops.named
import dev.rankine.ops.onesLike
import dev.rankine.ops.randperm
import dev.rankine.ops.zerosLike
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec

/** `start, start + step, ...`, as many as [a] says. `-> [A]` */
@ShapeRule("a=? -> [a]")
public fun <A : Dim<*>> arange(a: Sized<A>, start: Long = 0, step: Long = 1, dtype: DType = DType.I64): Tensor<Vec<A>> {
    require(step != 0L) { "arange: the step cannot be 0" }
    val axis = a.toAxis()
    return Tensor(arange(start, start + axis.size * step, step, dtype).named(Sizes.named(axis)))
}

/** As many numbers as [a] says, at even distances: the first is [from], the last is [to]. `-> [A]` */
@ShapeRule("a=? -> [a]")
public fun <A : Dim<*>> linspace(a: Sized<A>, from: Double, to: Double, dtype: DType = DType.DEFAULT): Tensor<Vec<A>> {
    val axis = a.toAxis()
    return Tensor(linspace(from, to, axis.size, dtype).named(Sizes.named(axis)))
}

/** Ones on the diagonal, zeros elsewhere. `-> [A, B]` */
@ShapeRule("a=? b=? -> [a, b]")
public fun <A : Dim<*>, B : Dim<*>> eye(a: Sized<A>, b: Sized<B>, dtype: DType = DType.DEFAULT): Tensor<Mat<A, B>> {
    val (rows, columns) = a.toAxis() to b.toAxis()
    return Tensor(eye(rows.size, columns.size, dtype).named(Sizes.named(rows, columns)))
}

/** The identity: ones on the diagonal, zeros elsewhere. `-> [A, A]` */
@ShapeRule("a=? -> [a, a]")
public fun <A : Dim<*>> eye(a: Sized<A>, dtype: DType = DType.DEFAULT): Tensor<Mat<A, A>> = eye(a, a, dtype)

/** The numbers from 0 on, as many as [a] says, in random order, from the thread's generator. `-> [A]` */
@ShapeRule("a=? -> [a]")
public fun <A : Dim<*>> randperm(a: Sized<A>, dtype: DType = DType.I64): Tensor<Vec<A>> {
    val axis = a.toAxis()
    return Tensor(randperm(axis.size, dtype).named(Sizes.named(axis)))
}

/** Zeros of the shape and type of [x]. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> zerosLike(x: Tensor<S>): Tensor<S> = Tensor(zerosLike(x.value).named(x.sizes))

/** Ones of the shape and type of [x]. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> onesLike(x: Tensor<S>): Tensor<S> = Tensor(onesLike(x.value).named(x.sizes))

/** Every element [number], in the shape of [x]. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> fullLike(x: Tensor<S>, number: Number, dtype: DType = x.dtype): Tensor<S> =
    Tensor(fullLike(x.value, number, dtype).named(x.sizes))
