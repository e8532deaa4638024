// Noise is drawn for 32 examples, and what is left has 17: both sizes stand in the code.
// caught: plugin

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Pixels : Dim<Pixels>(16)

fun wrong() {
    val rest = normal(Batch of 17, Pixels)
    val noise = normal(Batch of 32, Pixels)
    val noisy = rest + noise
}

fun right() {
    val rest = normal(Batch of 17, Pixels)
    val noise = normal(Batch of 17, Pixels)
    val noisy = rest + noise
}

// message:
// shape: plus: sizes do not broadcast: 17 against 32 on axis -2; left [Batch = 17, Pixels = 16], right [Batch = 32, Pixels = 16]
