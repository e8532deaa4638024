package dev.rankine.benchmarks.compare

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempfile
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith

internal class RunTest :
    FunSpec({
        val run =
            Run(
                mapOf("processor" to "A \"fast\" one", "Java" to "25"),
                listOf(measured(listOf(1.0), listOf(2.0)), measured(listOf(3.0), listOf(4.0), threads = 2)),
                listOf(
                    Alone("work", Alone.OURS, "-Xmn16m", steps = 100, process = 300_000_000, growth = 50_000_000, first = 0.5, last = 2.25),
                ),
                listOf(GrainPoint("add", 4096, 1, 900.0), GrainPoint("add", 4096, 2, 600.0), GrainPoint("exp", 4096, 1, 900.0)),
            )

        test("a file gives the same run") {
            val file = tempfile(suffix = ".json")
            run.write(file)
            val read = Run.read(file)
            val again = tempfile(suffix = ".json")
            read.write(again)
            again.readText() shouldBe file.readText()
            read.heads shouldBe run.heads
            read.rows.map { it.key } shouldBe run.rows.map { it.key }
            read.alone.single().growth shouldBe 50_000_000
            read.grain.map { it.nanoseconds } shouldBe listOf(900.0, 600.0, 900.0)
        }
        test("a run without figures is a file too") {
            val file = tempfile(suffix = ".json")
            Run(emptyMap(), emptyList()).write(file)
            Run.read(file).rows shouldBe emptyList()
        }
        test("a file of the time when there was one head is read") {
            val file = tempfile(suffix = ".json")
            file.writeText("{\"head\": {\"Java\":\"25\",\"threads\":\"1\"}, \"rows\": [${run.rows[0].toLine().replace(",\"run\":0", "")}]}")
            Run.read(file).heads shouldBe listOf(mapOf("Java" to "25"))
            Run
                .read(file)
                .rows
                .single()
                .run shouldBe 0
        }
        test("the page says what it stands on, how it was made, and has all tables") {
            val page = Report(listOf(row("work")), run).markdown()
            page shouldStartWith "# Results\n"
            page shouldContain Report.COMMAND
            page shouldContain "| processor | A \"fast\" one |\n| Java | 25 |\n"
            page shouldContain "## family, 1 thread"
            page shouldContain "| work | rankine | -Xmn16m | 300 MB | 50 MB | 0.50 s | 100: 2.25 s |\n"
            page shouldContain "| op | elements, or rows | 1 thread | 2 threads | gain of 2 threads |\n"
            page shouldContain "| add | 4096 | 900 ns | 600 ns | 1.50 |\n| exp | 4096 | 900 ns |  |  |\n"
        }
        test("the name of the processor is read from the system's list") {
            val list = tempfile()
            list.writeText("processor\t: 0\nmodel name\t: Fast 9000 8-Core\nmodel name\t: other\n")
            Head.processor(list) shouldBe "Fast 9000 8-Core"
            list.writeText("")
            Head.processor(list) shouldBe "unknown"
        }
    })
