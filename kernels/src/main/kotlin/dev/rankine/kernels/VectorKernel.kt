package dev.rankine.kernels

import dev.rankine.ops.Evaluator
import dev.rankine.ops.Kernel
import dev.rankine.ops.Value
import java.lang.ref.Reference

/** A kernel on native memory. Addresses are numbers, so the values are kept reachable until it has ended. */
internal abstract class VectorKernel<in A : Any> : Kernel<A> {
    /** Whether the kernel can run this call: element types, layouts. */
    abstract fun accepts(attributes: A, inputs: Array<Value>): Boolean

    /** Fills the storage of [outputs] through their layouts. */
    abstract fun compute(attributes: A, inputs: Array<Value>, outputs: Array<Value>)

    final override fun run(attributes: A, inputs: Array<Value>, outputs: Array<Value>) {
        try {
            compute(attributes, inputs, outputs)
        } finally {
            Reference.reachabilityFence(inputs)
            Reference.reachabilityFence(outputs)
        }
    }
}

/** The address of the element of a value of this backend that its layout calls the first. */
internal fun Value.address(): Long = (Evaluator.store(this) as SegmentStorage).address + layout.offset.toLong() * dtype.bytes
