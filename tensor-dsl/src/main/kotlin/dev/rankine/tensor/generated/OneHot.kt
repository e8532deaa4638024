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

/** 1 at the class (int64) that this holds, else 0, as int64. `[] -> [Classes]` */
@ShapeRule("[] classes=? -> [classes] where classes >= 1 \"needs at least one class\"")
@JvmName("oneHot0")
public fun <Classes : Dim<*>> Tensor<Scalar>.oneHot(classes: Sized<Classes>): Tensor<Vec<Classes>> =
    Tensor(oneHotOf(value, classes.toAxis()))

/** 1 at the class (int64) that this holds, else 0, as int64. `[A] -> [A, Classes]` */
@ShapeRule("[a] classes=? -> [a, classes] where classes >= 1 \"needs at least one class\"")
@JvmName("oneHot1")
public fun <A : Dim<*>, Classes : Dim<*>> Tensor<Vec<A>>.oneHot(classes: Sized<Classes>): Tensor<Mat<A, Classes>> =
    Tensor(oneHotOf(value, classes.toAxis()))

/** 1 at the class (int64) that this holds, else 0, as int64. `[A, B] -> [A, B, Classes]` */
@ShapeRule("[a, b] classes=? -> [a, b, classes] where classes >= 1 \"needs at least one class\"")
@JvmName("oneHot2")
public fun <A : Dim<*>, B : Dim<*>, Classes : Dim<*>> Tensor<Mat<A, B>>.oneHot(classes: Sized<Classes>): Tensor<Cube<A, B, Classes>> =
    Tensor(oneHotOf(value, classes.toAxis()))

/** 1 at the class (int64) that this holds, else 0, as int64. `[A, B, C] -> [A, B, C, Classes]` */
@ShapeRule("[a, b, c] classes=? -> [a, b, c, classes] where classes >= 1 \"needs at least one class\"")
@JvmName("oneHot3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Classes : Dim<*>> Tensor<Cube<A, B, C>>.oneHot(
    classes: Sized<Classes>,
): Tensor<Rank4<A, B, C, Classes>> = Tensor(oneHotOf(value, classes.toAxis()))

/** 1 at the class (int64) that this holds, else 0, as int64. `[A, B, C, D] -> [A, B, C, D, Classes]` */
@ShapeRule("[a, b, c, d] classes=? -> [a, b, c, d, classes] where classes >= 1 \"needs at least one class\"")
@JvmName("oneHot4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Classes : Dim<*>> Tensor<Rank4<A, B, C, D>>.oneHot(
    classes: Sized<Classes>,
): Tensor<Rank5<A, B, C, D, Classes>> = Tensor(oneHotOf(value, classes.toAxis()))
