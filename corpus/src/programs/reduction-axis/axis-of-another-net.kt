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
