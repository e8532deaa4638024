package dev.rankine.autodiff

import dev.rankine.ops.AnomalyException
import dev.rankine.ops.Call
import dev.rankine.ops.GradientCall
import dev.rankine.ops.Needs
import dev.rankine.ops.Op
import dev.rankine.ops.Origin
import dev.rankine.ops.Saved
import dev.rankine.ops.SharedGradients
import dev.rankine.ops.Value
import dev.rankine.ops.isSymbolic
import dev.rankine.ops.withOrigin
import dev.rankine.ops.withoutBytes
import java.util.concurrent.atomic.AtomicLong

/** Result [index] of a recorded call. */
internal class Result(val node: Node, val index: Int) : Origin {
    override val isDifferentiable: Boolean get() = true
}

/** A recorded call: where its inputs came from, and the operands that its gradients read. */
internal class Node(call: Call<*>, outputs: Array<Value>) {
    /** Nodes made later have larger numbers: backward walks them downwards. */
    val number: Long = counter.getAndIncrement()
    val name: String = call.name

    /** The line of the program that made the call, if it was looked for. */
    private val line: String? = call.line
    private val op: Op<*> = call.op
    val origins: Array<Origin?> = Array(call.inputs.size) { call.inputs[it].origin }
    private var replay: Replay<*>? = Replay.of(call, outputs, this)

    val results: Int = outputs.size

    /** Whether the op has a gradient for input [i]. */
    fun hasRule(i: Int): Boolean = Needs.hasRule(op, i)

    val isReleased: Boolean get() = replay == null

    /** The gradient for input [i], given the gradients [upstream] of the results, and what rules of other inputs have [shared]. */
    fun gradient(i: Int, upstream: Array<Value?>, shared: SharedGradients): Value =
        try {
            replay!!.gradient(i, upstream, shared)
        } catch (found: AnomalyException) {
            throw found.inGradient(name, line)
        }

    /** Lets the saved operands go: a second backward through this node is an error. */
    fun release() {
        replay?.release()
        replay = null
    }

    private companion object {
        val counter = AtomicLong()
    }
}

/** What is needed to run the gradient rules of a call again. */
private class Replay<A : Any>(private val call: Call<A>, private val inputs: Array<Value>, private val outputs: Array<Value>) {
    private val saved = ArrayList<Saved>(2)

    init {
        inputs.forEach(::save)
        outputs.forEach(::save)
    }

    private fun save(value: Value) {
        if (!value.isSymbolic) saved.add(Saved(value))
    }

    fun gradient(i: Int, upstream: Array<Value?>, shared: SharedGradients): Value {
        for (operand in saved) {
            if (operand.isModified) throw ModifiedException(call.name, operand.writer)
        }
        val rule = Needs.rule(call.op, i) ?: error("${call.name}: no gradient for input $i")
        return GradientCall(call.attributes, inputs, outputs, upstream, shared).rule()
    }

    fun release() = saved.forEach { it.release() }

    companion object {
        fun <A : Any> of(call: Call<A>, outputs: Array<Value>, node: Node): Replay<A> {
            val needs = Needs.of(call, outputs)
            val inputs =
                Array(call.inputs.size) { i ->
                    val input = call.inputs[i]
                    if (isRead(call, needs.inputs, i)) input.withOrigin(input.origin) else input.withoutBytes()
                }
            val results =
                Array(outputs.size) { i ->
                    if (isRead(call, needs.outputs, i)) outputs[i].withOrigin(Result(node, i)) else outputs[i].withoutBytes()
                }
            // the call of the replay must not keep the operands that no gradient reads
            return Replay(Call(call.op, call.name, call.attributes, emptyArray()), inputs, results)
        }

        /** Whether a gradient that is wanted reads operand [i]; [read] has a row for each gradient. */
        private fun isRead(call: Call<*>, read: Array<BooleanArray>, i: Int): Boolean {
            for (input in call.inputs.indices) if (read[input][i] && call.inputs[input].requiresGradient) return true
            return false
        }
    }
}
