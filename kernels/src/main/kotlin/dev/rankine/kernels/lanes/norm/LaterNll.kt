package dev.rankine.kernels.lanes

import dev.rankine.kernels.SegmentStorage
import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.address
import dev.rankine.ops.Evaluator
import dev.rankine.ops.NllGradientAttributes
import dev.rankine.ops.Pending
import dev.rankine.ops.SoftmaxAttributes
import dev.rankine.ops.Spec
import dev.rankine.ops.Storage
import dev.rankine.ops.Value
import dev.rankine.ops.logSoftmaxGradientOp
import dev.rankine.ops.nllLossGradientOp
import dev.rankine.shapes.DType
import dev.rankine.shapes.Layout
import java.lang.ref.Reference

/**
 * The gradient of nll_loss that has not been computed: zero but for a number in each row. What mostly reads it is the gradient of log_softmax, which
 * does without it, see [ChosenRows].
 */
internal class LaterNll private constructor(
    private val loops: DeferredLoops,
    private val attributes: NllGradientAttributes,
    inputs: Array<Value>,
    private val spec: Spec,
) : Pending() {
    /** Null once it is computed, or never will be. */
    @Volatile
    private var inputs: Array<Value>? = inputs

    init {
        inputs.forEach { reads(it) }
    }

    override fun compute(): Storage {
        val bytes = loops.allocate(spec)
        try {
            val result = Value(spec.dtype, Layout.of(spec.sizes), loops.backend, bytes)
            loops.backend.run(nllLossGradientOp, attributes, inputs!!, arrayOf(result))
            return bytes
        } catch (e: Throwable) {
            bytes.release("nll_loss_gradient")
            throw e
        }
    }

    override fun forget() {
        inputs = null
    }

    /** The gradient of log_softmax where this one arrives, if it does without it. */
    fun rows(attributes: SoftmaxAttributes, inputs: Array<Value>): ChosenRows? = ChosenRows().takeIf { it.accepts(attributes, inputs) }

    /**
     * The gradient of log_softmax where this one arrives: a few of its rows are made at a time, in a place that stays in the first cache. The bits are
     * those of a stored one. While the kernel runs it has the claim, so that nobody overwrites what it reads. Figures: [CrossEntropyKernels].
     */
    inner class ChosenRows : VectorKernel<SoftmaxAttributes>() {
        override fun accepts(attributes: SoftmaxAttributes, inputs: Array<Value>): Boolean =
            attributes.axis == 1 && inputs[1].dtype == spec.dtype

        override fun compute(attributes: SoftmaxAttributes, inputs: Array<Value>, outputs: Array<Value>) {
            if (!claim()) {
                Evaluator.store(inputs[0])
                return loops.backend.run(logSoftmaxGradientOp, attributes, inputs, outputs)
            }
            val (dy, target) = this@LaterNll.inputs!!
            try {
                inOrder(arrayOf(dy, inputs[1])) { (up, y) -> gradient(up, target, y, outputs[0].address()) }
            } finally {
                abandon()
                Reference.reachabilityFence(dy)
                Reference.reachabilityFence(target)
            }
        }

        private fun gradient(up: Value, target: Value, y: Value, dx: Long) {
            val n = y.sizes[1]
            val row = n.toLong() * spec.dtype.bytes
            val together = maxOf(1, (TOGETHER / row).toInt())
            val from = y.address()
            forRows(y.sizes[0], n) { first, end ->
                val scratch = ReduceScratch.get()
                for (i in first until end step together) {
                    val rows = minOf(together, end - i)
                    choose(scratch.zeros, up, target, i, rows)
                    if (spec.dtype == DType.F32) {
                        SoftmaxRowsF32.logarithmGradient(scratch.zeros, from + row * i, dx + row * i, rows, n, scratch.numbers)
                    } else {
                        SoftmaxRowsF64.logarithmGradient(scratch.zeros, from + row * i, dx + row * i, rows, n, scratch.numbers)
                    }
                    choose(scratch.zeros, null, target, i, rows)
                }
            }
        }

        /** Sets the chosen numbers of some rows at [zeros] from row [first] on to what arrives for them, or back to zero. */
        private fun choose(zeros: Long, up: Value?, target: Value, first: Int, rows: Int) {
            val bytes = spec.dtype.bytes
            for (i in 0 until rows) {
                val chosen = whole(DType.I64, target.address() + (first + i) * 8L)
                if (chosen == attributes.ignoreIndex) continue
                val number = if (up == null) 0.0 else -floating(spec.dtype, up.address() + (first + i).toLong() * bytes)
                putFloating(spec.dtype, zeros + (i * attributes.classes + chosen) * bytes, number)
            }
        }
    }

    companion object {
        /** The call held back; null if it is not one of rows for [ChosenRows], or reads what may change behind the door. */
        fun of(loops: DeferredLoops, attributes: NllGradientAttributes, inputs: Array<Value>, result: Spec): LaterNll? {
            val n = attributes.classes
            val isRows = (result.dtype == DType.F32 && SoftmaxRowsF32.takes(n)) || (result.dtype == DType.F64 && SoftmaxRowsF64.takes(n))
            if (!isRows || result.sizes.rank != 2 || !exist(inputs[1], n, attributes.ignoreIndex)) return null
            if (inputs.any { (Evaluator.store(it) as SegmentStorage).isForeign }) return null
            return LaterNll(loops, attributes, inputs, result)
        }

        /** Bytes of the rows that are in work at a time. */
        private const val TOGETHER = 4096
    }
}
