package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.lanes.Lanes.ALL
import dev.rankine.ops.Op
import dev.rankine.ops.ReduceAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.allOp
import dev.rankine.ops.amaxOp
import dev.rankine.ops.aminOp
import dev.rankine.ops.anyOp
import dev.rankine.ops.argmaxOp
import dev.rankine.ops.argminOp
import dev.rankine.ops.cumsumOp
import dev.rankine.ops.logsumexpOp
import dev.rankine.ops.meanOp
import dev.rankine.ops.prodOp
import dev.rankine.ops.stdOp
import dev.rankine.ops.sumOp
import dev.rankine.ops.varianceOp
import dev.rankine.shapes.DType
import java.lang.foreign.ValueLayout

/** The fold that belongs to the element type of a call. Figures: [Reduce]. */
private class ByType(fold: (DType) -> Fold) : VectorKernel<ReduceAttributes>() {
    private val kernels = Array(DType.entries.size) { Reduce(fold(DType.entries[it])) }

    override fun accepts(attributes: ReduceAttributes, inputs: Array<Value>): Boolean = true

    override fun compute(attributes: ReduceAttributes, inputs: Array<Value>, outputs: Array<Value>): Unit =
        kernels[inputs[0].dtype.ordinal].compute(attributes, inputs, outputs)
}

private fun sumOf(type: DType): Fold =
    when (type) {
        DType.F32 -> SumFoldF32
        DType.F64 -> SumFoldF64
        DType.F16, DType.BF16 -> floatingFold(type, type.bytes, 0.0, { floating(type, it) }) { a, b -> a + b }
        DType.I64 -> wholeFold(DType.I64, type.bytes, 0, { ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, it) }) { a, b -> a + b }
        DType.I32 -> wholeFold(DType.I64, type.bytes, 0, { ALL.get(ValueLayout.JAVA_INT_UNALIGNED, it).toLong() }) { a, b -> a + b }
        DType.BOOL -> wholeFold(DType.I64, type.bytes, 0, { ALL.get(ValueLayout.JAVA_BYTE, it).toLong() }) { a, b -> a + b }
        else -> wholeFold(DType.I64, type.bytes, 0, { whole(type, it) }) { a, b -> a + b }
    }

private fun productOf(type: DType): Fold =
    when {
        type == DType.F32 -> ProductFoldF32
        type == DType.F64 -> ProductFoldF64
        type.isFloating -> floatingFold(type, type.bytes, 1.0, { floating(type, it) }) { a, b -> a * b }
        else -> wholeFold(DType.I64, type.bytes, 1, { whole(type, it) }) { a, b -> a * b }
    }

private fun largestOf(type: DType): Fold =
    when {
        type == DType.F32 -> LargestFoldF32
        type == DType.F64 -> LargestFoldF64
        type.isFloating -> floatingFold(type, type.bytes, Double.NEGATIVE_INFINITY, { floating(type, it) }) { a, b -> Math.max(a, b) }
        else -> wholeFold(type, type.bytes, Long.MIN_VALUE, { whole(type, it) }) { a, b -> Math.max(a, b) }
    }

private fun smallestOf(type: DType): Fold =
    when {
        type == DType.F32 -> SmallestFoldF32
        type == DType.F64 -> SmallestFoldF64
        type.isFloating -> floatingFold(type, type.bytes, Double.POSITIVE_INFINITY, { floating(type, it) }) { a, b -> Math.min(a, b) }
        else -> wholeFold(type, type.bytes, Long.MAX_VALUE, { whole(type, it) }) { a, b -> Math.min(a, b) }
    }

private fun isTrue(type: DType, address: Long): Long =
    if (if (type.isFloating) floating(type, address) != 0.0 else whole(type, address) != 0L) 1 else 0

private fun allOf(type: DType): Fold = wholeFold(DType.BOOL, type.bytes, 1, { isTrue(type, it) }) { a, b -> a and b }

private fun anyOf(type: DType): Fold = wholeFold(DType.BOOL, type.bytes, 0, { isTrue(type, it) }) { a, b -> a or b }

/** Reductions over any axes, of all element types. */
internal val reduceKernels: List<Pair<Op<*>, VectorKernel<*>>> =
    listOf(
        sumOp to ByType(::sumOf),
        meanOp to Mean,
        prodOp to ByType(::productOf),
        amaxOp to ByType(::largestOf),
        aminOp to ByType(::smallestOf),
        allOp to ByType(::allOf),
        anyOp to ByType(::anyOf),
        argmaxOp to Places(largest = true),
        argminOp to Places(largest = false),
        cumsumOp to CumulativeSum,
        logsumexpOp to LogSumExp,
        varianceOp to VarianceOfColumns(root = false),
        stdOp to VarianceOfColumns(root = true),
    )
