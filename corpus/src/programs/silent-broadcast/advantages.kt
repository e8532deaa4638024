// Returns are a vector, the values of the critic a column: what should be one advantage for each
// state would be one for each pair of states.
// source: https://github.com/PacktPublishing/Deep-Reinforcement-Learning-Hands-On/issues/74
// source: https://github.com/floodsung/a2c_cartpole_pytorch/issues/3
// caught: types

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object State : Dim<State>(4)
object Worth : Dim<Worth>(1)

fun wrong() {
    val values = Linear(State, Worth)(normal(Batch of 128, State))
    val returns = normal(Batch of 128)
    val loss = (returns - values).square().mean()
}

fun right() {
    val values = Linear(State, Worth)(normal(Batch of 128, State))
    val returns = normal(Batch of 128)
    val loss = (returns - values.select(Worth, 0)).square().mean()
}

// message:
// Argument type mismatch: actual type is 'Tensor<Mat<Batch, Worth>>', but 'Tensor<out Vec<Batch>>' was expected.
