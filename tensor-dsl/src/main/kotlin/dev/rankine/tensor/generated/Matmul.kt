package dev.rankine.tensor

import dev.rankine.ops.matmul
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The vector times a matrix. `[Inner] [Inner, Column] -> [Column]` */
@ShapeRule("[inner] [inner, column] -> [column]")
@JvmName("matmul1")
public infix fun <Inner : Dim<*>, Column : Dim<*>> Tensor<Vec<Inner>>.matmul(other: Tensor<Mat<Inner, Column>>): Tensor<Vec<Column>> =
    Tensor(matmul(value, other.value))

/** The product with a matrix that all batch elements share. `[A, Inner] [Inner, Column] -> [A, Column]` */
@ShapeRule("[a, inner] [inner, column] -> [a, column]")
@JvmName("matmul2")
public infix fun <A : Dim<*>, Inner : Dim<*>, Column : Dim<*>> Tensor<Mat<A, Inner>>.matmul(
    other: Tensor<Mat<Inner, Column>>,
): Tensor<Mat<A, Column>> = Tensor(matmul(value, other.value))

/** The product with a matrix that all batch elements share. `[A, B, Inner] [Inner, Column] -> [A, B, Column]` */
@ShapeRule("[a, b, inner] [inner, column] -> [a, b, column]")
@JvmName("matmul3")
public infix fun <A : Dim<*>, B : Dim<*>, Inner : Dim<*>, Column : Dim<*>> Tensor<Cube<A, B, Inner>>.matmul(
    other: Tensor<Mat<Inner, Column>>,
): Tensor<Cube<A, B, Column>> = Tensor(matmul(value, other.value))

/** The product with a matrix that all batch elements share. `[A, B, C, Inner] [Inner, Column] -> [A, B, C, Column]` */
@ShapeRule("[a, b, c, inner] [inner, column] -> [a, b, c, column]")
@JvmName("matmul4")
public infix fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Inner : Dim<*>, Column : Dim<*>> Tensor<Rank4<A, B, C, Inner>>.matmul(
    other: Tensor<Mat<Inner, Column>>,
): Tensor<Rank4<A, B, C, Column>> = Tensor(matmul(value, other.value))

/** The product with a matrix that all batch elements share. `[A, B, C, D, Inner] [Inner, Column] -> [A, B, C, D, Column]` */
@ShapeRule("[a, b, c, d, inner] [inner, column] -> [a, b, c, d, column]")
@JvmName("matmul5")
public infix fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Inner : Dim<*>, Column : Dim<*>> Tensor<Rank5<A, B, C, D, Inner>>.matmul(
    other: Tensor<Mat<Inner, Column>>,
): Tensor<Rank5<A, B, C, D, Column>> = Tensor(matmul(value, other.value))
