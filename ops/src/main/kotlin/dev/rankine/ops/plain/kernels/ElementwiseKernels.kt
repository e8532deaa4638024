package dev.rankine.ops.plain.kernels

import dev.rankine.ops.Op
import dev.rankine.ops.abs
import dev.rankine.ops.add
import dev.rankine.ops.div
import dev.rankine.ops.eq
import dev.rankine.ops.erf
import dev.rankine.ops.erfc
import dev.rankine.ops.exp
import dev.rankine.ops.ge
import dev.rankine.ops.gt
import dev.rankine.ops.le
import dev.rankine.ops.log
import dev.rankine.ops.lt
import dev.rankine.ops.maximum
import dev.rankine.ops.minimum
import dev.rankine.ops.mul
import dev.rankine.ops.ne
import dev.rankine.ops.neg
import dev.rankine.ops.reciprocal
import dev.rankine.ops.relu
import dev.rankine.ops.reluBackward
import dev.rankine.ops.rsqrt
import dev.rankine.ops.sigmoid
import dev.rankine.ops.sigmoidBackward
import dev.rankine.ops.sqrt
import dev.rankine.ops.sub
import dev.rankine.ops.tanh
import dev.rankine.ops.tanhBackward
import dev.rankine.ops.where

/** Functions of two operands. */
internal val arithmeticKernels: List<Pair<Op<*>, PlainKernel<*>>> =
    listOf(
        add to binaryF32 { a, b -> a + b },
        add to binaryF64 { a, b -> a + b },
        add to binaryI64 { a, b -> a + b },
        add to binaryI32 { a, b -> a + b },
        sub to binaryF32 { a, b -> a - b },
        sub to binaryF64 { a, b -> a - b },
        sub to binaryI64 { a, b -> a - b },
        sub to binaryI32 { a, b -> a - b },
        mul to binaryF32 { a, b -> a * b },
        mul to binaryF64 { a, b -> a * b },
        mul to binaryI64 { a, b -> a * b },
        mul to binaryI32 { a, b -> a * b },
        div to binaryF32 { a, b -> a / b },
        div to binaryF64 { a, b -> a / b },
        maximum to binaryF32 { a, b -> Math.max(a, b) },
        maximum to binaryF64 { a, b -> Math.max(a, b) },
        maximum to binaryI64 { a, b -> Math.max(a, b) },
        maximum to binaryI32 { a, b -> Math.max(a, b) },
        minimum to binaryF32 { a, b -> Math.min(a, b) },
        minimum to binaryF64 { a, b -> Math.min(a, b) },
        minimum to binaryI64 { a, b -> Math.min(a, b) },
        minimum to binaryI32 { a, b -> Math.min(a, b) },
        reluBackward to binaryF32 { dy, y -> Float.fromBits(dy.toRawBits() and aboveZero(y.toRawBits())) },
        reluBackward to binaryF64 { dy, y -> Double.fromBits(dy.toRawBits() and aboveZero(y.toRawBits())) },
        sigmoidBackward to binaryF32 { dy, y -> dy * ((1f - y) * y) },
        sigmoidBackward to binaryF64 { dy, y -> dy * ((1.0 - y) * y) },
        tanhBackward to binaryF32 { dy, y -> dy * (1f - y * y) },
        tanhBackward to binaryF64 { dy, y -> dy * (1.0 - y * y) },
        neg to unaryF32 { -it },
        neg to unaryF64 { -it },
        neg to unaryI64 { -it },
        neg to unaryI32 { -it },
    )

/** Choices by a bool. */
internal val choiceKernels: List<Pair<Op<*>, PlainKernel<*>>> =
    listOf(where to choiceF32, where to choiceF64, where to choiceI64, where to choiceI32)

/** Comparisons. */
internal val comparisonKernels: List<Pair<Op<*>, PlainKernel<*>>> =
    listOf(
        eq to compareF32 { a, b -> a == b },
        eq to compareF64 { a, b -> a == b },
        eq to compareI64 { a, b -> a == b },
        eq to compareI32 { a, b -> a == b },
        ne to compareF32 { a, b -> a != b },
        ne to compareF64 { a, b -> a != b },
        ne to compareI64 { a, b -> a != b },
        ne to compareI32 { a, b -> a != b },
        lt to compareF32 { a, b -> a < b },
        lt to compareF64 { a, b -> a < b },
        lt to compareI64 { a, b -> a < b },
        lt to compareI32 { a, b -> a < b },
        le to compareF32 { a, b -> a <= b },
        le to compareF64 { a, b -> a <= b },
        le to compareI64 { a, b -> a <= b },
        le to compareI32 { a, b -> a <= b },
        gt to compareF32 { a, b -> a > b },
        gt to compareF64 { a, b -> a > b },
        gt to compareI64 { a, b -> a > b },
        gt to compareI32 { a, b -> a > b },
        ge to compareF32 { a, b -> a >= b },
        ge to compareF64 { a, b -> a >= b },
        ge to compareI64 { a, b -> a >= b },
        ge to compareI32 { a, b -> a >= b },
    )

/** Functions of one operand. */
internal val functionKernels: List<Pair<Op<*>, PlainKernel<*>>> =
    listOf(
        exp to unaryF32(COSTLY_GRAIN) { exponential(it) },
        exp to unaryF64(COSTLY_GRAIN) { Math.exp(it) },
        erf to ErrorFunctionF32,
        erfc to ComplementaryErrorFunctionF32,
        log to unaryF32(COSTLY_GRAIN) { Math.log(it.toDouble()).toFloat() },
        log to unaryF64(COSTLY_GRAIN) { Math.log(it) },
        sqrt to unaryF32 { Math.sqrt(it.toDouble()).toFloat() },
        sqrt to unaryF64 { Math.sqrt(it) },
        rsqrt to unaryF32 { (1.0 / Math.sqrt(it.toDouble())).toFloat() },
        rsqrt to unaryF64 { 1.0 / Math.sqrt(it) },
        reciprocal to unaryF32 { 1f / it },
        reciprocal to unaryF64 { 1.0 / it },
        abs to unaryF32 { Math.abs(it) },
        abs to unaryF64 { Math.abs(it) },
        relu to unaryF32 { Math.max(it, 0f) },
        relu to unaryF64 { Math.max(it, 0.0) },
        tanh to unaryF32(COSTLY_GRAIN) { hyperbolicTangent(it) },
        tanh to unaryF64(COSTLY_GRAIN) { Math.tanh(it) },
        sigmoid to unaryF32(COSTLY_GRAIN) { logistic(it) },
        sigmoid to unaryF64(COSTLY_GRAIN) { logistic(it) },
    )

/** All bits set if the number of these bits is above zero or NaN, else none; a branch would be mispredicted every other time. */
private fun aboveZero(bits: Int): Int = ((bits.inv() and -bits) or (0x7f800000 - (bits and Int.MAX_VALUE))) shr 31

private fun aboveZero(bits: Long): Long = ((bits.inv() and -bits) or (0x7ff0000000000000L - (bits and Long.MAX_VALUE))) shr 63

private fun logistic(x: Double): Double = if (x >= 0.0) 1.0 / (1.0 + Math.exp(-x)) else Math.exp(x).let { it / (1.0 + it) }
