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
        val wanting = call.inputs.indices.filter { call.inputs[it].requiresGradient }
        if (wanting.isEmpty()) return call.inputs.firstNotNullOf { it.origin as? Unreachable }
        val gradients = call.op.gradients as? Gradients.PerInput<A> ?: return null
        val reasons = wanting.map { (gradients.list[it] as? NotDifferentiable)?.reason }
        return if (null in reasons) null else Unreachable(call.name, reasons.first()!!)
    }
}
