package dev.rankine.gates

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.nulls.shouldBeNull
import io.kotest.matchers.nulls.shouldNotBeNull
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.io.File

internal class PublicApiTest :
    FunSpec({
        for (module in libraries) {
            test("the public API of ${module.name} is the recorded one") {
                val recorded = File(module, "api/${module.name}.api")
                val api = publicApi(File(module, "target/classes"))
                if (System.getProperty("generate") == "true") recorded.apply { parentFile.mkdirs() }.writeText(api)
                difference(recorded, api).shouldBeNull()
            }
        }

        val own =
            File(
                PublicApiTest::class.java.protectionDomain.codeSource.location
                    .toURI(),
            )

        test("what is public is listed, what is internal is not") {
            val shapes = publicApi(File(root, "shapes/target/classes"))
            shapes shouldContain "public final class dev/rankine/shapes/DType : java/lang/Enum {"
            publicApi(own) shouldNotContain "PublicApiTest"
        }
        test("a difference names the lines, the file and the command") {
            val recorded = File(tempdir(), "a.api").apply { writeText("one\ntwo\nthree\n") }
            difference(recorded, "one\ntwo\nthree\n").shouldBeNull()
            val text = difference(recorded, "one\n2\nthree\n").shouldNotBeNull()
            text shouldContain "a.api: the public API differs from the recorded one:"
            text shouldContain "\n-two\n"
            text shouldContain "\n+2\n"
            text shouldContain "hint: mvn test -Dgenerate=true records it anew"
        }
        test("a module without a record differs from it") {
            difference(File(tempdir(), "b.api"), "one\n").shouldNotBeNull() shouldContain "\n+one\n"
        }
    })
