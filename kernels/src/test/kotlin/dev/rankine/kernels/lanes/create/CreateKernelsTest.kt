package dev.rankine.kernels.lanes

import dev.rankine.conformance.HostData
import dev.rankine.kernels.VectorBackend
import dev.rankine.ops.ArangeAttributes
import dev.rankine.ops.Evaluator
import dev.rankine.ops.EyeAttributes
import dev.rankine.ops.FullAttributes
import dev.rankine.ops.LinspaceAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.arangeOp
import dev.rankine.ops.eyeOp
import dev.rankine.ops.fullOp
import dev.rankine.ops.linspaceOp
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.booleans.shouldBeTrue
import io.kotest.matchers.nulls.shouldNotBeNull

/** Values from attributes alone, in sizes around a vector and above the grain: the same bits as the rows. */
internal class CreateKernelsTest :
    FunSpec({
        val rows = PlainBackend(kernels = false)
        val backends = listOf(128, 256, 512).map { VectorBackend(it, "vector-$it") }

        fun <A : Any> check(op: Op<A>, attributes: A) {
            val expected = HostData.of(Evaluator.apply(op, attributes, emptyArray(), rows)[0])
            for (backend in backends) {
                backend.kernel(op, attributes, emptyArray()).shouldNotBeNull()
                withClue("${backend.name}: ${op.name} $attributes") {
                    HostData.of(Evaluator.apply(op, attributes, emptyArray(), backend)[0]).isSame(expected).shouldBeTrue()
                }
            }
        }

        for (dtype in DType.entries) {
            test("full and eye of $dtype") {
                for (n in listOf(0, 1, 3, 17, 67, 40_003)) {
                    check(fullOp, FullAttributes(Sizes.of(n), if (dtype.isFloating) 1.3 else 1L, dtype))
                    check(fullOp, FullAttributes(Sizes.of(n), -1L, dtype))
                }
                check(fullOp, FullAttributes(Sizes.SCALAR, 2L, dtype))
                for ((m, n) in listOf(0 to 3, 1 to 1, 5 to 7, 7 to 5, 300 to 301)) check(eyeOp, EyeAttributes(m, n, dtype))
            }
        }
        test("numbers at equal distances") {
            for (n in listOf(0, 1, 2, 5, 33, 100_001)) {
                for (dtype in listOf(DType.F32, DType.F64)) {
                    check(arangeOp, ArangeAttributes(-0.7, 0.1, n, dtype))
                    check(linspaceOp, LinspaceAttributes(-1.3, 7.7, n, dtype))
                }
                for (dtype in listOf(DType.I32, DType.I64)) check(arangeOp, ArangeAttributes(1L shl 31, -3L, n, dtype))
            }
        }
    })
