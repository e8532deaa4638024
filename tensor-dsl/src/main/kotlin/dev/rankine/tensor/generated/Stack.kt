package dev.rankine.tensor

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec

/** The tensors along a new first axis, as many as [first] says. `[] ... -> [First]` */
@ShapeRule("values* first=? -> stack(values, 0) where count(values) == first \"number of tensors differs\"")
@JvmName("stack0")
public fun <First : Dim<*>> List<Tensor<Scalar>>.stack(first: Sized<First>): Tensor<Vec<First>> = Tensor(stacked(this, first.toAxis()))

/** The tensors along a new first axis, as many as [first] says. `[A] ... -> [First, A]` */
@ShapeRule("values* first=? -> stack(values, 0) where count(values) == first \"number of tensors differs\"")
@JvmName("stack1")
public fun <First : Dim<*>, A : Dim<*>> List<Tensor<Vec<A>>>.stack(first: Sized<First>): Tensor<Mat<First, A>> =
    Tensor(stacked(this, first.toAxis()))

/** The tensors along a new first axis, as many as [first] says. `[A, B] ... -> [First, A, B]` */
@ShapeRule("values* first=? -> stack(values, 0) where count(values) == first \"number of tensors differs\"")
@JvmName("stack2")
public fun <First : Dim<*>, A : Dim<*>, B : Dim<*>> List<Tensor<Mat<A, B>>>.stack(first: Sized<First>): Tensor<Cube<First, A, B>> =
    Tensor(stacked(this, first.toAxis()))

/** The tensors along a new first axis, as many as [first] says. `[A, B, C] ... -> [First, A, B, C]` */
@ShapeRule("values* first=? -> stack(values, 0) where count(values) == first \"number of tensors differs\"")
@JvmName("stack3")
public fun <First : Dim<*>, A : Dim<*>, B : Dim<*>, C : Dim<*>> List<Tensor<Cube<A, B, C>>>.stack(
    first: Sized<First>,
): Tensor<Rank4<First, A, B, C>> = Tensor(stacked(this, first.toAxis()))

/** The tensors along a new first axis, as many as [first] says. `[A, B, C, D] ... -> [First, A, B, C, D]` */
@ShapeRule("values* first=? -> stack(values, 0) where count(values) == first \"number of tensors differs\"")
@JvmName("stack4")
public fun <First : Dim<*>, A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> List<Tensor<Rank4<A, B, C, D>>>.stack(
    first: Sized<First>,
): Tensor<Rank5<First, A, B, C, D>> = Tensor(stacked(this, first.toAxis()))
