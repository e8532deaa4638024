package dev.rankine.plugin.compile

import dev.rankine.plugin.ShapesRegistrar
import dev.rankine.plugin.wrongCompiler
import dev.rankine.shapes.Dim
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.io.ByteArrayOutputStream
import java.io.File
import java.io.PrintStream
import java.net.URLClassLoader

/** The plugin as a compiler loads it: from its class path, through its services. */
internal class CompilerTest :
    FunSpec({
        fun place(type: Class<*>) =
            File(
                type.protectionDomain.codeSource.location
                    .toURI(),
            )

        val plugin = "-Xplugin=" + listOf(ShapesRegistrar::class.java, Dim::class.java).joinToString(",") { place(it).path }
        val here = System.getProperty("java.class.path").split(File.pathSeparator).map(::File)

        fun path(part: String): File = here.first { it.name.startsWith(part) }

        fun jars(folder: String): List<File> = File(folder).listFiles { file -> file.extension == "jar" }!!.asList()

        /** What the compiler on [compiler] says, run apart from this one's classes. */
        fun compile(compiler: List<File>, code: String, vararg options: String): Pair<String, String> {
            val source = File(tempdir(), "A.kt").apply { writeText(code) }
            val classPath = listOf(place(Dim::class.java), path("kotlin-stdlib-")).joinToString(File.pathSeparator)
            val arguments = listOf(source.path, "-d", tempdir().path, "-no-stdlib", "-no-reflect", "-cp", classPath) + options
            val said = ByteArrayOutputStream()
            val urls =
                (
                    compiler +
                        listOf(
                            "kotlinx-coroutines-core-jvm-",
                            "kotlin-reflect-",
                            "annotations-",
                        ).map(::path)
                ).map { it.toURI().toURL() }
            URLClassLoader(urls.toTypedArray(), ClassLoader.getPlatformClassLoader()).use { loader ->
                val type = loader.loadClass("org.jetbrains.kotlin.cli.jvm.K2JVMCompiler")
                val exec = type.getMethod("exec", PrintStream::class.java, Array<String>::class.java)
                val exit = exec.invoke(type.getDeclaredConstructor().newInstance(), PrintStream(said), arguments.toTypedArray())
                return "$exit" to said.toString()
            }
        }

        val own = listOf(path("kotlin-compiler-embeddable-"), path("kotlin-stdlib-"), path("kotlin-script-runtime-"))
        val wrong = "import dev.rankine.shapes.*\nobject Pixels : Dim<Pixels>(784)\nval axis = Pixels of 3\n"

        test("the compiler finds the plugin on its class path") {
            val (exit, said) = compile(own, wrong, plugin)
            said shouldContain "A.kt:3:19: error: shape: axis: Pixels was declared with size 784: 3 given"
            exit shouldBe "COMPILATION_ERROR"
        }
        test("options reach it") {
            val (exit, said) = compile(own, wrong, plugin, "-P", "plugin:dev.rankine.shapes:severity=warning")
            said shouldContain "A.kt:3:19: warning: shape: axis: Pixels was declared with size 784: 3 given"
            exit shouldBe "OK"
            compile(own, wrong, plugin, "-P", "plugin:dev.rankine.shapes:severity=off") shouldBe ("OK" to "")
        }

        val other = jars("target/kotlin-2.3.21")
        val sentence =
            "shapes-plugin-kotlin2.4: shapes are not checked: made for Kotlin 2.4, run by 2.3.21: " +
                "take the artifact shapes-plugin-kotlin2.3, or Kotlin 2.4, or leave the plugin out"

        test("a compiler of another minor says so, in one sentence") {
            val (exit, said) = compile(other, "val x = 1\n", plugin)
            said.trim() shouldBe "error: $sentence"
            said shouldNotContain "Error:"
            exit shouldBe "COMPILATION_ERROR"
        }
        test("as a warning it lets the program compile; off is off") {
            compile(other, "val x = 1\n", plugin, "-P", "plugin:dev.rankine.shapes:severity=warning") shouldBe
                ("OK" to "warning: $sentence\n")
            compile(other, "val x = 1\n", plugin, "-P", "plugin:dev.rankine.shapes:severity=off") shouldBe ("OK" to "")
        }
        test("versions") {
            for (fits in listOf("2.4.0", "2.4.21", "2.4.30-Beta1")) wrongCompiler(fits) shouldBe null
            for (differs in listOf("2.3.21", "2.5.0", "2.40.0", "24.4.0")) {
                wrongCompiler(differs)!! shouldContain
                    "run by $differs: take the artifact shapes-plugin-kotlin${differs.substringBeforeLast('.')}"
            }
        }
    })
