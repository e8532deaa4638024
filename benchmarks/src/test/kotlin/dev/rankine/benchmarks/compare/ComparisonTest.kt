package dev.rankine.benchmarks.compare

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class ComparisonTest :
    FunSpec({
        val (new, old) = listOf("libtorch-2.10", "libtorch-2.7").map { Nobody(it, isTorch = true) }
        val numpy = Nobody("numpy", isTorch = false)

        test("each libtorch has a process of its own, and NumPy joins the first") {
            fun groups(vararg peers: Peer) = Comparison.groups(peers.toList()).map { group -> group.map { it.name } }
            groups(new, old, numpy) shouldBe listOf(listOf("libtorch-2.10", "numpy"), listOf("libtorch-2.7"))
            groups(numpy) shouldBe listOf(listOf("numpy"))
            groups(old) shouldBe listOf(listOf("libtorch-2.7"))
        }
        test("a call that is short for us and every libtorch with one thread is not measured with more") {
            val rows = listOf("short", "ours", "theirs", "slow in NumPy", "unknown").map { row(it) }
            val (short, long) = listOf(4e3) to listOf(6e3)
            val known =
                listOf(
                    measured(short, short, name = "short"),
                    measured(long, short, name = "ours"),
                    measured(short, short, name = "theirs"),
                    measured(short, long, name = "theirs", peer = old.name),
                    measured(short, short, name = "slow in NumPy"),
                    measured(short, long, name = "slow in NumPy", peer = numpy.name),
                ).groupBy { it.family to it.name }
            Comparison.long(rows, known, listOf(new, old, numpy)).map { it.name } shouldBe listOf("ours", "theirs", "unknown")
        }
        test("a peer that took more than n times as long as another with one thread is not measured with n") {
            val rows = listOf("close", "far", "unknown", "NumPy is close").map { row(it) }

            fun took(name: String, peer: Peer, time: Double) = measured(listOf(1.0), listOf(time), name, peer.name)
            val known =
                listOf(
                    took("close", new, 190.0),
                    took("close", old, 100.0),
                    took("far", new, 210.0),
                    took("far", old, 100.0),
                    took("unknown", old, 100.0),
                    took("NumPy is close", new, 210.0),
                    took("NumPy is close", numpy, 100.0),
                    took("NumPy is close", old, 210.0),
                ).groupBy { it.family to it.name }

            fun open(vararg group: Peer, count: Int = 2) = Comparison.open(rows, known, group.toList(), count).map { it.name }
            open(new, numpy) shouldBe listOf("close", "unknown", "NumPy is close")
            open(old) shouldBe listOf("close", "far", "unknown")
            open(new, count = 4) shouldBe rows.map { it.name }
        }
        test("of two waitings each row has the one in which the peer is clearly quicker, and sleeps where they are alike") {
            fun figures(name: String, theirs: Double, waiting: Waiting) =
                measured(listOf(1.0), listOf(theirs), name, threads = 2, waiting = waiting)
            val asleep = listOf("spins", "sleeps", "alike", "once").map { figures(it, 100.0, Waiting.PASSIVE) }
            val spinning =
                mapOf("spins" to 80.0, "sleeps" to 120.0, "alike" to 96.0).map { (name, time) -> figures(name, time, Waiting.SPINNING) }
            Comparison.best(asleep, spinning).map { it.name to it.waiting } shouldBe
                listOf("spins" to Waiting.SPINNING) + listOf("sleeps", "alike", "once").map { it to Waiting.PASSIVE }
            Comparison.best(asleep.drop(1), spinning).map { it.name }.toSet() shouldBe asleep.map { it.name }.toSet()
        }
        test("workers that sleep are not measured where they would take a libtorch more than four times as long as one thread") {
            fun took(peer: Peer, time: Double) = measured(listOf(1.0), listOf(time), "row", peer.name)
            val known = listOf(took(new, 100.0), took(old, 70.0), took(numpy, 10.0)).groupBy { it.family to it.name }
            Comparison.slow(known, listOf(new, numpy)) shouldBe mapOf("row" to 400.0)
            Comparison.slow(known, listOf(old)) shouldBe mapOf("row" to 280.0)
            Comparison.slow(known, listOf(numpy)) shouldBe emptyMap()
        }
    })
