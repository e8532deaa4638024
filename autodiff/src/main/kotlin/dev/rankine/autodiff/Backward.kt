@file:JvmName("Autodiff")
@file:JvmMultifileClass

package dev.rankine.autodiff

import dev.rankine.ops.Evaluator
import dev.rankine.ops.Leaf
import dev.rankine.ops.Needed
import dev.rankine.ops.Origin
import dev.rankine.ops.SharedGradients
import dev.rankine.ops.Storage
import dev.rankine.ops.Unreachable
import dev.rankine.ops.Value
import dev.rankine.ops.copy
import dev.rankine.ops.invoke
import dev.rankine.ops.onesLike
import dev.rankine.ops.plus
import dev.rankine.ops.recording
import dev.rankine.ops.scope
import dev.rankine.shapes.ShapeException
import java.util.IdentityHashMap
import java.util.PriorityQueue

/**
 * Computes the gradient of this value with respect to every leaf it depends on, and adds it to the leaf's `gradient`.
 *
 * @param gradient the gradient of whatever is wanted with respect to this value; may be left out for a single number.
 * @param retainGraph keeps the graph, so that a second backward can run through it.
 * @param createGraph records the gradients themselves, for higher orders; implies [retainGraph].
 * @throws GradientException if no gradient can flow, or the graph was released by an earlier backward.
 */
@JvmOverloads
public fun Value.backward(gradient: Value? = null, retainGraph: Boolean = false, createGraph: Boolean = false) {
    val pass = Pass(createGraph, retainGraph || createGraph, wanted = null)
    pass.run(listOf(this), listOf(seed(this, gradient)))
}

/**
 * The gradients of [of] (a single number) with respect to [wrt]; the leaves' own `gradient` is left alone.
 *
 * @param createGraph records the gradients themselves, for higher orders.
 * @throws GradientException if [of] does not depend on one of [wrt].
 */
@JvmOverloads
public fun gradients(
    of: Value,
    wrt: List<Value>,
    gradient: Value? = null,
    retainGraph: Boolean = false,
    createGraph: Boolean = false,
): List<Value> =
    gradientsOrNull(listOf(of), wrt, listOf(gradient), retainGraph, createGraph).mapIndexed { i, found ->
        found ?: throw GradientException("gradients: the result does not depend on input ${i + 1} of ${wrt.size}: ${wrt[i]}")
    }

/** As [gradients] for several results at once; null for an input that no result depends on. */
public fun gradientsOrNull(
    of: List<Value>,
    wrt: List<Value>,
    upstream: List<Value?>,
    retainGraph: Boolean = false,
    createGraph: Boolean = false,
): List<Value?> {
    val origins =
        wrt.mapIndexed { i, value ->
            value.origin?.takeIf { it.isDifferentiable }
                ?: throw GradientException(
                    "gradients: input ${i + 1} of ${wrt.size} is not recorded: $value\n  hint: call requireGradient() on it",
                )
        }
    val pass = Pass(createGraph, retainGraph || createGraph, origins.map { key(it) }.toSet())
    pass.run(of, of.mapIndexed { i, value -> seed(value, upstream[i]) })
    return origins.map { pass.found[key(it)] }
}

private fun seed(value: Value, gradient: Value?): Value {
    when (val origin = value.origin) {
        null -> throw GradientException(
            "backward: the value was not recorded: $value\n  hint: no parameter took part, or it was computed inside noGrad",
        )

        is Unreachable -> throw GradientException("backward: no gradient flows through ${origin.op}: ${origin.reason}")

        else -> Unit
    }
    if (gradient == null) {
        if (value.elements != 1) {
            throw GradientException(
                "backward: the value has ${value.elements} elements ${value.sizes}, not one\n  hint: reduce it first (sum, mean), or pass a gradient",
            )
        }
        return recording(false) { onesLike(value) }
    }
    if (gradient.sizes != value.sizes) {
        throw ShapeException(
            "backward: the gradient has other sizes than the value",
            listOf(
                "gradient" to gradient.sizes,
                "value" to value.sizes,
            ),
        )
    }
    return gradient
}

/** What gradients are collected under: the node's result, or the leaf itself. */
private data class Key(val holder: Any, val index: Int)

private fun key(origin: Origin): Key = if (origin is Result) Key(origin.node, origin.index) else Key(origin, 0)

private class Pass(private val createGraph: Boolean, private val keep: Boolean, private val wanted: Set<Key>?) {
    val found = HashMap<Key, Value>()
    private val upstream = HashMap<Node, Array<Value?>>()
    private val queue = PriorityQueue<Node>(compareByDescending { it.number })

    private val given = IdentityHashMap<Storage, Unit>()

    fun run(values: List<Value>, seeds: List<Value>) {
        seeds.forEach { given[Evaluator.store(it)] = Unit }
        recording(createGraph) {
            scope("backward") {
                val needed = Needed()
                for (i in values.indices) add(values[i].origin!!, seeds[i], needed)
                while (queue.isNotEmpty()) {
                    visit(queue.poll(), needed)
                    needed.partEnded()
                }
                found.values.toList().onEach(needed::remove)
            }
        }
    }

    private fun visit(node: Node, needed: Needed) {
        val gradients = upstream.remove(node)!!
        if (node.isReleased) {
            throw GradientException(
                "backward: the graph was released by an earlier backward: ${node.name} has no saved values any more\n" +
                    "  hint: pass retainGraph = true to the first backward",
            )
        }
        val shared = SharedGradients()
        for ((i, origin) in node.origins.withIndex()) {
            if (origin?.isDifferentiable == true && node.hasRule(i)) add(origin, node.gradient(i, gradients, shared), needed)
        }
        if (!keep) node.release()
        for (gradient in gradients) if (gradient != null) needed.remove(gradient)
    }

    private fun add(origin: Origin, gradient: Value, needed: Needed) {
        if (wanted != null) {
            val key = key(origin)
            if (key in wanted) found[key] = sum(found[key], gradient, needed)
        }
        when (origin) {
            is Result -> {
                val list =
                    upstream.getOrPut(origin.node) {
                        queue.add(origin.node)
                        arrayOfNulls(origin.node.results)
                    }
                list[origin.index] = sum(list[origin.index], gradient, needed)
            }

            is Leaf -> {
                if (wanted == null) accumulate(origin, gradient)
            }
        }
    }

    /** The gradients [before] and [new] together, which are needed instead of [before]. */
    private fun sum(before: Value?, new: Value, needed: Needed): Value {
        val sum = if (before == null) new else before + new
        needed.add(sum)
        if (before != null) needed.remove(before)
        return sum
    }

    /** A leaf owns its gradient: bytes that another leaf or the caller has too, or that are repeated, are copied. */
    private fun accumulate(leaf: Leaf, gradient: Value) {
        val before = leaf.gradient.value
        if (before != null) {
            leaf.gradient.value = before + gradient
            return
        }
        val storage = Evaluator.store(gradient)
        val own = gradient.layout.isContiguous && gradient.elements == storage.elements && given.put(storage, Unit) == null
        leaf.gradient.value = if (own) gradient else copy(gradient)
    }
}
