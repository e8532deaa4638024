// A mask is made as columns by rows, as drawing libraries say sizes, and the photo is rows by
// columns.
// source: https://github.com/aleju/imgaug/issues/70
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Colors : Dim<Colors>(3)
object Rows : Dim<Rows>(240)
object Columns : Dim<Columns>(320)

fun wrong() {
    val photo = zeros(Colors, Rows, Columns)
    val mask = ones(Columns, Rows)
    val visible = photo * mask
}

fun right() {
    val photo = zeros(Colors, Rows, Columns)
    val mask = ones(Rows, Columns)
    val visible = photo * mask
}

// message:
// Argument type mismatch: actual type is 'Tensor<Mat<Columns, Rows>>', but 'Tensor<out Cube<Colors, Rows, Columns>>' was expected.
