package com.example

import dev.rankine.nn.Conv2d
import dev.rankine.nn.Linear
import dev.rankine.nn.relu
import dev.rankine.nn.then
import dev.rankine.shapes.Dim
import dev.rankine.shapes.half
import dev.rankine.shapes.of
import dev.rankine.tensor.reshape
import dev.rankine.tensor.zeros

object Batch : Dim<Batch>()

object Gray : Dim<Gray>(1)

object Features : Dim<Features>(8)

object Rows : Dim<Rows>(28)

object Columns : Dim<Columns>(28)

object Flat : Dim<Flat>(8 * 14 * 14)

object Hidden : Dim<Hidden>(16)

object Digit : Dim<Digit>(10)

fun main() {
    val convolution = Conv2d(Gray, Features, kernel = 3, stride = 2, padding = 1)
    val planes = convolution(zeros(Batch of 2, Gray, Rows, Columns), rows = Rows.half, columns = Columns.half)
    val classifier = Linear(Flat, Hidden).relu() then Linear(Hidden, Digit)
    println("planes ${planes.sizes}")
    println("scores ${classifier(planes.reshape(Batch of 2, Flat)).sizes}")
}
