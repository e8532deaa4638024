// Returns are a vector, the values of the critic a column: what should be one advantage for each
// state is one for each pair.
// source: https://github.com/PacktPublishing/Deep-Reinforcement-Learning-Hands-On/issues/74
// source: https://github.com/floodsung/a2c_cartpole_pytorch/issues/3
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Features : Dim<Features>(4)

fun wrong() {
    val returns = normal(Batch of 128)
    val values = normal(Batch of 128, Features).meanKeep(Features)
    val advantages = returns - values
    val loss = advantages.square().mean()
}

fun right() {
    val returns = normal(Batch of 128)
    val values = normal(Batch of 128, Features).meanKeep(Features)
    val advantages = returns - values.squeezeLast()
    val loss = advantages.square().mean()
}

// message:
