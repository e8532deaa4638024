package dev.rankine.conformance

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import java.io.File

internal class LayeringTest :
    FunSpec({
        test("the repository keeps to its map") {
            val root = File(System.getProperty("rankine.root"))
            File(root, "shapes/pom.xml").isFile shouldBe true
            Layering(root).breaches().shouldBeEmpty()
        }

        fun breaches(module: String, path: String, text: String): List<String> {
            val root = tempdir()
            File(root, "$module/pom.xml").apply { parentFile.mkdirs() }.writeText("")
            File(root, "$module/src/$path").apply { parentFile.mkdirs() }.writeText(text)
            return Layering(root).breaches()
        }

        test("an import against the arrows is a breach") {
            breaches("shapes", "main/kotlin/A.kt", "package dev.rankine.shapes\n\nimport dev.rankine.ops.Value\n") shouldContainExactly
                listOf("shapes/src/main/kotlin/A.kt:3: shapes may not import ops")
            breaches("nn", "main/kotlin/A.kt", "package dev.rankine.nn\nval t = dev.rankine.autodiff.Tape()\n") shouldContainExactly
                listOf("nn/src/main/kotlin/A.kt:2: nn may not import autodiff")
            breaches("ops", "main/java/A.java", "package dev.rankine.ops;\nimport dev.rankine.tensor.Tensor;\n") shouldContainExactly
                listOf("ops/src/main/java/A.java:2: ops may not import tensor-dsl")
            breaches("train", "main/kotlin/A.kt", "package dev.rankine.train\nimport dev.rankine.conformance.Draw\n") shouldContainExactly
                listOf("train/src/main/kotlin/A.kt:2: train may not import conformance")
        }
        test("a module in a module is judged as that one") {
            val root = tempdir()
            for (pom in listOf("samples/pom.xml", "samples/moons/pom.xml")) File(root, pom).apply { parentFile.mkdirs() }.writeText("")
            val source = "package dev.rankine.samples.moons\nimport dev.rankine.train.Trainer\nimport dev.rankine.conformance.Draw\n"
            File(root, "samples/moons/src/main/kotlin/A.kt").apply { parentFile.mkdirs() }.writeText(source)
            Layering(root).breaches() shouldContainExactly
                listOf("samples/moons/src/main/kotlin/A.kt:3: samples may not import conformance")
        }
        test("imports along the arrows, in tests and in comments are none") {
            breaches("nn", "main/kotlin/A.kt", "package dev.rankine.nn\nimport dev.rankine.tensor.Tensor\n").shouldBeEmpty()
            breaches("shapes", "test/kotlin/A.kt", "package dev.rankine.shapes\nimport dev.rankine.ops.Value\n").shouldBeEmpty()
            breaches("shapes", "main/kotlin/A.kt", "package dev.rankine.shapes\n/**\n * See dev.rankine.ops.Value\n */\n").shouldBeEmpty()
        }
        test("a package of another module and an unknown module are breaches") {
            breaches("optim", "main/kotlin/A.kt", "package dev.rankine.nn\n") shouldContainExactly
                listOf("optim/src/main/kotlin/A.kt:1: package nn belongs to another module")
            breaches("extra", "main/kotlin/A.kt", "package dev.rankine.extra\n") shouldContainExactly
                listOf("extra/src/main/kotlin/A.kt: nothing says what module extra may import")
        }
        test("long files and empty names are breaches") {
            breaches("ops", "test/kotlin/A.kt", "//\n".repeat(401)) shouldContainExactly
                listOf("ops/src/test/kotlin/A.kt: 401 lines, at most 400")
            breaches("ops", "test/kotlin/A.kt", "//\n".repeat(400)).shouldBeEmpty()
            breaches("ops", "test/kotlin/TensorUtil.kt", "internal class Tape" + "Manager\n") shouldContainExactly
                listOf(
                    "ops/src/test/kotlin/TensorUtil.kt:1: TapeManager ends in Manager, which says nothing",
                    "ops/src/test/kotlin/TensorUtil.kt: the name ends in Util, which says nothing",
                )
        }
    })
