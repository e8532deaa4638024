@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.RankineException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** A write in place that would make a gradient wrong or touch an element twice. */
public class InPlaceException(message: String) : RankineException(message)

/** Adds [other], broadcast to this value, in place, and returns this value. */
@ShapeRule(ShapeRule.IN_PLACE)
public fun Value.addInPlace(other: Value): Value = writeInPlace(add, this, other)

/** Subtracts [other], broadcast to this value, in place, and returns this value. */
@ShapeRule(ShapeRule.IN_PLACE)
public fun Value.subInPlace(other: Value): Value = writeInPlace(sub, this, other)

/** Multiplies by [other], broadcast to this value, in place, and returns this value. */
@ShapeRule(ShapeRule.IN_PLACE)
public fun Value.mulInPlace(other: Value): Value = writeInPlace(mul, this, other)

/** Divides by [other], broadcast to this value, in place, and returns this value. */
@ShapeRule(ShapeRule.IN_PLACE)
public fun Value.divInPlace(other: Value): Value = writeInPlace(div, this, other)

/** Adds [number] in place, and returns this value. */
@ShapeRule(ShapeRule.SAME)
public fun Value.addInPlace(number: Number): Value = addInPlace(constant(this, number))

/** Subtracts [number] in place, and returns this value. */
@ShapeRule(ShapeRule.SAME)
public fun Value.subInPlace(number: Number): Value = subInPlace(constant(this, number))

/** Divides by [number] in place, and returns this value. */
@ShapeRule(ShapeRule.SAME)
public fun Value.divInPlace(number: Number): Value = divInPlace(constant(this, number))

/** Multiplies by [number] in place, and returns this value. */
@ShapeRule(ShapeRule.SAME)
public fun Value.mulInPlace(number: Number): Value = mulInPlace(constant(this, number))

/** Overwrites the elements with those of [source], converted to this type and broadcast to these sizes, and returns this value. */
@ShapeRule("target:a source:b -> expand(b, a)")
public fun Value.copyFrom(source: Value): Value {
    val same = broadcastTo(to(source, dtype), sizes)
    return overwrite("copyFrom", this, copy, arrayOf(same))
}

/** Overwrites every element with [number], and returns this value. */
@ShapeRule(ShapeRule.SAME)
public fun Value.fillInPlace(number: Number): Value = copyFrom(full(Sizes.SCALAR, number, dtype, backend))

/**
 * Runs the elementwise [op] on [target] and [other] and stores the result in [target].
 *
 * @throws ShapeException if the result has other sizes than the target.
 * @throws DTypeException if the result's type cannot be stored in the target's.
 * @throws InPlaceException if a gradient would become wrong.
 */
private fun writeInPlace(op: Op2<Unit>, target: Value, other: Value): Value {
    val inputs = op.prepare?.prepare(op.name, arrayOf(target, other)) ?: arrayOf(target, other)
    val result = inputs[0]
    if (result.sizes != target.sizes) {
        throw ShapeException(
            "${op.name} in place: the result does not fit: ${result.sizes}",
            listOf(
                "target" to target.sizes,
                "other" to other.sizes,
            ),
        )
    }
    if ((result.dtype.isFloating && !target.dtype.isFloating) || (result.dtype != DType.BOOL && target.dtype == DType.BOOL)) {
        throw DTypeException(
            "${op.name} in place: ${result.dtype} cannot be stored in ${target.dtype}",
            "use the op that gives a new value",
        )
    }
    return overwrite(op.name, target, op, inputs)
}

private fun overwrite(name: String, target: Value, op: Op<Unit>, inputs: Array<Value>): Value {
    val thread = ThreadState.get()
    check(thread.trace == null) { "$name in place: a definition or gradient cannot write in place" }
    refuseOverlap(name, target)
    Evaluator.mixedBackends("$name in place", arrayOf(target, *inputs))?.let { throw IllegalArgumentException(it) }
    val storage = Evaluator.store(target, name)
    val recorded = thread.recording && (target.origin != null || inputs.any { it.origin != null })
    if (recorded) {
        refuseWrongGradient(name, target, storage)
        val result = to(Evaluator.apply(op, Unit, inputs)[0], target.dtype)
        storage.written("$name in place")
        nonCancellable { recording(false) { write(copy, target, arrayOf(result)) } }
        target.origin = result.origin
    } else {
        storage.written("$name in place") // before the write: one that fails half-way has changed elements too
        nonCancellable { recording(false) { write(op, target, inputs) } }
    }
    return target
}

/**
 * Writes straight into the target where no operand is read after its place was written; through a copy otherwise, and where the result
 * must be looked at first.
 */
private fun write(op: Op<Unit>, target: Value, inputs: Array<Value>) {
    val overlapping = inputs.any { Evaluator.store(it) === target.content && it.layout != target.layout }
    if (inputs.all { it.dtype == target.dtype } && !overlapping && op.isElementwise && !ThreadState.get().checking) {
        target.backend.run(op, Unit, inputs, arrayOf(target))
    } else {
        scope("write in place") {
            val result = to(Evaluator.apply(op, Unit, inputs)[0], target.dtype)
            Evaluator.store(result) // it may read the target
            target.backend.run(copy, Unit, arrayOf(result), arrayOf(target))
        }
    }
}

internal fun refuseOverlap(name: String, target: Value) {
    if ((0 until target.rank).any { target.sizes[it] > 1 && target.layout.stride(it) == 0 }) {
        throw InPlaceException("$name in place: the target repeats elements (it was broadcast): ${target.sizes}\n  hint: call copy() first")
    }
}

private fun refuseWrongGradient(name: String, target: Value, storage: Storage) {
    if (target.origin is Leaf) {
        throw InPlaceException(
            "$name in place: the target is a leaf that requires a gradient\n  hint: wrap the write in noGrad { }, as optimizers do",
        )
    }
    if (storage.hasRecordedView) {
        throw InPlaceException(
            "$name in place: the target shares its elements with a recorded view\n  hint: use the op that gives a new value",
        )
    }
    if (target.isView) {
        throw InPlaceException(
            "$name in place: the target is a view, and no gradient would flow through what it shares its elements with\n" +
                "  hint: write into copy() of it, or build the whole with cat, stack or sliceScatter",
        )
    }
}
