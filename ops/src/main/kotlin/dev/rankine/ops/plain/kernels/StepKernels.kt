package dev.rankine.ops.plain.kernels

import dev.rankine.ops.Op
import dev.rankine.ops.Update
import dev.rankine.ops.UpdateKernel
import dev.rankine.ops.Value
import dev.rankine.ops.adamStepOp
import dev.rankine.ops.plain.Workers
import dev.rankine.ops.plus
import dev.rankine.ops.recording
import dev.rankine.ops.scope
import dev.rankine.ops.sgdStepOp
import dev.rankine.ops.times
import dev.rankine.ops.unaryMinus
import dev.rankine.shapes.DType

/** The steps of optimizers, with the bits that the rows' definitions give. */
internal val stepKernels: List<Pair<Op<*>, PlainKernel<*>>> =
    listOf(adamStepOp to AdamStepF32, adamStepOp to AdamStepF64, sgdStepOp to SgdStepF32, sgdStepOp to SgdStepF64)

/** A step on whole storages: all loops count alike, which lets the virtual machine use vectors. Results may be operands. */
internal abstract class StepKernel<A : Any>(private val dtype: DType) :
    PlainKernel<A>,
    UpdateKernel<A> {
    override fun accepts(attributes: A, inputs: Array<Value>): Boolean =
        inputs.all { it.dtype == dtype && it.layout.isContiguous && it.layout.offset == 0 }

    override fun update(updates: List<Update<A>>) {
        for (update in updates) run(update.attributes, arrayOf(*update.inputs), arrayOf(*update.targets))
    }

    /** Calls [body] with blocks of the elements of [x] that stay in the first cache until all loops have read them. */
    protected inline fun blocks(x: Value, crossinline body: (from: Int, to: Int) -> Unit) {
        Workers.range(x.elements, GRAIN) { first, last ->
            for (from in first until last step BLOCK) body(from, minOf(from + BLOCK, last))
        }
    }

    /** Calls [body] with the way that [gradient] shows: upwards to [maximize], and with [decay] times [value]. */
    protected inline fun along(value: Value, gradient: Value, maximize: Boolean, decay: Double, crossinline body: (Value) -> Unit) {
        recording(false) {
            scope("step") {
                val direction = if (maximize) -gradient else gradient
                body(if (decay == 0.0) direction else direction + value * decay)
            }
        }
    }

    protected companion object {
        const val GRAIN = 1 shl 15
        const val BLOCK = 2048
    }
}
