package dev.rankine.samples.tabular

import com.github.ajalt.mordant.rendering.AnsiLevel
import com.github.ajalt.mordant.terminal.Terminal
import com.github.ajalt.mordant.terminal.TerminalRecorder
import io.kotest.core.spec.style.FunSpec
import io.kotest.core.test.Enabled
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeGreaterThanOrEqual
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.Paths

/** What a run of the program in this process gave. */
private class Program(vararg arguments: Any) {
    private val screen = TerminalRecorder(ansiLevel = AnsiLevel.NONE, width = 120, outputInteractive = false)
    val status: Int = tabular(arguments.map { "$it" }, Terminal(terminalInterface = screen))
    val out: String = screen.stdout()
    val error: String = screen.stderr()

    /** The number called [name] in the line of the test. */
    fun number(name: String): Double = Regex("""test .*\b$name (\S+)""").find(out)!!.groupValues[1].toDouble()
}

private fun shared(name: String): Path = Paths.get(System.getProperty("rankine.shared") ?: ".").resolve("datasets/uci/$name")

private fun enabled(name: String): Enabled =
    if (System.getenv("CI") == "true" || Files.exists(shared(name))) {
        Enabled.enabled
    } else {
        Enabled.disabled("skipped: ${shared(name)} is missing (set rankine.shared)").also { println(it.reason) }
    }

internal class TabularTest :
    FunSpec({
        val folder = tempdir().toPath()

        test("the rule of the made table is learnt, and the same seed gives the same figures") {
            val program = Program("--epochs", 25)
            program.error shouldBe ""
            program.status shouldBe 0
            program.out shouldContain "table       rings, made by a rule: 4 features, 3 classes: inner, middle, outer\n"
            program.out shouldContain "rows        675 to learn from, 225 to judge by\n"
            program.number("accuracy") shouldBeGreaterThanOrEqual 90.0
            program.number("auc") shouldBeGreaterThanOrEqual 0.97
            Program("--epochs", 25).out.substringAfter("test ") shouldBe program.out.substringAfter("test ")
        }
        test("the printed figures are those of the printed counts") {
            val program = Program("--epochs", 5)
            val counts = Regex("""^(inner|middle|outer) +(\d+) +(\d+) +(\d+) """, RegexOption.MULTILINE).findAll(program.out)
            val table = counts.map { line -> line.groupValues.drop(2).map { it.toInt() } }.toList()
            table.size shouldBe 3
            table.flatten().sum() shouldBe 225
            val accuracy = (0..2).sumOf { table[it][it] } / 225.0
            program.number("accuracy") shouldBe (100 * accuracy plusOrMinus 0.006)
            val recalls = (0..2).map { table[it][it].toDouble() / table[it].sum() }
            program.number("recall") shouldBe (recalls.average() plusOrMinus 6e-5)
            val precisions = (0..2).map { k -> table[k][k].toDouble() / table.sumOf { it[k] } }
            program.number("precision") shouldBe (precisions.average() plusOrMinus 6e-5)
            val f1s = precisions.zip(recalls) { p, r -> 2 * p * r / (p + r) }
            program.number("f1") shouldBe (f1s.average() plusOrMinus 6e-5)
            program.out shouldContain "mean    %9.4f  %.4f  %.4f       225".format(precisions.average(), recalls.average(), f1s.average())
        }
        test("the classes of the made table are what its rule says") {
            Rings.of(0.3, 0.3) shouldBe "inner"
            Rings.of(0.5, 0.0) shouldBe "middle"
            Rings.of(0.0, -0.9) shouldBe "outer"
            val rows = Files.readAllLines(Rings.write(folder.resolve("rings.csv"), 3))
            rows.size shouldBe 901
        }
        test("wine").config(enabledOrReasonIf = { enabled("wine.arff") }) {
            val program = Program("--table", shared("wine.arff"), "--label", "class")
            program.out shouldContain "table       wine.arff: 13 features, 3 classes: 1, 2, 3\n"
            program.number("accuracy") shouldBeGreaterThanOrEqual 93.0
        }
        test("breast cancer").config(enabledOrReasonIf = { enabled("breast_cancer.csv") }) {
            val program = Program("--table", shared("breast_cancer.csv"), "--epochs", 15)
            program.out shouldContain "rows        427 to learn from, 142 to judge by\n"
            program.number("auc") shouldBeGreaterThanOrEqual 0.97
        }
        test("tables that are no use") {
            fun refusal(text: String, vararg arguments: Any): String {
                val file = Files.write(folder.resolve("t.csv"), text.toByteArray())
                val program = Program("--table", file, *arguments)
                program.status shouldBe 2
                program.out shouldBe ""
                return program.error
            }
            refusal("a,b\n1,x\n2,x\n") shouldBe
                "tabular: t.csv: is too small: 2 rows of 1 classes, two rows of each of two classes needed\n"
            refusal("a,b\n1,x\n2,y\n3,x\n4,y\n", "--label", "c") shouldBe
                "tabular: t.csv: there is no column \"c\"\n  hint: it has \"a\", \"b\"\n"
            refusal("a,b\n1,x\n2,y\nz,x\n4,y\n") shouldBe "tabular: t.csv: line 4, column \"a\": a number expected, found \"z\"\n"
            refusal("a,b\n", "--epochs", 0) shouldBe "tabular: invalid value for --epochs: must be at least 1\n"
            val nowhere = folder.resolve("nowhere.csv")
            Program("--table", nowhere).error shouldBe "tabular: nowhere.csv: there is no such file\n  hint: looked for $nowhere\n"
        }
        test("help lists every option") {
            val program = Program("--help")
            program.status shouldBe 0
            for (option in "table label epochs seed".split(' ')) program.out shouldContain "--$option"
        }
    })
