package dev.rankine.tensor

import dev.rankine.ops.diagonal
import dev.rankine.ops.trace
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The diagonals of square matrices, without a copy. `[Last, Last] -> [Last]` */
@ShapeRule("[rows, columns] -> [min(rows, columns)]")
@JvmName("diagonal2")
public fun <Last : Dim<*>> Tensor<Mat<Last, Last>>.diagonal(): Tensor<Vec<Last>> = Tensor(diagonal(value, 0, -2, -1))

/** The diagonals of square matrices, without a copy. `[A, Last, Last] -> [A, Last]` */
@ShapeRule("[a, rows, columns] -> [a, min(rows, columns)]")
@JvmName("diagonal3")
public fun <A : Dim<*>, Last : Dim<*>> Tensor<Cube<A, Last, Last>>.diagonal(): Tensor<Mat<A, Last>> = Tensor(diagonal(value, 0, -2, -1))

/** The diagonals of square matrices, without a copy. `[A, B, Last, Last] -> [A, B, Last]` */
@ShapeRule("[a, b, rows, columns] -> [a, b, min(rows, columns)]")
@JvmName("diagonal4")
public fun <A : Dim<*>, B : Dim<*>, Last : Dim<*>> Tensor<Rank4<A, B, Last, Last>>.diagonal(): Tensor<Cube<A, B, Last>> =
    Tensor(diagonal(value, 0, -2, -1))

/** The diagonals of square matrices, without a copy. `[A, B, C, Last, Last] -> [A, B, C, Last]` */
@ShapeRule("[a, b, c, rows, columns] -> [a, b, c, min(rows, columns)]")
@JvmName("diagonal5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Last : Dim<*>> Tensor<Rank5<A, B, C, Last, Last>>.diagonal(): Tensor<Rank4<A, B, C, Last>> =
    Tensor(diagonal(value, 0, -2, -1))

/** The sum of the diagonal. `[A, A] -> []` */
@ShapeRule("[rows, columns] -> []")
@JvmName("trace2")
public fun <A : Dim<*>> Tensor<Mat<A, A>>.trace(): Tensor<Scalar> = Tensor(trace(value))
