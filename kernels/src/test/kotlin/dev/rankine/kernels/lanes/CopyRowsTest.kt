package dev.rankine.kernels.lanes

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.lang.foreign.Arena
import java.lang.foreign.ValueLayout.JAVA_BYTE

internal class CopyRowsTest :
    FunSpec({
        test("rows of any number of bytes, and nothing beside them") {
            for (bytes in (0..300) + listOf(2047, 2048, 2049)) {
                val (read, written) = bytes + 3 to bytes + 5
                Arena.ofConfined().use { arena ->
                    val from = arena.allocate(3L * read)
                    val to = arena.allocate(3L * written)
                    for (i in 0L..<from.byteSize()) from.set(JAVA_BYTE, i, (i % 127 + 1).toByte())
                    CopyRows.copy(from.address(), read.toLong(), to.address(), written.toLong(), 3, bytes.toLong())
                    val found = List(3 * written) { to.get(JAVA_BYTE, it.toLong()).toInt() }
                    val expected = List(3 * written) { if (it % written < bytes) (it / written * read + it % written) % 127 + 1 else 0 }
                    withClue("$bytes bytes") { found shouldBe expected }
                }
            }
        }
    })
