package dev.rankine.tensor

import dev.rankine.ops.embedding
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The rows of [table] whose numbers (int64) this holds. `[] [Rows, Features] -> [Features]` */
@ShapeRule("[] [rows, features] -> [features]")
@JvmName("embedding0")
public fun <Rows : Dim<*>, Features : Dim<*>> Tensor<Scalar>.embedding(table: Tensor<Mat<Rows, Features>>): Tensor<Vec<Features>> =
    Tensor(embedding(table.value, value))

/** The rows of [table] whose numbers (int64) this holds. `[A] [Rows, Features] -> [A, Features]` */
@ShapeRule("[a] [rows, features] -> [a, features]")
@JvmName("embedding1")
public fun <A : Dim<*>, Rows : Dim<*>, Features : Dim<*>> Tensor<Vec<A>>.embedding(
    table: Tensor<Mat<Rows, Features>>,
): Tensor<Mat<A, Features>> = Tensor(embedding(table.value, value))

/** The rows of [table] whose numbers (int64) this holds. `[A, B] [Rows, Features] -> [A, B, Features]` */
@ShapeRule("[a, b] [rows, features] -> [a, b, features]")
@JvmName("embedding2")
public fun <A : Dim<*>, B : Dim<*>, Rows : Dim<*>, Features : Dim<*>> Tensor<Mat<A, B>>.embedding(
    table: Tensor<Mat<Rows, Features>>,
): Tensor<Cube<A, B, Features>> = Tensor(embedding(table.value, value))

/** The rows of [table] whose numbers (int64) this holds. `[A, B, C] [Rows, Features] -> [A, B, C, Features]` */
@ShapeRule("[a, b, c] [rows, features] -> [a, b, c, features]")
@JvmName("embedding3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Rows : Dim<*>, Features : Dim<*>> Tensor<Cube<A, B, C>>.embedding(
    table: Tensor<Mat<Rows, Features>>,
): Tensor<Rank4<A, B, C, Features>> = Tensor(embedding(table.value, value))

/** The rows of [table] whose numbers (int64) this holds. `[A, B, C, D] [Rows, Features] -> [A, B, C, D, Features]` */
@ShapeRule("[a, b, c, d] [rows, features] -> [a, b, c, d, features]")
@JvmName("embedding4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Rows : Dim<*>, Features : Dim<*>> Tensor<Rank4<A, B, C, D>>.embedding(
    table: Tensor<Mat<Rows, Features>>,
): Tensor<Rank5<A, B, C, D, Features>> = Tensor(embedding(table.value, value))
