package dev.rankine.benchmarks.compare

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.util.zip.ZipEntry
import java.util.zip.ZipFile

internal class ScriptTest :
    FunSpec({
        test("an archive has the program, a module without parts, no constants and the version of the format, none of them packed") {
            ZipFile(Script.file("y = torch.add(x0, x1)\nreturn [y]", inputs = 2)).use { zip ->
                val entries = zip.entries().toList()
                entries.map { it.name } shouldBe listOf("data.pkl", "code/__torch__.py", "constants.pkl", "version").map { "work/$it" }
                entries.map { it.method }.toSet() shouldBe setOf(ZipEntry.STORED)

                fun bytes(name: String) = zip.getInputStream(zip.getEntry("work/$name")).readBytes()
                String(bytes("code/__torch__.py")) shouldBe
                    """
                    class Work(Module):
                      __parameters__ = []
                      __buffers__ = []
                      training : bool
                      def forward(self: __torch__.Work,
                        x0: Tensor,
                        x1: Tensor) -> List[Tensor]:
                        y = torch.add(x0, x1)
                        return [y]

                    """.trimIndent()
                // protocol 2; the class, an empty tuple, new object; a dictionary with "training" and false; build, stop
                hex(bytes("data.pkl")) shouldBe
                    "8002" + hex("c__torch__\nWork\n)".toByteArray()) + "81" + hex("}(X".toByteArray()) + "08000000" +
                    hex("training".toByteArray()) + "89" + hex("ub.".toByteArray())
                // protocol 2; an empty tuple; stop
                hex(bytes("constants.pkl")) shouldBe "8002292e"
                String(bytes("version")) shouldBe "3\n"
            }
        }
        test("the indentation that a program has in Kotlin is not part of it") {
            ZipFile(Script.file("\n            return [x0]\n        ", inputs = 1)).use { zip ->
                String(zip.getInputStream(zip.getEntry("work/code/__torch__.py")).readBytes()).lines().dropLast(1).last() shouldBe
                    "    return [x0]"
            }
        }
    })

private fun hex(bytes: ByteArray) = bytes.joinToString("") { "%02x".format(it) }
