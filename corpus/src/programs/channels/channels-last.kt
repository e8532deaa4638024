// Pictures are read as rows by columns by colours, and a convolution wants the colours first.
// source: https://github.com/LeeJunHyun/Image_Segmentation/issues/29
// caught: types

import dev.rankine.nn.*
import dev.rankine.ops.Padding
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Colors : Dim<Colors>(3)
object Maps : Dim<Maps>(8)
object Rows : Dim<Rows>(24)
object Columns : Dim<Columns>(32)

fun wrong() {
    val pictures = zeros(Batch of 1, Rows, Columns, Colors)
    val maps = Conv2d(Colors, Maps, kernel = 3, padding = Padding.SAME)(pictures)
}

fun right() {
    val pictures = zeros(Batch of 1, Rows, Columns, Colors)
    val maps = Conv2d(Colors, Maps, kernel = 3, padding = Padding.SAME)(pictures.t().transpose(Rows, Colors))
}

// message:
// Argument type mismatch: actual type is 'Tensor<Rank4<Batch, Rows, Columns, Colors>>', but 'Tensor<Rank4<*, Colors, *, *>>' was expected.
