package dev.rankine.conformance.samples

import dev.rankine.conformance.Draw
import dev.rankine.conformance.Lengths
import dev.rankine.conformance.Operand
import dev.rankine.conformance.Sample
import dev.rankine.conformance.elementwise
import dev.rankine.conformance.sample
import dev.rankine.conformance.sized
import dev.rankine.ops.CastAttributes
import dev.rankine.ops.ClampAttributes
import dev.rankine.ops.LogitAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.RoundAttributes
import dev.rankine.ops.ScaleAttributes
import dev.rankine.ops.abs
import dev.rankine.ops.acos
import dev.rankine.ops.acosh
import dev.rankine.ops.add
import dev.rankine.ops.addcdivOp
import dev.rankine.ops.addcmulOp
import dev.rankine.ops.asin
import dev.rankine.ops.asinh
import dev.rankine.ops.atan
import dev.rankine.ops.atan2
import dev.rankine.ops.atanh
import dev.rankine.ops.bitwiseAnd
import dev.rankine.ops.bitwiseNot
import dev.rankine.ops.bitwiseOr
import dev.rankine.ops.bitwiseXor
import dev.rankine.ops.castOp
import dev.rankine.ops.ceil
import dev.rankine.ops.clampBetween
import dev.rankine.ops.clampMax
import dev.rankine.ops.clampMin
import dev.rankine.ops.clampOp
import dev.rankine.ops.copy
import dev.rankine.ops.cos
import dev.rankine.ops.cosh
import dev.rankine.ops.div
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
import dev.rankine.ops.hypot
import dev.rankine.ops.isfinite
import dev.rankine.ops.isinf
import dev.rankine.ops.isnan
import dev.rankine.ops.le
import dev.rankine.ops.lerp
import dev.rankine.ops.log
import dev.rankine.ops.log10
import dev.rankine.ops.log1p
import dev.rankine.ops.log2
import dev.rankine.ops.logaddexp
import dev.rankine.ops.logicalAnd
import dev.rankine.ops.logicalNot
import dev.rankine.ops.logicalOr
import dev.rankine.ops.logicalXor
import dev.rankine.ops.logitOp
import dev.rankine.ops.lt
import dev.rankine.ops.maximum
import dev.rankine.ops.minimum
import dev.rankine.ops.mul
import dev.rankine.ops.ne
import dev.rankine.ops.neg
import dev.rankine.ops.pow
import dev.rankine.ops.reciprocal
import dev.rankine.ops.remainder
import dev.rankine.ops.round
import dev.rankine.ops.roundDecimals
import dev.rankine.ops.rsqrt
import dev.rankine.ops.sign
import dev.rankine.ops.sin
import dev.rankine.ops.sinh
import dev.rankine.ops.sqrt
import dev.rankine.ops.square
import dev.rankine.ops.sub
import dev.rankine.ops.tan
import dev.rankine.ops.tanh
import dev.rankine.ops.tanhshrink
import dev.rankine.ops.trunc
import dev.rankine.ops.truncDivide
import dev.rankine.ops.where
import dev.rankine.ops.xlogy
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

private val real = Draw.between(-3.0, 3.0, 0.0)
private val positive = Draw.between(0.3, 3.0)
private val unit = Draw.between(-0.9, 0.9, 0.0)
private val probability = Draw.between(0.1, 0.9)
private val bits = Draw.whole(0, 7)

/** Sample calls of the rows that map elements. */
internal val elementwiseSamples: List<Sample<*>> = ones() + pairs() + triples() + predicates() + casts()

private fun ones(): List<Sample<*>> =
    listOf(abs, copy, cos, erf, erfc, exp, exp2, expm1, neg, sign, sin, sinh, cosh, square, atan, tanh, tanhshrink, asinh).map {
        elementwise(it, real)
    } +
        listOf(floor, ceil, trunc, round).map {
            elementwise(it, Draw.between(-3.0, 3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 2.5))
        } +
        listOf(log, log2, log10, sqrt, rsqrt, reciprocal, log1p).map { elementwise(it, positive) } +
        listOf(asin, acos, atanh).map { elementwise(it, unit) } +
        elementwise(acosh, Draw.between(1.1, 3.0)) +
        elementwise(logitOp, LogitAttributes(null), probability) +
        elementwise(logitOp, LogitAttributes(0.2), Draw.between(0.0, 1.0, 0.2, 0.8), label = "bounded") +
        elementwise(tan, Draw.between(-1.2, 1.2)) +
        elementwise(roundDecimals, RoundAttributes(1), Draw.between(1.001, 1.009), label = "one decimal")

private fun pairs(): List<Sample<*>> =
    listOf(add, sub, mul, atan2, hypot, logaddexp, maximum, minimum, clampMin, clampMax).flatMap { pair(it, real, real) } +
        listOf(div, floorDivide, truncDivide, remainder, fmod, pow).flatMap { pair(it, positive, positive) } +
        listOf(div, floorDivide, truncDivide, remainder, fmod).map { elementwise(it, real, Draw.nonzero(-3.0, 3.0)).labelled("signs") } +
        pair(xlogy, real, positive) +
        listOf(bitwiseAnd, bitwiseOr, bitwiseXor).map { elementwise(it, bits, bits) } +
        elementwise(bitwiseNot, bits)

private fun triples(): List<Sample<*>> =
    listOf(
        elementwise(lerp, real, real, probability),
        elementwise(addcmulOp, ScaleAttributes(0.5), real, real, real).labelled("half"),
        elementwise(addcdivOp, ScaleAttributes(0.5), real, real, positive).labelled("half"),
        elementwise(clampBetween, real, Draw.between(-2.0, -1.0), Draw.between(1.0, 2.0)),
        elementwise(clampOp, ClampAttributes(-1.0, 1.5), Draw.between(-3.0, 3.0, -1.0, 1.5), label = "both"),
        elementwise(clampOp, ClampAttributes(null, 1L), Draw.between(-3.0, 3.0, 1.0), label = "above"),
        sized(where, Unit, lengths = Lengths.ELEMENTWISE) { length ->
            val sizes = Lengths.plane(length)
            listOf(Operand(sizes, Draw.whole(0, 2), DType.BOOL), Operand(sizes, real), Operand(sizes, real))
        },
        sample(
            where,
            Operand(Sizes.of(3), Draw.whole(0, 2), DType.BOOL),
            Operand(Sizes.of(2, 1), real),
            Operand(Sizes.SCALAR, real),
            label = "broadcast",
        ),
    )

private fun predicates(): List<Sample<*>> =
    listOf(eq, ne, lt, le, gt, ge).flatMap { listOf(elementwise(it, bits, bits), broadcast(it, bits, bits)) } +
        listOf(logicalAnd, logicalOr, logicalXor).map { elementwise(it, Draw.whole(0, 2), Draw.whole(0, 2)) } +
        listOf(logicalNot).map { elementwise(it, Draw.whole(0, 2)) } +
        listOf(isnan, isinf, isfinite).map { elementwise(it, real) }

private fun casts(): List<Sample<*>> = DType.entries.map { elementwise(castOp, CastAttributes(it), real, label = "to $it") }

private fun pair(op: Op<Unit>, a: Draw, b: Draw): List<Sample<*>> = listOf(elementwise(op, a, b), broadcast(op, a, b))

private fun broadcast(op: Op<Unit>, a: Draw, b: Draw): Sample<Unit> =
    sample(op, Operand(Sizes.of(2, 1, 3), a), Operand(Sizes.of(2, 1), b), label = "broadcast")

private fun <A : Any> Sample<A>.labelled(label: String): Sample<A> = Sample(op, label, lengths, case)
