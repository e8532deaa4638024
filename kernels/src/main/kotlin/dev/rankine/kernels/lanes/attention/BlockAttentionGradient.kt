package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.BlockAttentionAttributes
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

/**
 * [dev.rankine.ops.blockAttentionGradientOp]: pairs of matrices are shared among the threads, because all queries add to the gradient of a key.
 * Figures: [BlockAttention].
 */
internal object BlockAttentionGradient : VectorKernel<BlockAttentionAttributes>() {
    private val scratch = ThreadLocal.withInitial { Scratch() }

    override fun accepts(attributes: BlockAttentionAttributes, inputs: Array<Value>): Boolean =
        AttentionOperands.accepts(attributes, inputs[3], inputs.slice(listOf(0, 1, 2, 4, 5)), inputs.getOrNull(6))

    override fun compute(attributes: BlockAttentionAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        AttentionOperands.withRows(inputs.slice(3..5)) { (query, key, value) ->
            inOrder(inputs.copyOfRange(0, 3)) { dense ->
                val operands = AttentionOperands(attributes, query, key, value, inputs.getOrNull(6))
                val given = dense.map { it.address() }
                val gradients = outputs.map { it.address() }
                operands.withTurnedMasks(query.backend) {
                    if (operands.type == DType.F32) {
                        UnpackedF32.settle()
                        float32(operands, given, gradients)
                    } else {
                        UnpackedF64.settle()
                        float64(operands, given, gradients)
                    }
                }
            }
        }
    }

    private fun float32(operands: AttentionOperands, given: List<Long>, gradients: List<Long>) {
        val plan = operands.plan
        val (dy, sums, logSum) = given
        val (dq, dk, dv) = gradients
        share(operands) { from, to ->
            val room = operands.room(scratch.get().take(operands.roomBytes + AttentionGradientF32.scratch(plan)))
            var gradient = AttentionGradientF32(plan, room.end)
            for (pair in from until to) {
                val row = pair.toLong() * plan.queries
                val key = pair.toLong() * plan.keys
                val arrived = dy + 4 * row * plan.found
                val seen = operands.seen(pair, room, arrived)
                if (seen.plan !== gradient.plan) gradient = AttentionGradientF32(seen.plan, room.end)
                gradient.take(operands.query(pair), seen.key, seen.value, arrived)
                seen.gradients(plan.keys, dk + 4 * key * plan.size, dv + 4 * key * plan.found) { keys, values ->
                    val into = dq + 4 * row * plan.size
                    gradient.run(operands.mask(pair), row, logSum + 4 * row, sums + 4 * row, into, keys, values)
                }
            }
        }
    }

    private fun float64(operands: AttentionOperands, given: List<Long>, gradients: List<Long>) {
        val plan = operands.plan
        val (dy, sums, logSum) = given
        val (dq, dk, dv) = gradients
        share(operands) { from, to ->
            val room = operands.room(scratch.get().take(operands.roomBytes + AttentionGradientF64.scratch(plan)))
            var gradient = AttentionGradientF64(plan, room.end)
            for (pair in from until to) {
                val row = pair.toLong() * plan.queries
                val key = pair.toLong() * plan.keys
                val arrived = dy + 8 * row * plan.found
                val seen = operands.seen(pair, room, arrived)
                if (seen.plan !== gradient.plan) gradient = AttentionGradientF64(seen.plan, room.end)
                gradient.take(operands.query(pair), seen.key, seen.value, arrived)
                seen.gradients(plan.keys, dk + 8 * key * plan.size, dv + 8 * key * plan.found) { keys, values ->
                    val into = dq + 8 * row * plan.size
                    gradient.run(operands.mask(pair), row, logSum + 8 * row, sums + 8 * row, into, keys, values)
                }
            }
        }
    }

    private inline fun share(operands: AttentionOperands, crossinline body: (from: Int, to: Int) -> Unit) {
        val plan = operands.plan
        val work = 2.0 * plan.queries * plan.keys * (3 * plan.size + 2 * plan.found)
        val grain = (Gemm.SHARED / maxOf(1.0, work)).toInt().coerceIn(1, operands.count)
        Workers.range(operands.count, grain) { from, to -> body(from, to) }
    }
}
