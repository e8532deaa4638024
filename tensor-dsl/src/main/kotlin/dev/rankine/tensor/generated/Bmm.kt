package dev.rankine.tensor

import dev.rankine.ops.matmul
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule

/** The products of matrices, batch element by batch element. `[A, Row, Inner] [A, Inner, Column] -> [A, Row, Column]` */
@ShapeRule("[*p, row, inner] [*q, inner, column] -> [*broadcast(p, q), row, column]")
@JvmName("bmm3")
public infix fun <A : Dim<*>, Row : Dim<*>, Inner : Dim<*>, Column : Dim<*>> Tensor<Cube<A, Row, Inner>>.bmm(
    other: Tensor<Cube<A, Inner, Column>>,
): Tensor<Cube<A, Row, Column>> = Tensor(matmul(value, other.value))

/** The products of matrices, batch element by batch element. `[A, B, Row, Inner] [A, B, Inner, Column] -> [A, B, Row, Column]` */
@ShapeRule("[*p, row, inner] [*q, inner, column] -> [*broadcast(p, q), row, column]")
@JvmName("bmm4")
public infix fun <A : Dim<*>, B : Dim<*>, Row : Dim<*>, Inner : Dim<*>, Column : Dim<*>> Tensor<Rank4<A, B, Row, Inner>>.bmm(
    other: Tensor<Rank4<A, B, Inner, Column>>,
): Tensor<Rank4<A, B, Row, Column>> = Tensor(matmul(value, other.value))

/** The products of matrices, batch element by batch element. `[A, B, C, Row, Inner] [A, B, C, Inner, Column] -> [A, B, C, Row, Column]` */
@ShapeRule("[*p, row, inner] [*q, inner, column] -> [*broadcast(p, q), row, column]")
@JvmName("bmm5")
public infix fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Row : Dim<*>, Inner : Dim<*>, Column : Dim<*>> Tensor<Rank5<A, B, C, Row, Inner>>.bmm(
    other: Tensor<Rank5<A, B, C, Inner, Column>>,
): Tensor<Rank5<A, B, C, Row, Column>> = Tensor(matmul(value, other.value))
