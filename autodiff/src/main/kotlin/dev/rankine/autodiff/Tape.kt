package dev.rankine.autodiff

import dev.rankine.ops.Call
import dev.rankine.ops.Gradients
import dev.rankine.ops.NotDifferentiable
import dev.rankine.ops.Recorder
import dev.rankine.ops.Unreachable
import dev.rankine.ops.Value

/** Follows the ops: every result of a recorded call gets an origin. Graphs hang on values and go when the values go. */
public class Tape : Recorder {
    override fun <A : Any> record(call: Call<A>, outputs: Array<Value>) {
        val reason = obstacle(call)
        if (reason != null) {
            for (output in outputs) output.origin = Unreachable(call.name, reason)
            return
        }
        val node = Node(call, outputs)
        for ((i, output) in outputs.withIndex()) {
            output.origin =
                if (output.dtype.isFloating) Result(node, i) else Unreachable(call.name, "${output.dtype} results have no gradient")
        }
    }

    /** Why no gradient can flow, or null if one can flow to at least one input that wants it. */
    private fun <A : Any> obstacle(call: Call<A>): String? {
        val recorded = call.inputs.withIndex().filter { it.value.origin != null }
        val wanting = recorded.filter { it.value.requiresGradient }
        if (wanting.isEmpty()) {
            val origin = recorded.first().value.origin
            return if (origin is Unreachable) "${origin.op}: ${origin.reason}" else "no operand requires a gradient"
        }
        val gradients = call.op.gradients as? Gradients.PerInput<A> ?: return null
        val reasons = wanting.map { (gradients.list[it.index] as? NotDifferentiable)?.reason }
        return if (reasons.all { it != null }) reasons.first() else null
    }
}
