package dev.rankine.ops.plain.kernels

import dev.rankine.shapes.DType

/** A kernel that compares two f32 operands. */
internal inline fun compareF32(crossinline f: (Float, Float) -> Boolean): PlainKernel<Unit> =
    object : BinaryKernel<FloatArray, ByteArray>(DType.F32, FloatLanes, ByteLanes) {
        override fun loop(a: FloatArray, b: FloatArray, y: ByteArray, from: Int, to: Int) {
            for (i in from until to) y[i] = if (f(a[i], b[i])) 1 else 0
        }

        override fun loopRight(a: FloatArray, b: FloatArray, at: Int, y: ByteArray, from: Int, to: Int) {
            val number = b[at]
            for (i in from until to) y[i] = if (f(a[i], number)) 1 else 0
        }

        override fun loopLeft(a: FloatArray, at: Int, b: FloatArray, y: ByteArray, from: Int, to: Int) {
            val number = a[at]
            for (i in from until to) y[i] = if (f(number, b[i])) 1 else 0
        }
    }

/** A kernel that compares two f64 operands. */
internal inline fun compareF64(crossinline f: (Double, Double) -> Boolean): PlainKernel<Unit> =
    object : BinaryKernel<DoubleArray, ByteArray>(DType.F64, DoubleLanes, ByteLanes) {
        override fun loop(a: DoubleArray, b: DoubleArray, y: ByteArray, from: Int, to: Int) {
            for (i in from until to) y[i] = if (f(a[i], b[i])) 1 else 0
        }

        override fun loopRight(a: DoubleArray, b: DoubleArray, at: Int, y: ByteArray, from: Int, to: Int) {
            val number = b[at]
            for (i in from until to) y[i] = if (f(a[i], number)) 1 else 0
        }

        override fun loopLeft(a: DoubleArray, at: Int, b: DoubleArray, y: ByteArray, from: Int, to: Int) {
            val number = a[at]
            for (i in from until to) y[i] = if (f(number, b[i])) 1 else 0
        }
    }

/** A kernel that compares two i64 operands. */
internal inline fun compareI64(crossinline f: (Long, Long) -> Boolean): PlainKernel<Unit> =
    object : BinaryKernel<LongArray, ByteArray>(DType.I64, LongLanes, ByteLanes) {
        override fun loop(a: LongArray, b: LongArray, y: ByteArray, from: Int, to: Int) {
            for (i in from until to) y[i] = if (f(a[i], b[i])) 1 else 0
        }

        override fun loopRight(a: LongArray, b: LongArray, at: Int, y: ByteArray, from: Int, to: Int) {
            val number = b[at]
            for (i in from until to) y[i] = if (f(a[i], number)) 1 else 0
        }

        override fun loopLeft(a: LongArray, at: Int, b: LongArray, y: ByteArray, from: Int, to: Int) {
            val number = a[at]
            for (i in from until to) y[i] = if (f(number, b[i])) 1 else 0
        }
    }

/** A kernel that compares two i32 operands. */
internal inline fun compareI32(crossinline f: (Int, Int) -> Boolean): PlainKernel<Unit> =
    object : BinaryKernel<IntArray, ByteArray>(DType.I32, IntLanes, ByteLanes) {
        override fun loop(a: IntArray, b: IntArray, y: ByteArray, from: Int, to: Int) {
            for (i in from until to) y[i] = if (f(a[i], b[i])) 1 else 0
        }

        override fun loopRight(a: IntArray, b: IntArray, at: Int, y: ByteArray, from: Int, to: Int) {
            val number = b[at]
            for (i in from until to) y[i] = if (f(a[i], number)) 1 else 0
        }

        override fun loopLeft(a: IntArray, at: Int, b: IntArray, y: ByteArray, from: Int, to: Int) {
            val number = a[at]
            for (i in from until to) y[i] = if (f(number, b[i])) 1 else 0
        }
    }
