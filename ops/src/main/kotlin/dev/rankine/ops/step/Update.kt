@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException

/**
 * A call whose results are written over values that exist.
 *
 * @property attributes the attributes of the call.
 * @property inputs its operands.
 * @property targets one per result, of its sizes and element type; they may be operands, but share no elements with each other.
 */
public class Update<out A : Any>(public val attributes: A, public val inputs: Array<out Value>, public val targets: Array<out Value>)

/** A kernel that can write over its operands, and runs many calls at once. Targets are dense; those that share bytes with an operand are it. */
public interface UpdateKernel<in A : Any> : Kernel<A> {
    /** Runs all [updates]; no target is touched by two of them. */
    public fun update(updates: List<Update<A>>)
}

/**
 * Runs [op] for all [updates] and stores the results in their targets: by one call of a kernel that can, else by what the row means, one after
 * another. All is checked before the first target is changed; cancellation waits until the last was. No target may be touched by two updates.
 *
 * @throws ShapeException if results have other sizes than their targets, or there is not one target per result.
 * @throws dev.rankine.shapes.DTypeException if an element type is not taken.
 * @throws InPlaceException if a gradient would have to be recorded, or a target repeats elements.
 */
public fun <A : Any> updateInPlace(op: Op<A>, updates: List<Update<A>>) {
    val thread = ThreadState.get()
    check(thread.trace == null) { "${op.name} in place: a definition or gradient cannot write in place" }
    for (update in updates) checkUpdate(thread, op, update)
    for (update in updates) for (target in update.targets) Evaluator.store(target).written("${op.name} in place")
    nonCancellable { updateAll(op, updates) }
}

private fun <A : Any> updateAll(op: Op<A>, updates: List<Update<A>>) {
    val together = LinkedHashMap<UpdateKernel<A>, ArrayList<Update<A>>>()
    for (update in updates) {
        val kernel = updateKernel(op, update)
        if (kernel != null) together.getOrPut(kernel) { ArrayList() }.add(update) else define(op, update)
    }
    for ((kernel, calls) in together) kernel.update(calls)
}

private fun <A : Any> updateKernel(op: Op<A>, update: Update<A>): UpdateKernel<A>? {
    val inputs = update.inputs
    for (target in update.targets) {
        if (!target.layout.isContiguous) return null
        val storage = Evaluator.store(target)
        for (input in inputs) if (Evaluator.store(input) === storage && input.layout != target.layout) return null
    }
    return inputs[0].backend.kernel(op, update.attributes, arrayOf(*inputs)) as? UpdateKernel<A>
}

private fun <A : Any> define(op: Op<A>, update: Update<A>) {
    recording(false) {
        scope(op.name) {
            val results = Evaluator.apply(op, update.attributes, arrayOf(*update.inputs))
            for (result in results) Evaluator.store(result) // they may read the targets
            for ((target, result) in update.targets.zip(results)) target.backend.run(copy, Unit, arrayOf(result), arrayOf(target))
        }
    }
}

private fun <A : Any> checkUpdate(thread: ThreadState, op: Op<A>, update: Update<A>) {
    val name = "${op.name} in place"
    val inputs = arrayOf(*update.inputs)
    val targets = update.targets
    if (thread.recording && (inputs.any { it.origin != null } || targets.any { it.origin != null })) {
        throw InPlaceException("$name: no gradient is recorded\n  hint: wrap the write in noGrad { }, as optimizers do")
    }
    Evaluator.mixedBackends(name, arrayOf(*inputs, *targets))?.let { throw BackendUnavailableException(it) }
    val call = Call(op, op.name, update.attributes, inputs)
    val specs = op.signature?.infer(call) ?: Trace.specs(call)
    if (targets.size != specs.size) throw ShapeException("$name: needs one target per result: ${targets.size} for ${specs.size}")
    for ((target, spec) in targets.zip(specs)) {
        if (target.sizes != spec.sizes || target.dtype != spec.dtype) {
            throw ShapeException("$name: a target is ${target.dtype} ${target.sizes}, and its result $spec")
        }
        refuseOverlap(name, target)
    }
    for (value in inputs) Evaluator.store(value, name)
    for (value in targets) Evaluator.store(value, name)
}
