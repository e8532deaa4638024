package program

import dev.rankine.ops.AnomalyException
import dev.rankine.ops.Value
import dev.rankine.ops.detectAnomaly
import dev.rankine.ops.divInPlace
import dev.rankine.ops.exp
import dev.rankine.ops.invoke
import dev.rankine.ops.log
import dev.rankine.ops.softmax
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldStartWith

/** The number of the line that calls it. */
internal fun here(): Int = Throwable().stackTrace[1].lineNumber

private var line = 0

private class Model {
    fun forward(x: Value): Value {
        val large = exp(x).also { line = here() }
        return softmax(large, -1)
    }

    fun inside(x: Value): Value = softmax(x * Double.NaN, -1).also { line = here() }
}

/** In a package of its own: lines of the library are not the user's. */
internal class UserLineTest :
    FunSpec({
        val x = valueOf(doubleArrayOf(1.0, -1.0, 1000.0), 3)

        test("the line that called the op is named, with its function") {
            line = 0
            // the op fails before the line is known: what follows on it does not run
            val small = valueOf(doubleArrayOf(1.0), 1)
            Model().forward(small)
            shouldThrow<AnomalyException> { detectAnomaly { Model().forward(x) } }.message shouldBe
                "exp: gave Infinity at element 2\n  input 1  float64 [3] on ${x.backend.name}\n" +
                "  called at  UserLineTest.kt:$line (Model.forward)"
        }
        test("a call that leads to many ops is one line") {
            runCatching { Model().inside(x) }
            shouldThrow<AnomalyException> { detectAnomaly { Model().inside(x) } }.line shouldBe "UserLineTest.kt:$line (Model.inside)"
        }
        test("a write in place is looked at before anything is written") {
            val y = valueOf(doubleArrayOf(1.0, 2.0), 2)
            val thrown = shouldThrow<AnomalyException> { detectAnomaly { y.divInPlace(0.0) } }
            thrown.message!! shouldStartWith "div: gave Infinity at element 0"
            thrown.message!!.lines().last() shouldStartWith "  called at  UserLineTest.kt:"
            y.toDoubleArray().toList() shouldBe listOf(1.0, 2.0)
        }
        test("on another thread, the line of that thread's code") {
            var thrown: Throwable? = null
            Thread { thrown = runCatching { detectAnomaly { log(x) } }.exceptionOrNull() }.apply { start() }.join()
            (thrown as AnomalyException).line!! shouldStartWith "UserLineTest.kt:"
        }
    })
