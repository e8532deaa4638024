package dev.rankine.benchmarks.compare

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain

internal class MergedTest :
    FunSpec({
        val rows = listOf(row("a"), row("b"), Row("family", "steps", 1.0, "return [x0]", alone = 5) { error("nobody opens it") })
        val peers = setOf("libtorch-2.10", "numpy")
        val (old, new) = mapOf("date" to "1st", "Java" to "25", "numpy" to "1.0") to mapOf("date" to "2nd", "Java" to "25")

        fun figures(name: String, time: Double, peer: String = "numpy", threads: Int = 1, waiting: Waiting = Waiting.PASSIVE) =
            measured(listOf(time), listOf(time), name, peer, threads, waiting)

        fun alone(row: String, first: Double, flags: String = "") = Alone(row, Alone.OURS, flags, 5, 1, 1, first, 2.0)

        fun Run.shows() = this.rows.map { "${it.name} ${it.peer} ${it.threads}: ${it.ours.single()} of ${heads[it.run].getValue("date")}" }

        test("what was measured now replaces its figures; the rest stays, in the order of the table") {
            val before =
                Run(old, listOf(figures("b", 1.0), figures("b", 2.0, threads = 2), figures("a", 3.0), figures("b", 4.0, peer = "x")))
            val merged = Merged(before, rows).with(Run(new, listOf(figures("b", 9.0))), setOf(rows[1]), peers, setOf(1))
            merged.shows() shouldBe listOf("a numpy 1: 3.0 of 1st", "b numpy 1: 9.0 of 2nd", "b x 1: 4.0 of 1st", "b numpy 2: 2.0 of 1st")
            merged.head shouldBe new + mapOf("numpy" to "1.0")
        }
        test("a row that was asked for and gave nothing loses its figures, whatever its workers did; so does one that is no more") {
            val before =
                Run(old, listOf(figures("a", 1.0, "libtorch-2.10", 2, Waiting.SPINNING), figures("gone", 1.0), figures("b", 2.0)))
            Merged(before, rows).with(Run(new, emptyList()), setOf(rows[0]), peers, setOf(1, 2)).shows() shouldBe
                listOf("b numpy 1: 2.0 of 1st")
        }
        test("a head that nothing stands on goes; equal ones are one") {
            val once = Merged(Run(emptyList(), emptyList()), rows).with(Run(old, listOf(figures("a", 1.0))), emptySet(), peers, setOf(1))
            once.heads shouldBe listOf(old)
            val twice = Merged(once, rows).with(Run(new, listOf(figures("b", 1.0))), setOf(rows[1]), peers, setOf(1))
            val third = Merged(twice, rows).with(Run(old, listOf(figures("b", 2.0))), setOf(rows[1]), peers, setOf(1))
            third.heads shouldBe listOf(old)
            third.shows() shouldBe listOf("a numpy 1: 1.0 of 1st", "b numpy 1: 2.0 of 1st")
        }
        test("steps alone are replaced one by one, points around the grain by numbers of threads") {
            val points = listOf(GrainPoint("add", 1, 1, 1.0), GrainPoint("add", 1, 2, 2.0))
            val before = Run(old, emptyList(), listOf(alone("steps", 1.0), alone("steps", 2.0, "-Xmn16m"), alone("gone", 3.0)), points)
            val now = Run(new, emptyList(), listOf(alone("steps", 8.0)), listOf(GrainPoint("add", 1, 2, 9.0)))
            val merged = Merged(before, rows).with(now, emptySet(), peers, setOf(2))
            merged.alone.map { it.first } shouldBe listOf(2.0, 8.0)
            merged.grain.map { it.nanoseconds } shouldBe listOf(1.0, 9.0)
            Merged(before, rows).with(Run(new, emptyList()), emptySet(), peers, setOf(2)).grain.size shouldBe 2
        }
        test("the page says which rows stand on another run, and on what") {
            val before = Run(old, listOf(figures("a", 1.0), figures("b", 1.0)), grain = listOf(GrainPoint("add", 1, 1, 1.0)))
            val merged = Merged(before, rows).with(Run(new, listOf(figures("b", 2.0))), setOf(rows[1]), peers, setOf(1))
            val page = Report(rows, merged).markdown()
            page shouldContain "| date | 2nd |\n| Java | 25 |\n| numpy | 1.0 |\n"
            page shouldContain "## family, 1 thread\n\na: of another run, date 1st.\n\n| row |"
            page shouldContain "several threads\n\nAll of it: of another run, date 1st.\n\n| op |"
            val later = Merged(merged, rows).with(Run(new + ("numpy" to "2.0"), listOf(figures("b", 2.0))), setOf(rows[1]), peers, setOf(1))
            Report(rows, later).markdown() shouldContain "\n\na: of another run, date 1st, numpy 1.0.\n\n"
            val whole = Merged(before, rows).with(Run(new, listOf(figures("a", 2.0), figures("b", 2.0))), rows.toSet(), peers, setOf(1))
            Report(rows, Run(whole.heads, whole.rows)).markdown() shouldNotContain "of another run"
        }
        test("of a table most of which is older the exceptions are named, with those that are older beside some peers only") {
            val page = Run(listOf(old - "numpy", new), listOf(measured(listOf(1.0), listOf(1.0))))
            val things =
                listOf(listOf(0), listOf(0, 0), listOf(0), listOf(1), listOf(0, 1)).mapIndexed { i, runs ->
                    Provenance.Thing("row $i", runs, setOf("libtorch-2.10"))
                }
            val lines = Provenance(page).lines(things)
            lines shouldBe "All but row 3; row 4 (in part): of another run, date 1st.\n"
            Provenance(page).lines(things.drop(2)) shouldBe "row 2; row 4 (in part): of another run, date 1st.\n"
            Provenance(page).lines(things.drop(3).take(1)) shouldBe ""
        }
    })
