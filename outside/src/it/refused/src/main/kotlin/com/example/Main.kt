package com.example

import dev.rankine.shapes.Dim
import dev.rankine.shapes.of
import dev.rankine.tensor.reshape
import dev.rankine.tensor.zeros

object Batch : Dim<Batch>()

object Rows : Dim<Rows>(28)

object Columns : Dim<Columns>(28)

object Pixels : Dim<Pixels>(748)

fun main() {
    println(zeros(Batch of 2, Rows, Columns).reshape(Batch of 2, Pixels).sizes)
}
