package dev.rankine.kernels

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty

/** The products of matrices at every width of vectors. */
internal class GemmTest :
    FunSpec({
        for (bits in listOf(128, 256, 512)) {
            test("products of all sizes and strides with vectors of $bits bits") {
                val cases = Class.forName("dev.rankine.kernels.lanes.GemmCases", true, LaneKernels.loader(bits))

                @Suppress("UNCHECKED_CAST")
                val problems = cases.getDeclaredConstructor().newInstance() as () -> List<String>
                problems().shouldBeEmpty()
            }
        }
    })
