package dev.rankine.optim

import dev.rankine.ops.Value
import dev.rankine.ops.dot
import dev.rankine.ops.item
import dev.rankine.ops.minus
import dev.rankine.ops.plus
import dev.rankine.ops.select
import dev.rankine.ops.stack
import dev.rankine.ops.times
import dev.rankine.ops.unaryMinus

/** The last [most] changes of gradient and parameters, out of [state] and into it again. */
internal class LBFGSHistory(private val state: ParameterState, private val most: Int) {
    private class Change(val gradient: Value, val step: Value, val inverse: Double)

    private val changes = ArrayDeque<Change>()

    init {
        val (gradients, steps) = state["old_dirs"] to state["old_stps"]
        if (gradients != null && steps != null) {
            for (i in 0 until gradients.sizes[0]) changes += change(select(gradients, 0, i), select(steps, 0, i))
        }
    }

    /** Remembers that the gradient changed by [gradient] where the parameters changed by [step], if that tells of a curvature above 0. */
    fun add(gradient: Value, step: Value) {
        val product = dot(gradient, step).item()
        if (!(product > 1e-10)) return
        if (changes.size == most) changes.removeFirst()
        changes += Change(gradient, step, 1 / product)
        state.setNumber("H_diag", product / dot(gradient, gradient).item())
    }

    /** Down along [gradient] times the estimate of the inverse of the second derivatives: two loops over the changes. */
    fun towards(gradient: Value): Value {
        var way = -gradient
        val weights = DoubleArray(changes.size)
        for (i in changes.indices.reversed()) {
            weights[i] = dot(changes[i].step, way).item() * changes[i].inverse
            way = way - changes[i].gradient * weights[i]
        }
        way = way * state.number("H_diag", 1.0)
        for ((i, change) in changes.withIndex()) {
            way = way + change.step * (weights[i] - dot(change.gradient, way).item() * change.inverse)
        }
        return way
    }

    /** Puts all changes into the state. */
    fun save() {
        if (changes.isEmpty()) return
        state.replace("old_dirs", stack(changes.map { it.gradient }))
        state.replace("old_stps", stack(changes.map { it.step }))
    }

    private fun change(gradient: Value, step: Value) = Change(gradient, step, 1 / dot(gradient, step).item())
}
