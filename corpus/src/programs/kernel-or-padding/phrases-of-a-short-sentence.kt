// Kernels that read three words at a time meet a sentence of two. How long it is, only the run
// knows.
// source: https://github.com/ZiqiaoPeng/SyncTalk/issues/151
// caught: run

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Vectors : Dim<Vectors>(1)
object Time : Dim<Time>()
object Width : Dim<Width>(16)
object Maps : Dim<Maps>(8)

fun wrong() {
    val words = "no refund".split(" ")
    val sentence = normal(Batch of 1, Vectors, Time of words.size, Width)
    val phrases = Conv2d(Vectors, Maps, kernel = listOf(3, 16))(sentence, rows = Dyn, columns = Dyn of 1)
}

fun right() {
    val words = "no refund at all".split(" ")
    val sentence = normal(Batch of 1, Vectors, Time of words.size, Width)
    val phrases = Conv2d(Vectors, Maps, kernel = listOf(3, 16))(sentence, rows = Dyn, columns = Dyn of 1)
}

// message:
// ShapeException: conv2d: kernel is taller than the padded input: 2 < 3
//   input   [Batch = 1, Vectors = 1, Time = 2, Width = 16]
//   weight  [Maps = 8, Dyn = 1, Dyn = 3, Dyn = 16]
//   bias    [Maps = 8]
