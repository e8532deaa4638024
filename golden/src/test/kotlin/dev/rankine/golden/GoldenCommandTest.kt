package dev.rankine.golden

import dev.rankine.ops.Value
import dev.rankine.ops.valueOf
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

internal class GoldenCommandTest :
    FunSpec({
        val folder = tempdir().toPath()
        var files = 0

        fun zeros(count: Int) = valueOf(FloatArray(count), count)

        fun floats(vararg numbers: Float) = valueOf(numbers, numbers.size)

        /** exp at 0 and 1 by hand; the gradient of exp at 0 is 1, at 1 it is e. */
        fun expFile(
            tensors: Map<String, Value> = emptyMap(),
            extra: String = "",
            input: String = "",
            output: String = "",
            op: String = "exp",
        ): Path {
            val all = mapOf("x" to floats(0f, 1f), "y" to floats(1f, 2.7182817f)) + tensors
            val case = """{"id":"$op#f0","args":[{"t":"x"$input}],"kwargs":{},"out":{"t":"y"$output}$extra}"""
            return writeGolden(folder.resolve("${files++}/$op.safetensors"), op, case, all)
        }

        fun lines(path: Path, status: Int, vararg options: String): List<String> =
            runGolden(*options, "--backend", "plain", path.toString()).also { it.status shouldBe status }.lines.drop(1)

        test("a case that agrees") {
            lines(expFile(), 0) shouldBe listOf("exp  1 passed", "1 passed, 0 failed, 0 absent")
        }

        test("the first line names the backend") {
            runGolden("--backend", "plain", expFile().toString()).lines.first() shouldContain "plain: "
        }

        test("a wrong number names case, element, both numbers and the tolerance") {
            lines(expFile(mapOf("y" to floats(1f, 2.72f))), 1) shouldBe
                listOf(
                    "exp  1 failed: exp#f0 element 1: 2.7182817 expected 2.72 (tolerance 0.00028)",
                    "0 passed, 1 failed, 0 absent",
                )
        }

        test("PyTorch's own error widens the tolerance") {
            lines(expFile(mapOf("y" to floats(1f, 2.72f)), output = ""","e":0.00035"""), 1).last() shouldBe "0 passed, 1 failed, 0 absent"
            lines(expFile(mapOf("y" to floats(1f, 2.72f)), output = ""","e":0.00037"""), 0).last() shouldBe "1 passed, 0 failed, 0 absent"
            lines(expFile(mapOf("y" to floats(1f, 2.72f)), output = ""","e":-1"""), 1).last() shouldBe "0 passed, 1 failed, 0 absent"
        }

        test("infinities and NaN agree with themselves only") {
            val x = floats(Float.POSITIVE_INFINITY, Float.NaN)
            lines(expFile(mapOf("x" to x, "y" to x)), 0).last() shouldBe "1 passed, 0 failed, 0 absent"
            lines(expFile(mapOf("x" to floats(0f, Float.NaN), "y" to x)), 1)[0] shouldContain "element 0: 1.0 expected Infinity"
            lines(expFile(mapOf("x" to floats(1e9f, 0f), "y" to floats(1f, 1f))), 1)[0] shouldContain "element 0: Infinity expected 1.0"
            lines(expFile(mapOf("y" to floats(1f, Float.NaN))), 1)[0] shouldContain "element 1: 2.7182817 expected NaN"
        }

        test("other sizes or types are a failure, in ill cases too") {
            for (extra in listOf("", ""","ill":true""")) {
                lines(expFile(mapOf("y" to zeros(3)), extra), 1)[0] shouldBe "exp  1 failed: exp#f0 float32 [2] expected float32 [3]"
                lines(expFile(mapOf("y" to valueOf(DoubleArray(2), 2)), extra), 1)[0] shouldBe
                    "exp  1 failed: exp#f0 float32 [2] expected float64 [2]"
            }
        }

        test("the numbers of ill cases do not matter") {
            lines(expFile(mapOf("y" to zeros(2)), ""","ill":true"""), 0).last() shouldBe "1 passed, 0 failed, 0 absent"
        }

        test("gradients are compared; null stands for zeros") {
            val known = mapOf("up" to floats(2f, 1f), "g" to floats(2f, 2.7182817f))
            val up = ""","gout":"up""""
            lines(expFile(known, input = ""","grad":"g"""", output = up), 0).last() shouldBe "1 passed, 0 failed, 0 absent"
            lines(expFile(known + ("g" to floats(2f, 3f)), input = ""","grad":"g"""", output = up), 1)[0] shouldContain
                "gradient of input 1 element 1: 2.7182817 expected 3.0"
            lines(expFile(known, input = ""","grad":null""", output = up), 1)[0] shouldContain
                "gradient of input 1 element 0: 2.0 expected 0.0"
        }

        test("an op that Rankine does not have is absent") {
            lines(expFile(op = "no_such_op"), 0) shouldBe listOf("no_such_op  absent", "0 passed, 0 failed, 1 absent")
            lines(expFile(op = "no_such_op"), 0, "--verbose")[0] shouldBe "  no_such_op#f0 absent: no op no_such_op"
        }

        test("an argument that the op does not know is a failure, not a pass") {
            val case = """{"id":"exp#f0","args":[{"t":"x"}],"kwargs":{"base":2},"out":{"t":"x"}}"""
            val path = writeGolden(folder.resolve("unread/exp.safetensors"), "exp", case, mapOf("x" to floats(0f)))
            lines(path, 1)[0] shouldBe "exp  1 failed: exp#f0 the adapter does not read base"
        }

        test("a call that throws is a failure with the message") {
            val case = """{"id":"matmul#f0","args":[{"t":"x"},{"t":"y"}],"kwargs":{},"out":{"t":"x"}}"""
            val path = writeGolden(folder.resolve("throws/matmul.safetensors"), "matmul", case, mapOf("x" to zeros(2), "y" to zeros(3)))
            lines(path, 1)[0] shouldContain "matmul  1 failed: matmul#f0 matmul: "
        }

        test("folders, folders in them and zip files in them are walked in the order of names") {
            val tree = folder.resolve("tree")
            Files.createDirectories(tree.resolve("b"))
            Files.copy(expFile(), tree.resolve("b/exp.safetensors"))
            ZipOutputStream(Files.newOutputStream(tree.resolve("a.zip"))).use { zip ->
                for ((name, path) in listOf(
                    "neg.safetensors" to expFile(op = "neg"),
                    "exp.safetensors" to expFile(),
                    "notes.txt" to null,
                )) {
                    zip.putNextEntry(ZipEntry(name))
                    if (path != null) zip.write(Files.readAllBytes(path))
                }
            }
            lines(tree, 1).map { it.substringBefore(':') } shouldBe
                listOf("exp  1 passed", "neg  1 failed", "exp  1 passed", "2 passed, 1 failed, 0 absent")
            lines(tree, 0, "--only", "^exp$").last() shouldBe "2 passed, 0 failed, 0 absent"
            lines(tree, 1, "--only", "neg#f0").last() shouldBe "0 passed, 1 failed, 0 absent"
        }

        test("nothing to run is status 2") {
            val text = Files.write(folder.resolve("text.safetensors"), "no golden file".toByteArray())
            val broken = Files.write(folder.resolve("broken.zip"), "no zip file".toByteArray())
            val empty = Files.createDirectory(folder.resolve("nothing"))
            val plain = folder.resolve("plain/model.safetensors").also { Files.createDirectories(it.parent) }
            dev.rankine.io.Safetensors
                .save(plain, mapOf("w" to zeros(1)))
            for (path in listOf(text, broken, empty, plain, folder.resolve("missing"), folder.resolve("missing.zip"))) {
                runGolden(path.toString()).status shouldBe 2
            }
            runGolden().status shouldBe 2
            runGolden("--backend", "abacus", expFile().toString()).status shouldBe 2
            runGolden("--only", "(", expFile().toString()).status shouldBe 2
            runGolden("--only", "cosine", expFile().toString()).status shouldBe 2
            runGolden("--wrong", expFile().toString()).status shouldBe 2
            runGolden("--help").status shouldBe 0
        }
    })
