package dev.rankine.kernels

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty

/** Generated loops of every width against an interpreter of their terms. */
internal class GeneratedLoopTest :
    FunSpec({
        for (bits in listOf(128, 256, 512)) {
            test("loops of $bits bits do what their terms say") { trial("LoopTrial", bits).take(5).shouldBeEmpty() }
            test("loops of $bits bits are methods that compilers take") { trial("SizeTrial", bits).take(5).shouldBeEmpty() }
        }
    })

/** What the class [name] of the lanes of [bits] says. */
@Suppress("UNCHECKED_CAST")
private fun trial(name: String, bits: Int): List<String> {
    val type = Class.forName("dev.rankine.kernels.lanes.$name", true, LaneKernels.loader(bits))
    return (type.getDeclaredConstructor().newInstance() as () -> List<String>)()
}
