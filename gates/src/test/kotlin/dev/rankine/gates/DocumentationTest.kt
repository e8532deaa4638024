package dev.rankine.gates

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import java.io.File

internal class DocumentationTest :
    FunSpec({
        test("every public name is documented") {
            libraries.map { it.name } shouldContain "shapes"
            undocumented(libraries.map { File(it, "src/main/kotlin") }).joinToString("\n") shouldBe ""
        }

        fun found(source: String): List<String> {
            val folder = tempdir()
            File(folder, "A.kt").writeText(source)
            return undocumented(listOf(folder)).map { it.removePrefix("A.kt:").substringBefore(':') }
        }

        test("a name of each kind without KDoc is found, by its line") {
            val source =
                """
                package a
                public class Bare(public val size: Int)
                /** Said. */
                public class Said(public val size: Int) {
                    public fun bare() {}
                    public val bare: Int = 1
                    protected fun guarded() {}
                    public class Nested
                    public companion object { public val one: Int = 1 }
                }
                public interface Role { public fun act() }
                public object Only
                public enum class Choice { YES }
                public typealias Other = Said
                public fun top() {}
                public val top: Int = 1
                public fun Int.more() {}
                public annotation class Mark
                """.trimIndent()
            found(source).distinct().map { it.toInt() }.sorted() shouldContainExactly
                listOf(2, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18)
        }
        test("documented, internal, private and overriding names are not found") {
            val source =
                """
                package a
                /** Said.
                 * @property size said. */
                public class Said(public val size: Int, internal val own: Int, count: Int) {
                    override fun toString(): String = ""
                    private fun hidden() {}
                    internal val also: Int = count
                    private companion object { val ONE = 1 }
                }
                internal class Hidden { fun act() {} }
                /** Said. */
                public enum class Choice {
                    /** Said. */
                    YES,
                }
                internal enum class Other { NO }
                private typealias Short = Said
                /** Said. */
                public typealias Long = Said
                """.trimIndent()
            withClue(source) { found(source).shouldBeEmpty() }
        }
    })
