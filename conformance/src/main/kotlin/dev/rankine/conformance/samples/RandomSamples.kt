package dev.rankine.conformance.samples

import dev.rankine.conformance.Case
import dev.rankine.conformance.Draw
import dev.rankine.conformance.Lengths
import dev.rankine.conformance.Sample
import dev.rankine.conformance.elementwise
import dev.rankine.ops.BernoulliAttributes
import dev.rankine.ops.DropoutAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.RandomAttributes
import dev.rankine.ops.RandomIntegerAttributes
import dev.rankine.ops.bernoulliOp
import dev.rankine.ops.dropoutOp
import dev.rankine.ops.normalOp
import dev.rankine.ops.randintOp
import dev.rankine.ops.randpermOp
import dev.rankine.ops.uniformOp
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

private const val SEED = 0x5eed_0123_4567_89abL
private const val COUNTER = 5L

/** Sample calls of the rows that draw random numbers: the same numbers on every backend. */
internal val randomSamples: List<Sample<*>> =
    DType.entries.filter { it.isFloating }.flatMap { dtype ->
        listOf(drawn(uniformOp, dtype) { it }, drawn(normalOp, dtype) { it })
    } +
        DType.entries.flatMap { dtype ->
            listOf(
                drawn(bernoulliOp, dtype) { BernoulliAttributes(0.3, it) },
                drawn(randintOp, dtype) { RandomIntegerAttributes(0, if (dtype == DType.BOOL) 2 else 100, it) },
            )
        } +
        listOf(DType.I32, DType.I64).map { dtype ->
            Sample(
                randpermOp,
                "$dtype",
                listOf(6, 0, 1, 7, 33, 1000),
            ) { Case(RandomAttributes(Sizes.of(it), dtype, SEED, COUNTER), emptyList()) }
        } +
        elementwise(dropoutOp, DropoutAttributes(0.4, SEED, COUNTER), Draw.between(-3.0, 3.0, 0.0))

private fun <A : Any> drawn(op: Op<A>, dtype: DType, attributes: (RandomAttributes) -> A): Sample<A> =
    Sample(op, "$dtype", Lengths.ELEMENTWISE) { Case(attributes(RandomAttributes(Lengths.plane(it), dtype, SEED, COUNTER)), emptyList()) }
