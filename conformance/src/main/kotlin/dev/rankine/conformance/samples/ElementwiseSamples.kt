package dev.rankine.conformance.samples

import dev.rankine.conformance.Draw
import dev.rankine.conformance.Lengths
import dev.rankine.conformance.Operand
import dev.rankine.conformance.Sample
import dev.rankine.conformance.elementwise
import dev.rankine.conformance.sample
import dev.rankine.conformance.sized
import dev.rankine.ops.*
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
    listOf(abs, copy, cos, erf, erfc, exp, exp2, expm1, neg, sign, sin, sinh, cosh, square, atan, tanh, tanhshrink, asinh).map { elementwise(it, real) } +
        listOf(floor, ceil, trunc, round).map { elementwise(it, Draw.between(-3.0, 3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 2.5)) } +
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
