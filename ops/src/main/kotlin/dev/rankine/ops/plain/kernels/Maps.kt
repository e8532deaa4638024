package dev.rankine.ops.plain.kernels

import dev.rankine.shapes.DType

/*
 * Kernels from one expression per op. The functions are inline so that every op has loops of its own, compiled for it alone.
 */

/** A kernel of one f32 operand. */
internal inline fun unaryF32(grain: Int = CHEAP_GRAIN, crossinline f: (Float) -> Float): PlainKernel<Unit> =
    object : UnaryKernel<Unit, FloatArray, FloatArray>(DType.F32, FloatLanes, FloatLanes, grain) {
        override fun loop(x: FloatArray, y: FloatArray, from: Int, to: Int) {
            for (i in from until to) y[i] = f(x[i])
        }
    }

/** A kernel of two f32 operands. */
internal inline fun binaryF32(crossinline f: (Float, Float) -> Float): PlainKernel<Unit> =
    object : BinaryKernel<FloatArray, FloatArray>(DType.F32, FloatLanes, FloatLanes) {
        override fun loop(a: FloatArray, b: FloatArray, y: FloatArray, from: Int, to: Int) {
            for (i in from until to) y[i] = f(a[i], b[i])
        }

        override fun loopRight(a: FloatArray, b: FloatArray, at: Int, y: FloatArray, from: Int, to: Int) {
            val number = b[at]
            for (i in from until to) y[i] = f(a[i], number)
        }

        override fun loopLeft(a: FloatArray, at: Int, b: FloatArray, y: FloatArray, from: Int, to: Int) {
            val number = a[at]
            for (i in from until to) y[i] = f(number, b[i])
        }
    }

/** A kernel of one f64 operand. */
internal inline fun unaryF64(grain: Int = CHEAP_GRAIN, crossinline f: (Double) -> Double): PlainKernel<Unit> =
    object : UnaryKernel<Unit, DoubleArray, DoubleArray>(DType.F64, DoubleLanes, DoubleLanes, grain) {
        override fun loop(x: DoubleArray, y: DoubleArray, from: Int, to: Int) {
            for (i in from until to) y[i] = f(x[i])
        }
    }

/** A kernel of two f64 operands. */
internal inline fun binaryF64(crossinline f: (Double, Double) -> Double): PlainKernel<Unit> =
    object : BinaryKernel<DoubleArray, DoubleArray>(DType.F64, DoubleLanes, DoubleLanes) {
        override fun loop(a: DoubleArray, b: DoubleArray, y: DoubleArray, from: Int, to: Int) {
            for (i in from until to) y[i] = f(a[i], b[i])
        }

        override fun loopRight(a: DoubleArray, b: DoubleArray, at: Int, y: DoubleArray, from: Int, to: Int) {
            val number = b[at]
            for (i in from until to) y[i] = f(a[i], number)
        }

        override fun loopLeft(a: DoubleArray, at: Int, b: DoubleArray, y: DoubleArray, from: Int, to: Int) {
            val number = a[at]
            for (i in from until to) y[i] = f(number, b[i])
        }
    }

/** A kernel of one i64 operand. */
internal inline fun unaryI64(grain: Int = CHEAP_GRAIN, crossinline f: (Long) -> Long): PlainKernel<Unit> =
    object : UnaryKernel<Unit, LongArray, LongArray>(DType.I64, LongLanes, LongLanes, grain) {
        override fun loop(x: LongArray, y: LongArray, from: Int, to: Int) {
            for (i in from until to) y[i] = f(x[i])
        }
    }

/** A kernel of two i64 operands. */
internal inline fun binaryI64(crossinline f: (Long, Long) -> Long): PlainKernel<Unit> =
    object : BinaryKernel<LongArray, LongArray>(DType.I64, LongLanes, LongLanes) {
        override fun loop(a: LongArray, b: LongArray, y: LongArray, from: Int, to: Int) {
            for (i in from until to) y[i] = f(a[i], b[i])
        }

        override fun loopRight(a: LongArray, b: LongArray, at: Int, y: LongArray, from: Int, to: Int) {
            val number = b[at]
            for (i in from until to) y[i] = f(a[i], number)
        }

        override fun loopLeft(a: LongArray, at: Int, b: LongArray, y: LongArray, from: Int, to: Int) {
            val number = a[at]
            for (i in from until to) y[i] = f(number, b[i])
        }
    }

/** A kernel of one i32 operand. */
internal inline fun unaryI32(grain: Int = CHEAP_GRAIN, crossinline f: (Int) -> Int): PlainKernel<Unit> =
    object : UnaryKernel<Unit, IntArray, IntArray>(DType.I32, IntLanes, IntLanes, grain) {
        override fun loop(x: IntArray, y: IntArray, from: Int, to: Int) {
            for (i in from until to) y[i] = f(x[i])
        }
    }

/** A kernel of two i32 operands. */
internal inline fun binaryI32(crossinline f: (Int, Int) -> Int): PlainKernel<Unit> =
    object : BinaryKernel<IntArray, IntArray>(DType.I32, IntLanes, IntLanes) {
        override fun loop(a: IntArray, b: IntArray, y: IntArray, from: Int, to: Int) {
            for (i in from until to) y[i] = f(a[i], b[i])
        }

        override fun loopRight(a: IntArray, b: IntArray, at: Int, y: IntArray, from: Int, to: Int) {
            val number = b[at]
            for (i in from until to) y[i] = f(a[i], number)
        }

        override fun loopLeft(a: IntArray, at: Int, b: IntArray, y: IntArray, from: Int, to: Int) {
            val number = a[at]
            for (i in from until to) y[i] = f(number, b[i])
        }
    }
