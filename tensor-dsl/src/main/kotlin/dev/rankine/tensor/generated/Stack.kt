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
public fun <First : Dim<*>> List<Tensor<Scalar>>.stack(first: Sized<First>): Tensor<Vec<First>> = Tensor(stacked(this, 0, first.toAxis()))

/** The tensors along a new first axis, as many as [first] says. `[A] ... -> [First, A]` */
@ShapeRule("values* first=? -> stack(values, 0) where count(values) == first \"number of tensors differs\"")
@JvmName("stack1")
public fun <First : Dim<*>, A : Dim<*>> List<Tensor<Vec<A>>>.stack(first: Sized<First>): Tensor<Mat<First, A>> =
    Tensor(stacked(this, 0, first.toAxis()))

/** The tensors along a new first axis, as many as [first] says. `[A, B] ... -> [First, A, B]` */
@ShapeRule("values* first=? -> stack(values, 0) where count(values) == first \"number of tensors differs\"")
@JvmName("stack2")
public fun <First : Dim<*>, A : Dim<*>, B : Dim<*>> List<Tensor<Mat<A, B>>>.stack(first: Sized<First>): Tensor<Cube<First, A, B>> =
    Tensor(stacked(this, 0, first.toAxis()))

/** The tensors along a new first axis, as many as [first] says. `[A, B, C] ... -> [First, A, B, C]` */
@ShapeRule("values* first=? -> stack(values, 0) where count(values) == first \"number of tensors differs\"")
@JvmName("stack3")
public fun <First : Dim<*>, A : Dim<*>, B : Dim<*>, C : Dim<*>> List<Tensor<Cube<A, B, C>>>.stack(
    first: Sized<First>,
): Tensor<Rank4<First, A, B, C>> = Tensor(stacked(this, 0, first.toAxis()))

/** The tensors along a new first axis, as many as [first] says. `[A, B, C, D] ... -> [First, A, B, C, D]` */
@ShapeRule("values* first=? -> stack(values, 0) where count(values) == first \"number of tensors differs\"")
@JvmName("stack4")
public fun <First : Dim<*>, A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> List<Tensor<Rank4<A, B, C, D>>>.stack(
    first: Sized<First>,
): Tensor<Rank5<First, A, B, C, D>> = Tensor(stacked(this, 0, first.toAxis()))

/** The tensors along a new axis before [before], as many as [new] says. `[A] ... -> [New, A]` */
@ShapeRule("values* new=? -> stack(values, 0) where count(values) == new \"number of tensors differs\"")
@JvmName("stack1A")
public fun <New : Dim<*>, A : Dim<*>> List<Tensor<Vec<A>>>.stack(new: Sized<New>, before: A): Tensor<Mat<New, A>> =
    Tensor(stacked(this, 0, new.toAxis()))

/** The tensors along a new axis before [before], as many as [new] says. `[A, B] ... -> [New, A, B]` */
@ShapeRule("values* new=? -> stack(values, 0) where count(values) == new \"number of tensors differs\"")
@JvmName("stack2A")
public fun <New : Dim<*>, A : Dim<*>, B : Dim<*>> List<Tensor<Mat<A, B>>>.stack(new: Sized<New>, before: A): Tensor<Cube<New, A, B>> =
    Tensor(stacked(this, 0, new.toAxis()))

/** The tensors along a new axis before [before], as many as [new] says. `[A, B] ... -> [A, New, B]` */
@ShapeRule("values* new=? -> stack(values, 1) where count(values) == new \"number of tensors differs\"")
@JvmName("stack2B")
public fun <New : Dim<*>, A : Dim<*>, B : Dim<*>> List<Tensor<Mat<A, B>>>.stack(new: Sized<New>, before: B): Tensor<Cube<A, New, B>> =
    Tensor(stacked(this, 1, new.toAxis()))

/** The tensors along a new axis before [before], as many as [new] says. `[A, B, C] ... -> [New, A, B, C]` */
@ShapeRule("values* new=? -> stack(values, 0) where count(values) == new \"number of tensors differs\"")
@JvmName("stack3A")
public fun <New : Dim<*>, A : Dim<*>, B : Dim<*>, C : Dim<*>> List<Tensor<Cube<A, B, C>>>.stack(
    new: Sized<New>,
    before: A,
): Tensor<Rank4<New, A, B, C>> = Tensor(stacked(this, 0, new.toAxis()))

/** The tensors along a new axis before [before], as many as [new] says. `[A, B, C] ... -> [A, New, B, C]` */
@ShapeRule("values* new=? -> stack(values, 1) where count(values) == new \"number of tensors differs\"")
@JvmName("stack3B")
public fun <New : Dim<*>, A : Dim<*>, B : Dim<*>, C : Dim<*>> List<Tensor<Cube<A, B, C>>>.stack(
    new: Sized<New>,
    before: B,
): Tensor<Rank4<A, New, B, C>> = Tensor(stacked(this, 1, new.toAxis()))

