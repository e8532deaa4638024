// Planes of an image are joined with a vector of features, before their means were taken.
// source: https://github.com/mapooon/Face2Diffusion/issues/3
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Maps : Dim<Maps>(32)
object Rows : Dim<Rows>(4)
object Columns : Dim<Columns>(4)
object Expression : Dim<Expression>(8)

fun wrong() {
    val maps = normal(Batch of 2, Maps, Rows, Columns)
    val expression = normal(Batch of 2, Expression)
    val features = maps.cat(expression)
}

fun right() {
    val maps = normal(Batch of 2, Maps, Rows, Columns)
    val expression = normal(Batch of 2, Expression)
    val features = maps.mean(Columns).mean(Rows).cat(expression)
}

// message:
// Argument type mismatch: actual type is 'Tensor<Mat<Batch, Expression>>', but 'Tensor<Rank4<Batch, Maps, Rows, Dim<*>>>' was expected.
