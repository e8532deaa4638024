package dev.rankine.ops.plain.kernels

import dev.rankine.shapes.DType

internal val choiceF32: PlainKernel<Unit> =
    object : ChoiceKernel<FloatArray>(DType.F32, FloatLanes) {
        override fun loop(condition: ByteArray, a: FloatArray, b: FloatArray, y: FloatArray, from: Int, to: Int) {
            for (i in from until to) y[i] = if (condition[i].toInt() != 0) a[i] else b[i]
        }
    }

internal val choiceF64: PlainKernel<Unit> =
    object : ChoiceKernel<DoubleArray>(DType.F64, DoubleLanes) {
        override fun loop(condition: ByteArray, a: DoubleArray, b: DoubleArray, y: DoubleArray, from: Int, to: Int) {
            for (i in from until to) y[i] = if (condition[i].toInt() != 0) a[i] else b[i]
        }
    }

internal val choiceI64: PlainKernel<Unit> =
    object : ChoiceKernel<LongArray>(DType.I64, LongLanes) {
        override fun loop(condition: ByteArray, a: LongArray, b: LongArray, y: LongArray, from: Int, to: Int) {
            for (i in from until to) y[i] = if (condition[i].toInt() != 0) a[i] else b[i]
        }
    }

internal val choiceI32: PlainKernel<Unit> =
    object : ChoiceKernel<IntArray>(DType.I32, IntLanes) {
        override fun loop(condition: ByteArray, a: IntArray, b: IntArray, y: IntArray, from: Int, to: Int) {
            for (i in from until to) y[i] = if (condition[i].toInt() != 0) a[i] else b[i]
        }
    }
