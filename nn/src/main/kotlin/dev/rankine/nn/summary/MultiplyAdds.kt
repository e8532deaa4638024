package dev.rankine.nn

import dev.rankine.ops.Call
import dev.rankine.ops.Definition
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Trace
import dev.rankine.ops.Value
import dev.rankine.ops.symbol
import java.util.Collections
import java.util.IdentityHashMap

/**
 * How many products an op adds up: those of matrices and of convolutions. Work that is one step an element is not counted, as other counters do not.
 * A composite is traced: what it consists of is counted, whatever kernel runs it.
 */
internal object MultiplyAdds {
    fun of(call: Call<*>, outputs: Array<Value>): Long =
        if (call.op.body is Definition) traced(call) else ofPrimitive(call.op.name, call.inputs, outputs[0].elements.toLong())

    private fun <A : Any> traced(call: Call<A>): Long =
        Trace.of(call.inputs) { symbols ->
            val open = Evaluator.apply(call.op, call.attributes, symbols).toMutableList()
            val seen = Collections.newSetFromMap(IdentityHashMap<Trace.Node, Boolean>())
            var sum = 0L
            while (open.isNotEmpty()) {
                val value = open.removeAt(open.lastIndex)
                val node = value.symbol?.node ?: continue
                if (!seen.add(node)) continue
                sum += ofPrimitive(node.op.name, node.inputs, value.elements.toLong())
                open += node.inputs
            }
            sum
        }

    /** Of the primitive called [name] whose result has [elements]. */
    private fun ofPrimitive(name: String, inputs: Array<Value>, elements: Long): Long =
        when (name) {
            "matmul" -> {
                elements * inputs[0].sizes[-1]
            }

            // an element of the result reads a window of the input; the weight is [out, in of the group, ...]
            "conv2d" -> {
                if (inputs[1].sizes[0] == 0) 0 else elements * (inputs[1].elements / inputs[1].sizes[0])
            }

            // an element of the upstream gradient goes to such a window
            "conv2d_input_gradient" -> {
                if (inputs[1].sizes[0] ==
                    0
                ) {
                    0
                } else {
                    inputs[0].elements.toLong() * (inputs[1].elements / inputs[1].sizes[0])
                }
            }

            else -> {
                0
            }
        }
}
