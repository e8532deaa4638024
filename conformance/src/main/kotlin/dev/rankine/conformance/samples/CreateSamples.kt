package dev.rankine.conformance.samples

import dev.rankine.conformance.Sample
import dev.rankine.conformance.sample
import dev.rankine.ops.ArangeAttributes
import dev.rankine.ops.EyeAttributes
import dev.rankine.ops.FullAttributes
import dev.rankine.ops.LinspaceAttributes
import dev.rankine.ops.arangeOp
import dev.rankine.ops.eyeOp
import dev.rankine.ops.fullOp
import dev.rankine.ops.linspaceOp
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/** Sample calls of the rows that make values from nothing. */
internal val createSamples: List<Sample<*>> =
    DType.entries.map { dtype ->
        sample(fullOp, FullAttributes(Sizes.of(3, 5), if (dtype.isFloating) 1.5 else 1L, dtype), label = "$dtype")
    } +
        listOf(
            sample(arangeOp, ArangeAttributes(2L, 3L, 7, DType.I64), label = "integers"),
            sample(arangeOp, ArangeAttributes(10L, -1L, 20, DType.U8), label = "bytes that wrap around"),
            sample(arangeOp, ArangeAttributes(-0.5, 0.1, 33, DType.F32), label = "fractions"),
            sample(arangeOp, ArangeAttributes(0.0, 0.25, 0, DType.F64), label = "no element"),
            sample(linspaceOp, LinspaceAttributes(-1.0, 2.0, 33, DType.F32)),
            sample(linspaceOp, LinspaceAttributes(-1.0, 2.0, 1, DType.F64), label = "one"),
            sample(eyeOp, EyeAttributes(3, 5, DType.F32)),
            sample(eyeOp, EyeAttributes(4, 2, DType.BOOL), label = "booleans"),
        )
