package dev.rankine.benchmarks.compare

import dev.rankine.ops.invoke
import dev.rankine.ops.valueOf
import io.kotest.core.spec.style.FunSpec
import io.kotest.core.test.Enabled
import io.kotest.matchers.longs.shouldBeGreaterThan
import io.kotest.matchers.shouldBe

private val enabled = if (NumPy.orNull() == null) Enabled.disabled("this machine has no Python with NumPy") else Enabled.enabled

internal class NumPyTest :
    FunSpec({
        fun numpy(code: String) = Row("family", "work", 1.0, script = "", numpy = code) { error("nobody opens it") }

        test("takes floats, integers and Booleans, and gives what it computed").config(enabledOrReasonIf = { enabled }) {
            val inputs =
                listOf(
                    valueOf(floatArrayOf(1f, 2f, 3f, 4f), 2, 2),
                    valueOf(longArrayOf(1, 0), 2),
                    valueOf(booleanArrayOf(true, false), 2),
                )
            NumPy.orNull()!!.open(numpy("[x0 @ x0, x0[x1], np.where(x2, 5.0, 6.0)]"), inputs, 1)!!.use { side ->
                side.results().map { it.toList() } shouldBe
                    listOf(listOf(7f, 10f, 15f, 22f), listOf(3f, 4f, 1f, 2f), listOf(5f, 6f))
                side.run(10) shouldBeGreaterThan 0
            }
        }
        test("statements go before the expression, a line each or with semicolons between").config(enabledOrReasonIf = { enabled }) {
            NumPy.orNull()!!.open(numpy("y = x0 + 1\nz = y * 2\n[z]"), listOf(valueOf(floatArrayOf(1f, 2f), 2)), 1)!!.use { side ->
                side.results().single().toList() shouldBe listOf(4f, 6f)
            }
        }
        test("a row that NumPy has no words for is none of its").config(enabledOrReasonIf = { enabled }) {
            NumPy.orNull()!!.open(row("work"), emptyList(), 1) shouldBe null
        }
    })
