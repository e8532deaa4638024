package dev.rankine.ops

import dev.rankine.shapes.Layout
import java.util.concurrent.ConcurrentHashMap

/**
 * The symbolic evaluator: runs a definition or a gradient on symbols, so that what it does is known without any number.
 * It gives the sizes of composites and what a gradient needs; fusion and export read the same graph.
 */
public class Trace internal constructor() {
    /** One primitive or view call of the graph: its [op], its [attributes] and its operands ([inputs]). */
    public class Node internal constructor(public val op: Op<*>, public val attributes: Any, public val inputs: Array<Value>)

    internal fun symbol(spec: Spec, backend: Backend, symbol: Symbol): Value = Value(spec.dtype, Layout.of(spec.sizes), backend, symbol)

    internal fun <A : Any> apply(call: Call<A>, backend: Backend?): Array<Value> {
        val body = call.op.body
        if (body is Definition) return Evaluator.define(ThreadState.get(), call, body)
        val specs = call.op.signature!!.infer(call)
        val node = Node(call.op, call.attributes, call.inputs)
        val home = call.inputs.firstOrNull()?.backend ?: backend ?: Backends.current
        return Array(specs.size) { symbol(specs[it], home, Symbol(node, it)) }
    }

    public companion object {
        private val specs = ConcurrentHashMap<Key, Array<Spec>>()

        /** Runs [block] on symbols for [inputs]; the block's results are symbolic too. */
        public fun <T> of(inputs: Array<Value>, block: (Array<Value>) -> T): T {
            val thread = ThreadState.get()
            val before = thread.trace
            val trace = Trace()
            thread.trace = trace
            try {
                return block(
                    Array(inputs.size) {
                        trace.symbol(Spec(inputs[it].dtype, inputs[it].sizes), inputs[it].backend, Symbol(null, it))
                    },
                )
            } finally {
                thread.trace = before
            }
        }

        /** The results of a composite, found by tracing its definition once per attributes and operand types. */
        internal fun <A : Any> specs(call: Call<A>): Array<Spec> =
            specs.bounded().getOrPut(Key(call)) {
                of(call.inputs) { symbols -> Evaluator.apply(call.op, call.attributes, symbols) }
                    .let { results -> Array(results.size) { Spec(results[it].dtype, results[it].sizes) } }
            }
    }

    /** A call in caches: the op, its attributes, the types and sizes of its operands. */
    internal class Key(call: Call<*>) {
        private val op = call.op
        private val attributes = call.attributes
        private val types = Array(call.inputs.size) { call.inputs[it].dtype }
        private val sizes = Array(call.inputs.size) { call.inputs[it].sizes }
        private val hash = ((op.index * 31 + attributes.hashCode()) * 31 + types.contentHashCode()) * 31 + sizes.contentHashCode()

        override fun equals(other: Any?): Boolean =
            other is Key &&
                hash == other.hash &&
                op === other.op &&
                attributes == other.attributes &&
                types.contentEquals(other.types) &&
                sizes.contentEquals(other.sizes)

        override fun hashCode(): Int = hash
    }
}

/** An operand of a trace ([node] null, [index] its number) or result [index] of [node]. */
public class Symbol internal constructor(public val node: Trace.Node?, public val index: Int) : Content

/** Sizes and type without bytes: an operand whose numbers nobody reads. */
public fun Value.withoutBytes(): Value = Value(dtype, Layout.of(sizes), backend, NO_BYTES)

/** The symbol that the value is inside a trace, null outside: from it the graph is read. */
public val Value.symbol: Symbol? get() = content as? Symbol

private val NO_BYTES = Symbol(null, 0)

/** Whether the value has sizes and a type but no bytes: inside a trace, or an operand that a gradient does not read. */
public val Value.isSymbolic: Boolean get() = content is Symbol

/** The cache, emptied when it has grown large: attributes may differ on every call. */
internal fun <K : Any, V : Any> ConcurrentHashMap<K, V>.bounded(): ConcurrentHashMap<K, V> {
    if (size > LARGEST_CACHE) clear()
    return this
}

private const val LARGEST_CACHE = 4096
