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
        val obstacle = obstacle(call)
        if (obstacle != null) {
            for (output in outputs) output.origin = obstacle
            return
        }
        val node = Node(call, outputs)
        for ((i, output) in outputs.withIndex()) {
            output.origin =
                if (output.dtype.isFloating) Result(node, i) else Unreachable(call.name, "${output.dtype} results have no gradient")
        }
    }

    /** Why no gradient can flow, or null if one can flow to at least one input that wants it. */
    private fun <A : Any> obstacle(call: Call<A>): Unreachable? {
        val rules = (call.op.gradients as? Gradients.PerInput<A>)?.list
        var reason: String? = null
        for (i in call.inputs.indices) {
            if (!call.inputs[i].requiresGradient) continue
            val none = rules?.get(i) as? NotDifferentiable ?: return null
            if (reason == null) reason = none.reason
        }
        return if (reason != null) Unreachable(call.name, reason) else call.inputs.firstNotNullOf { it.origin as? Unreachable }
    }
}
