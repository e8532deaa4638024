package dev.rankine.golden.ops

import dev.rankine.ops.Op1
import dev.rankine.ops.Op2
import dev.rankine.ops.abs
import dev.rankine.ops.acos
import dev.rankine.ops.asin
import dev.rankine.ops.atan
import dev.rankine.ops.atan2
import dev.rankine.ops.bitwiseAnd
import dev.rankine.ops.bitwiseNot
import dev.rankine.ops.bitwiseOr
import dev.rankine.ops.bitwiseXor
import dev.rankine.ops.ceil
import dev.rankine.ops.clampMax
import dev.rankine.ops.clampMin
import dev.rankine.ops.cos
import dev.rankine.ops.cosh
import dev.rankine.ops.eq
import dev.rankine.ops.erf
import dev.rankine.ops.erfc
import dev.rankine.ops.exp
import dev.rankine.ops.exp2
import dev.rankine.ops.expm1
import dev.rankine.ops.floor
import dev.rankine.ops.floorDivide
import dev.rankine.ops.fmod
import dev.rankine.ops.ge
import dev.rankine.ops.gt
import dev.rankine.ops.hardsigmoid
import dev.rankine.ops.hardswish
import dev.rankine.ops.hypot
import dev.rankine.ops.invoke
import dev.rankine.ops.isfinite
import dev.rankine.ops.isinf
import dev.rankine.ops.isnan
import dev.rankine.ops.le
import dev.rankine.ops.log
import dev.rankine.ops.log10
import dev.rankine.ops.log1p
import dev.rankine.ops.log2
import dev.rankine.ops.logSigmoid
import dev.rankine.ops.logicalAnd
import dev.rankine.ops.logicalNot
import dev.rankine.ops.logicalOr
import dev.rankine.ops.logicalXor
import dev.rankine.ops.lt
import dev.rankine.ops.maximum
import dev.rankine.ops.minimum
import dev.rankine.ops.mish
import dev.rankine.ops.mul
import dev.rankine.ops.ne
import dev.rankine.ops.neg
import dev.rankine.ops.pow
import dev.rankine.ops.reciprocal
import dev.rankine.ops.relu
import dev.rankine.ops.remainder
import dev.rankine.ops.rsqrt
import dev.rankine.ops.sigmoid
import dev.rankine.ops.sign
import dev.rankine.ops.silu
import dev.rankine.ops.sin
import dev.rankine.ops.sinh
import dev.rankine.ops.softsign
import dev.rankine.ops.sqrt
import dev.rankine.ops.square
import dev.rankine.ops.tan
import dev.rankine.ops.tanh
import dev.rankine.ops.tanhshrink
import dev.rankine.ops.trunc
import dev.rankine.ops.xlogy

/** Ops that are called by their row, without further arguments. */
internal fun AdapterTable.elementwiseRows() {
    for (row in UNARY) op(row.names.torch, "input") { row(tensor("input")) }
    for (row in BINARY) op(row.names.torch, "input other") { row(tensor("input"), tensor("other")) }
}

private val UNARY: List<Op1<Unit>> =
    listOf(
        listOf(neg, abs, sign, square, sqrt, rsqrt, reciprocal, floor, ceil, trunc),
        listOf(exp, log, expm1, log1p, exp2, log2, log10, erf, erfc),
        listOf(sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, tanhshrink),
        listOf(sigmoid, logSigmoid, silu, mish, softsign, relu, hardsigmoid, hardswish),
        listOf(isnan, isinf, isfinite, logicalNot, bitwiseNot),
    ).flatten()

private val BINARY: List<Op2<Unit>> =
    listOf(
        listOf(mul, floorDivide, remainder, fmod, pow, xlogy, atan2, hypot, maximum, minimum, clampMin, clampMax),
        listOf(eq, ne, lt, le, gt, ge, logicalAnd, logicalOr, logicalXor, bitwiseAnd, bitwiseOr, bitwiseXor),
    ).flatten()
