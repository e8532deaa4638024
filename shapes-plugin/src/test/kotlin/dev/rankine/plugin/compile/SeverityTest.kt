package dev.rankine.plugin.compile

import com.tschuchort.compiletesting.KotlinCompilation.ExitCode
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain

internal class SeverityTest :
    FunSpec({
        val wrong = listOf("Wrong.kt" to "import dev.rankine.ops.*\nval y = zeros(2, 3) matmul zeros(4, 5)\n")
        val message = "Wrong.kt:2:21 shape: matmul: k differs: 3 != 4; left [2, 3], right [4, 5]"

        test("an error unless something else is said") {
            for (options in listOf(emptyMap(), mapOf("severity" to "error"))) {
                val result = compileFiles(wrong, options = options)
                result.exitCode shouldBe ExitCode.COMPILATION_ERROR
                result.messages
                    .lines()
                    .single { message in it }
                    .take(3) shouldBe "e: "
            }
        }
        test("a warning") {
            val result = compileFiles(wrong, options = mapOf("severity" to "warning"))
            result.exitCode shouldBe ExitCode.OK
            result.messages
                .lines()
                .single { message in it }
                .take(3) shouldBe "w: "
        }
        test("off, or without the plugin: nothing") {
            for (result in listOf(compileFiles(wrong, options = mapOf("severity" to "off")), compileFiles(wrong, plugin = false))) {
                result.exitCode shouldBe ExitCode.OK
                result.messages shouldNotContain "shape"
            }
        }
        test("another word is refused in a sentence") {
            val result = compileFiles(wrong, options = mapOf("severity" to "fatal"))
            result.exitCode shouldBe ExitCode.COMPILATION_ERROR
            result.messages shouldContain "dev.rankine.shapes: no such severity: 'fatal' is none of error, warning, off"
            result.messages shouldNotContain "Exception"
        }
    })
