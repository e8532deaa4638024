package dev.rankine.conformance.samples

import dev.rankine.conformance.Sample
import dev.rankine.conformance.sample
import dev.rankine.ops.FullAttributes
import dev.rankine.ops.fullOp
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/** Sample calls of the rows that make values from nothing. */
internal val createSamples: List<Sample<*>> =
    DType.entries.map { dtype ->
        sample(fullOp, FullAttributes(Sizes.of(3, 5), if (dtype.isFloating) 1.5 else 1L, dtype), label = "$dtype")
    }
