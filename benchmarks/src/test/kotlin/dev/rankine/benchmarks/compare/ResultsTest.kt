package dev.rankine.benchmarks.compare

import com.github.ajalt.clikt.testing.test
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.io.File

internal class ResultsTest :
    FunSpec({
        test("a part that is none is refused") {
            val found = Results().test(listOf("--parts", "rows,speed"))
            found.statusCode shouldBe 1
            found.output shouldContain "must be rows, alone or grain"
        }
        test("a run that measures no rows writes the figures of earlier runs again, without rows that are no more") {
            val folder = tempdir()
            val file = File(folder, "results.json")
            val known =
                Measured("training", "LSTM of 2 layers of 256, 64 steps, batch 32, Adam", "x", 1, listOf(1.0), listOf(2.0), 64, 1e-7)
            Run(mapOf("date" to "1st"), listOf(known, measured(listOf(1.0), listOf(1.0)))).write(file)
            Results().test(listOf("--folder", folder.path, "--parts", "alone", "--only", "^losses", "--date", "2nd")).statusCode shouldBe 0
            val run = Run.read(file)
            run.rows.single().name shouldBe known.name
            run.heads.map { it.getValue("date") } shouldBe listOf("1st", "2nd")
            File(folder, "RESULTS.md").readText() shouldContain "## training, 1 thread\n\nAll of it: of another run, date 1st,"
        }
        test("the page alone is written from the figures of earlier runs, which stay as they are") {
            val folder = tempdir()
            val known =
                Measured("training", "LSTM of 2 layers of 256, 64 steps, batch 32, Adam", "x", 1, listOf(1.0), listOf(2.0), 64, 1e-7)
            val file = File(folder, "results.json").also { Run(mapOf("date" to "1st"), listOf(known)).write(it) }
            val before = file.readText()
            Results().test(listOf("--folder", folder.path, "--parts", "page", "--date", "2nd")).statusCode shouldBe 0
            file.readText() shouldBe before
            File(folder, "RESULTS.md").readText() shouldContain "| date | 1st |"
        }
    })
