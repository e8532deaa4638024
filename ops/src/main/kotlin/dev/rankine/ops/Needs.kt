package dev.rankine.ops

import java.util.IdentityHashMap
import java.util.concurrent.ConcurrentHashMap

/**
 * What the gradients of a call read: found by tracing each rule once per attributes and operand types, so that the tape saves only that.
 *
 * @property inputs for gradient `i`, which inputs it reads the numbers of.
 * @property outputs for gradient `i`, which results it reads the numbers of.
 */
public class Needs private constructor(public val inputs: Array<BooleanArray>, public val outputs: Array<BooleanArray>) {
    public companion object {
        private val known = ConcurrentHashMap<Trace.Key, Needs>()

        /** What the gradients of [call], whose results are [outputs], read. */
        public fun <A : Any> of(call: Call<A>, outputs: Array<Value>): Needs =
            known.bounded().getOrPut(Trace.Key(call)) {
                val count = call.inputs.size
                val read = List(count) { rule(call.op, it)?.let { rule -> trace(call, outputs, rule) } ?: IntArray(0) }
                Needs(
                    Array(count) { i -> BooleanArray(count) { it in read[i] } },
                    Array(count) { i -> BooleanArray(outputs.size) { count + it in read[i] } },
                )
            }

        /** The gradient rule of [op] for input [i], or null if it has none. */
        public fun <A : Any> rule(op: Op<A>, i: Int): (GradientCall<out A>.() -> Value)? =
            when (val gradients = op.gradients) {
                is Gradients.PerInput -> (gradients.list[i] as? GradientRule<A>)?.rule
                is Gradients.EachInput -> { -> gradients.rule(this, i) }
                is Gradients.Derived -> null
            }

        /** Whether [op] has a gradient for input [i]. */
        public fun hasRule(op: Op<*>, i: Int): Boolean =
            when (val gradients = op.gradients) {
                is Gradients.PerInput<*> -> gradients.list[i] is GradientRule<*>
                is Gradients.EachInput<*> -> true
                is Gradients.Derived -> false
            }

        private fun <A : Any> trace(call: Call<A>, outputs: Array<Value>, rule: GradientCall<out A>.() -> Value): IntArray {
            val count = call.inputs.size
            val operands: Array<Value> = arrayOf(*call.inputs, *outputs, *outputs)
            val shared = SharedGradients()
            val result =
                Trace.of(operands) { symbols ->
                    val upstream = Array<Value?>(outputs.size) { symbols[count + outputs.size + it] }
                    val inputs = symbols.copyOfRange(0, count)
                    GradientCall(call.attributes, inputs, symbols.copyOfRange(count, count + outputs.size), upstream, shared).rule()
                }
            val seen = IdentityHashMap<Symbol, Unit>()
            val found = sortedSetOf<Int>()
            visit(result, seen, found)
            shared.values?.forEach { visit(it, seen, found) } // all of it is computed, whatever the result reads of it
            return found.toIntArray()
        }

        private fun visit(value: Value, seen: IdentityHashMap<Symbol, Unit>, found: MutableSet<Int>) {
            val pending = ArrayDeque(listOf(value))
            while (pending.isNotEmpty()) {
                val symbol = pending.removeLast().content as? Symbol ?: continue
                if (seen.put(symbol, Unit) != null) continue
                val node = symbol.node
                if (node == null) found.add(symbol.index) else pending.addAll(node.inputs)
            }
        }
    }
}
