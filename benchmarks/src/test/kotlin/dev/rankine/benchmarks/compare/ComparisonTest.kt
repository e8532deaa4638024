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
                    measured(short, short, name = "unknown", threads = 2),
                )
            Comparison.long(rows, known, listOf(new, old, numpy)).map { it.name } shouldBe listOf("ours", "theirs", "unknown")
        }
    })
