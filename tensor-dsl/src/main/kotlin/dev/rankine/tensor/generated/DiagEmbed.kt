package dev.rankine.tensor

import dev.rankine.ops.diagEmbed
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** Square matrices with this on their diagonals, zeros elsewhere. `[Last] -> [Last, Last]` */
@ShapeRule("[last] -> [last, last]")
@JvmName("diagEmbed1")
public fun <Last : Dim<*>> Tensor<Vec<Last>>.diagEmbed(): Tensor<Mat<Last, Last>> = Tensor(diagEmbed(value))

/** Square matrices with this on their diagonals, zeros elsewhere. `[A, Last] -> [A, Last, Last]` */
@ShapeRule("[a, last] -> [a, last, last]")
@JvmName("diagEmbed2")
public fun <A : Dim<*>, Last : Dim<*>> Tensor<Mat<A, Last>>.diagEmbed(): Tensor<Cube<A, Last, Last>> = Tensor(diagEmbed(value))

/** Square matrices with this on their diagonals, zeros elsewhere. `[A, B, Last] -> [A, B, Last, Last]` */
@ShapeRule("[a, b, last] -> [a, b, last, last]")
@JvmName("diagEmbed3")
public fun <A : Dim<*>, B : Dim<*>, Last : Dim<*>> Tensor<Cube<A, B, Last>>.diagEmbed(): Tensor<Rank4<A, B, Last, Last>> =
    Tensor(diagEmbed(value))

/** Square matrices with this on their diagonals, zeros elsewhere. `[A, B, C, Last] -> [A, B, C, Last, Last]` */
@ShapeRule("[a, b, c, last] -> [a, b, c, last, last]")
@JvmName("diagEmbed4")
public fun <
    A : Dim<*>,
    B : Dim<*>,
    C : Dim<*>,
    Last : Dim<*>,
> Tensor<Rank4<A, B, C, Last>>.diagEmbed(): Tensor<Rank5<A, B, C, Last, Last>> =
    Tensor(diagEmbed(value))
