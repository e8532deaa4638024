package dev.rankine.kernels.lanes

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.lang.foreign.Arena
import java.lang.foreign.ValueLayout.JAVA_INT

internal class EveryOtherTest :
    FunSpec({
        test("every other element of any count, and nothing behind the last one") {
            for (count in 0..100) {
                Arena.ofConfined().use { arena ->
                    val from = arena.allocate(8L * 101)
                    val to = arena.allocate(4L * 101)
                    for (i in 0L..<202) from.setAtIndex(JAVA_INT, i, i.toInt() + 1)
                    Strided.copy(4, from.address(), 8, to.address(), 4, count)
                    List(101) { to.getAtIndex(JAVA_INT, it.toLong()) } shouldBe List(101) { if (it < count) 2 * it + 1 else 0 }
                }
            }
        }
    })
