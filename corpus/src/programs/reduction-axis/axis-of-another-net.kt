// The scores of a net for letters are read as those of one for digits.
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Letter : Dim<Letter>(26)
object Digit : Dim<Digit>(10)
object Time : Dim<Time>()

fun wrong() {
    val frames = normal(Batch of 2, Letter, Time of 5)
    val letters = frames.argmax(Digit)
}

fun right() {
    val frames = normal(Batch of 2, Letter, Time of 5)
    val letters = frames.argmax(Letter)
}

// message:
// None of the following candidates is applicable:
//
// fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.argmax(over: A): Tensor<Mat<B, C>>:
//   Argument type mismatch: actual type is 'Digit', but 'Batch' was expected.
//
// fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.argmax(over: B): Tensor<Mat<A, C>>:
//   Argument type mismatch: actual type is 'Digit', but 'Letter' was expected.
//
// fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.argmax(over: C): Tensor<Mat<A, B>>:
//   Argument type mismatch: actual type is 'Digit', but 'Time' was expected.
