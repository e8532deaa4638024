package dev.rankine.ops.plain.kernels

import dev.rankine.shapes.DType

/*
 * The error function and its complement for float32: see FunctionsF32. Some thousand numbers at a time go through small arrays in steps,
 * since the compiler makes no vectors of one loop as long as all steps together: `e^(-z z)`, the tail from it, the result from both.
 *
 * Measured on an AMD EPYC (Zen 4) at 512 bits, one thread, JDK 25, per element: erf 3.9 ns (in one loop 17.8 ns), erfc 3.0 ns.
 */
internal abstract class ErrorKernelF32 : UnaryKernel<Unit, FloatArray, FloatArray>(DType.F32, FloatLanes, FloatLanes, COSTLY_GRAIN) {
    /** From the tails `erfc(|x|)` in [y] to the results. */
    protected abstract fun finish(x: FloatArray, y: FloatArray, count: Int)

    override fun loop(x: FloatArray, y: FloatArray, from: Int, to: Int) {
        val operand = FloatLanes.scratch(1)
        val result = FloatLanes.scratch(2)
        for (first in from until to step Lanes.CHUNK) {
            val count = minOf(Lanes.CHUNK, to - first)
            System.arraycopy(x, first, operand, 0, count)
            bells(operand, result, count)
            tails(operand, result, count)
            finish(operand, result, count)
            System.arraycopy(result, 0, y, first, count)
        }
    }

    private fun bells(x: FloatArray, y: FloatArray, count: Int) {
        for (i in 0 until count) y[i] = bell(Math.min(Math.abs(x[i].toDouble()), 28.0))
    }

    private fun bell(z: Double): Float = exponential(-z * z).toFloat()

    private fun tails(x: FloatArray, y: FloatArray, count: Int) {
        for (i in 0 until count) y[i] = tail(Math.min(Math.abs(x[i].toDouble()), 28.0), y[i].toDouble()).toFloat()
    }
}

/** The error function: a series below 1, one less the tail beyond. */
internal object ErrorFunctionF32 : ErrorKernelF32() {
    override fun finish(x: FloatArray, y: FloatArray, count: Int) {
        for (i in 0 until count) y[i] = joined(x[i].toDouble(), 1.0 - y[i])
    }

    private fun joined(x: Double, far: Double): Float {
        val size = Math.abs(x)
        val beyond = step(size - 1.0)
        return (sign(x) * (near(Math.min(size, 1.0)) * (1.0 - beyond) + far * beyond)).toFloat()
    }
}

/** One less the error function: the tail above zero, two less it below. */
internal object ComplementaryErrorFunctionF32 : ErrorKernelF32() {
    override fun finish(x: FloatArray, y: FloatArray, count: Int) {
        for (i in 0 until count) y[i] = joined(sign(x[i].toDouble()), y[i].toDouble())
    }

    private fun joined(sign: Double, tail: Double): Float = (1.0 - sign + sign * tail).toFloat()
}
