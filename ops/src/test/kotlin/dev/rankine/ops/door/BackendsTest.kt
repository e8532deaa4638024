package dev.rankine.ops.door

import dev.rankine.ops.BackendProvider
import dev.rankine.ops.BackendUnavailableException
import dev.rankine.ops.Backends
import dev.rankine.ops.add
import dev.rankine.ops.invoke
import dev.rankine.ops.on
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.ops.plain.Workers
import dev.rankine.ops.valueOf
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import java.io.IOException
import java.net.URL
import java.net.URLClassLoader
import java.nio.file.Files
import java.util.Enumeration

internal class BackendsTest :
    FunSpec({
        /** The backends found when the class path also offers a provider called `far.Provider` whose class file is [bytes]. */
        fun found(bytes: ByteArray?): List<Backends.Candidate> {
            val folder = tempdir().toPath()
            val services = Files.createDirectories(folder.resolve("META-INF/services"))
            Files.write(services.resolve(BackendProvider::class.java.name), "far.Provider\n".toByteArray())
            if (bytes != null) Files.write(Files.createDirectory(folder.resolve("far")).resolve("Provider.class"), bytes)
            return URLClassLoader(arrayOf(folder.toUri().toURL()), BackendProvider::class.java.classLoader).use { Backends.find(it) }
        }

        test("a provider for a newer Java is a reason, not a crash, and the plain backend still serves") {
            val newer = byteArrayOf(0xCA.toByte(), 0xFE.toByte(), 0xBA.toByte(), 0xBE.toByte(), 0, 0, 0x7F, 0, 0, 1)
            val found = found(newer)
            found.map { it.name } shouldContain "plain"
            val lost = found.single { it.provider == null }
            lost.problem shouldStartWith "needs a newer Java than this one, which is ${System.getProperty("java.version")} (far/Provider "
            val said = shouldThrow<BackendUnavailableException> { Backends.choose("vector", found) }.message!!
            said shouldStartWith "backend: unknown: vector\n  a backend: needs a newer Java than this one"
            said.lines().last() shouldBe "  hint: known are plain"
        }
        test("a provider that is missing") {
            found(null).single { it.provider == null }.problem!! shouldContain "far.Provider"
        }
        test("a list of providers that cannot be read ends the search") {
            val loader =
                object : ClassLoader(null) {
                    override fun getResources(name: String): Enumeration<URL> = throw IOException("no list")
                }
            Backends.find(loader).all { it.problem != null } shouldBe true
        }
        test("there is no fallback") {
            shouldThrow<BackendUnavailableException> { Backends["abacus"] }.message shouldBe
                "backend: unknown: abacus\n  hint: known are ${Backends.names.joinToString()}"
        }
        test("operands of two backends do not meet") {
            val here = valueOf(floatArrayOf(1f), 1)
            val there = on(PlainBackend("other")) { valueOf(floatArrayOf(1f), 1) }
            shouldThrow<BackendUnavailableException> { add(here, there) }.message shouldBe
                "add: operands are on different backends: ${here.backend.name}, other\n  hint: create them inside on(backend) { }"
        }
        test("an impossible number of threads") {
            Workers.problem("many") shouldBe "rankine.threads is no whole number: many"
            Workers.problem("0") shouldBe "rankine.threads is not in 1..256: 0"
            Workers.problem("2") shouldBe null
            Workers.problem(null) shouldBe null
        }
    })
