package dev.rankine.tensor

import dev.rankine.shapes.Cube
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec

/** Every element what [element] gives for its place. `-> [A]` */
@ShapeRule("a=? -> [a]")
@JvmName("tensor1")
public fun <A : Dim<*>> tensor(a: Sized<A>, dtype: DType = DType.DEFAULT, element: (Int) -> Number): Tensor<Vec<A>> =
    Tensor(filled(dtype, a) { element(it[0]) })

/** Every element what [element] gives for its place. `-> [A, B]` */
@ShapeRule("a=? b=? -> [a, b]")
@JvmName("tensor2")
public fun <A : Dim<*>, B : Dim<*>> tensor(
    a: Sized<A>,
    b: Sized<B>,
    dtype: DType = DType.DEFAULT,
    element: (Int, Int) -> Number,
): Tensor<Mat<A, B>> = Tensor(filled(dtype, a, b) { element(it[0], it[1]) })

/** Every element what [element] gives for its place. `-> [A, B, C]` */
@ShapeRule("a=? b=? c=? -> [a, b, c]")
@JvmName("tensor3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> tensor(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    dtype: DType = DType.DEFAULT,
    element: (Int, Int, Int) -> Number,
): Tensor<Cube<A, B, C>> = Tensor(filled(dtype, a, b, c) { element(it[0], it[1], it[2]) })

/** Every element what [element] gives for its place. `-> [A, B, C, D]` */
@ShapeRule("a=? b=? c=? d=? -> [a, b, c, d]")
@JvmName("tensor4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> tensor(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    dtype: DType = DType.DEFAULT,
    element: (Int, Int, Int, Int) -> Number,
): Tensor<Rank4<A, B, C, D>> = Tensor(filled(dtype, a, b, c, d) { element(it[0], it[1], it[2], it[3]) })

/** Every element what [element] gives for its place. `-> [A, B, C, D, E]` */
@ShapeRule("a=? b=? c=? d=? e=? -> [a, b, c, d, e]")
@JvmName("tensor5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> tensor(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    e: Sized<E>,
    dtype: DType = DType.DEFAULT,
    element: (Int, Int, Int, Int, Int) -> Number,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(filled(dtype, a, b, c, d, e) { element(it[0], it[1], it[2], it[3], it[4]) })
