package dev.rankine.autodiff

import dev.rankine.ops.Recorder
import dev.rankine.shapes.Sizes
import dev.rankine.tensor.Tensor
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.types.shouldNotBeSameInstanceAs
import kotlinx.coroutines.Job
import java.net.URLClassLoader

/** Notebooks load every library into a class loader of its own: autodiff is found where ops itself cannot see it. */
internal class ClassLoaderTest :
    FunSpec({
        fun place(type: Class<*>) = type.protectionDomain.codeSource.location

        test("autodiff is found through the thread's class loader") {
            val low = arrayOf(Recorder::class.java, Sizes::class.java, Unit::class.java, Job::class.java)
            val below = URLClassLoader(Array(low.size) { place(low[it]) }, null)
            val above = URLClassLoader(arrayOf(place(Tape::class.java), place(Tensor::class.java)), below)
            val type = below.loadClass(Recorder::class.java.name)
            type shouldNotBeSameInstanceAs Recorder::class.java
            val thread = Thread.currentThread()
            val before = thread.contextClassLoader
            thread.contextClassLoader = above
            try {
                val companion = type.getField("Companion").get(null)
                val found = companion.javaClass.getMethod("getInstalled").invoke(companion)
                found.javaClass.name shouldBe Tape::class.java.name
                found.javaClass.classLoader shouldBe above
            } finally {
                thread.contextClassLoader = before
            }
        }
    })