/** The tensors along a new axis before [before], as many as [new] says. `[A, B, C] ... -> [A, B, New, C]` */
@ShapeRule("values* new=? -> stack(values, 2) where count(values) == new \"number of tensors differs\"")
@JvmName("stack3C")
public fun <New : Dim<*>, A : Dim<*>, B : Dim<*>, C : Dim<*>> List<Tensor<Cube<A, B, C>>>.stack(
    new: Sized<New>,
    before: C,
): Tensor<Rank4<A, B, New, C>> = Tensor(stacked(this, 2, new.toAxis()))

/** The tensors along a new axis before [before], as many as [new] says. `[A, B, C, D] ... -> [New, A, B, C, D]` */
@ShapeRule("values* new=? -> stack(values, 0) where count(values) == new \"number of tensors differs\"")
@JvmName("stack4A")
public fun <New : Dim<*>, A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> List<Tensor<Rank4<A, B, C, D>>>.stack(
    new: Sized<New>,
    before: A,
): Tensor<Rank5<New, A, B, C, D>> = Tensor(stacked(this, 0, new.toAxis()))

/** The tensors along a new axis before [before], as many as [new] says. `[A, B, C, D] ... -> [A, New, B, C, D]` */
@ShapeRule("values* new=? -> stack(values, 1) where count(values) == new \"number of tensors differs\"")
@JvmName("stack4B")
public fun <New : Dim<*>, A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> List<Tensor<Rank4<A, B, C, D>>>.stack(
    new: Sized<New>,
    before: B,
): Tensor<Rank5<A, New, B, C, D>> = Tensor(stacked(this, 1, new.toAxis()))

/** The tensors along a new axis before [before], as many as [new] says. `[A, B, C, D] ... -> [A, B, New, C, D]` */
@ShapeRule("values* new=? -> stack(values, 2) where count(values) == new \"number of tensors differs\"")
@JvmName("stack4C")
public fun <New : Dim<*>, A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> List<Tensor<Rank4<A, B, C, D>>>.stack(
    new: Sized<New>,
    before: C,
): Tensor<Rank5<A, B, New, C, D>> = Tensor(stacked(this, 2, new.toAxis()))

/** The tensors along a new axis before [before], as many as [new] says. `[A, B, C, D] ... -> [A, B, C, New, D]` */
@ShapeRule("values* new=? -> stack(values, 3) where count(values) == new \"number of tensors differs\"")
@JvmName("stack4D")
public fun <New : Dim<*>, A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> List<Tensor<Rank4<A, B, C, D>>>.stack(
    new: Sized<New>,
    before: D,
): Tensor<Rank5<A, B, C, New, D>> = Tensor(stacked(this, 3, new.toAxis()))

/** The tensors along a new last axis, as many as [last] says. `[A] ... -> [A, Last]` */
@ShapeRule("values* last=? -> stack(values, 1) where count(values) == last \"number of tensors differs\"")
@JvmName("stackLast1")
public fun <Last : Dim<*>, A : Dim<*>> List<Tensor<Vec<A>>>.stackLast(last: Sized<Last>): Tensor<Mat<A, Last>> =
    Tensor(stacked(this, 1, last.toAxis()))

/** The tensors along a new last axis, as many as [last] says. `[A, B] ... -> [A, B, Last]` */
@ShapeRule("values* last=? -> stack(values, 2) where count(values) == last \"number of tensors differs\"")
@JvmName("stackLast2")
public fun <Last : Dim<*>, A : Dim<*>, B : Dim<*>> List<Tensor<Mat<A, B>>>.stackLast(last: Sized<Last>): Tensor<Cube<A, B, Last>> =
    Tensor(stacked(this, 2, last.toAxis()))

/** The tensors along a new last axis, as many as [last] says. `[A, B, C] ... -> [A, B, C, Last]` */
@ShapeRule("values* last=? -> stack(values, 3) where count(values) == last \"number of tensors differs\"")
@JvmName("stackLast3")
public fun <Last : Dim<*>, A : Dim<*>, B : Dim<*>, C : Dim<*>> List<Tensor<Cube<A, B, C>>>.stackLast(
    last: Sized<Last>,
): Tensor<Rank4<A, B, C, Last>> = Tensor(stacked(this, 3, last.toAxis()))

/** The tensors along a new last axis, as many as [last] says. `[A, B, C, D] ... -> [A, B, C, D, Last]` */
@ShapeRule("values* last=? -> stack(values, 4) where count(values) == last \"number of tensors differs\"")
@JvmName("stackLast4")
public fun <Last : Dim<*>, A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> List<Tensor<Rank4<A, B, C, D>>>.stackLast(
    last: Sized<Last>,
): Tensor<Rank5<A, B, C, D, Last>> = Tensor(stacked(this, 4, last.toAxis()))
