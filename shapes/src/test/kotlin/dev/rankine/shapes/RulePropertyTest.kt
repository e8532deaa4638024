package dev.rankine.shapes

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.boolean
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.list
import io.kotest.property.checkAll

/** The rules against the arithmetic written out by hand; null where the sizes do not fit. */
internal class RulePropertyTest :
    FunSpec({
        val sizes = Arb.list(Arb.int(0..3), 0..4)

        fun call(rule: Rule, inputs: List<List<Int>>, vararg numbers: Int): List<Int>? =
            try {
                rule.apply("op", inputs.map { Sizes.of(it) }.toTypedArray(), *numbers).single().toList()
            } catch (_: ShapeException) {
                null
            }

        test("matmul in batches") {
            val rule = Rule.of("[*p, n, k] [*p, k, m] -> [*p, n, m]")
            checkAll(2000, sizes, sizes, Arb.boolean()) { a, drawn, mend ->
                val b = if (mend && a.size > 1) a.dropLast(2) + a.last() + 3 else drawn
                val fits = a.size >= 2 && b.size >= 2 && a.dropLast(2) == b.dropLast(2) && a.last() == b[b.size - 2]
                call(rule, listOf(a, b)) shouldBe if (fits) a.dropLast(1) + b.last() else null
            }
        }

        test("broadcast of three") {
            fun naive(a: List<Int>, b: List<Int>): List<Int>? {
                val rank = maxOf(a.size, b.size)
                val x = List(rank - a.size) { 1 } + a
                val y = List(rank - b.size) { 1 } + b
                return x.zip(y).map { (p, q) ->
                    if (p == 1) {
                        q
                    } else if (q == 1 || p == q) {
                        p
                    } else {
                        return null
                    }
                }
            }
            val rule = Rule.of("a b c -> broadcast(a, b, c)")
            checkAll(3000, sizes, sizes, sizes) { a, b, c ->
                call(rule, listOf(a, b, c)) shouldBe naive(a, b)?.let { naive(it, c) }
            }
            val two = Rule.of("a b -> broadcast(a, b)")
            checkAll(2000, sizes, sizes) { a, b ->
                val expected = runCatching { Sizes.broadcast("op", Sizes.of(a), Sizes.of(b)).toList() }.getOrNull()
                call(two, listOf(a, b)) shouldBe expected
            }
        }

        test("concat along the last axis") {
            val rule = Rule.of("[*p, a] [*p, b] -> [*p, a+b]")
            checkAll(2000, sizes, sizes, Arb.boolean()) { a, drawn, mend ->
                val b = if (mend && a.isNotEmpty()) a.dropLast(1) + 2 else drawn
                val fits = a.isNotEmpty() && b.isNotEmpty() && a.dropLast(1) == b.dropLast(1)
                call(rule, listOf(a, b)) shouldBe if (fits) a.dropLast(1) + (a.last() + b.last()) else null
            }
        }

        test("the length of a convolution is the number of places of its kernel") {
            val rule = Rule.of("[h] [p] stride=1 pad=0 -> [(h+2*pad-p)/stride+1] where h+2*pad >= p, stride > 0")
            checkAll(2000, Arb.int(0..40), Arb.int(0..9), Arb.int(0..4), Arb.int(0..3)) { h, p, stride, pad ->
                val places = if (stride == 0) 0 else (0..(h + 2 * pad - p)).count { it % stride == 0 }
                call(rule, listOf(listOf(h), listOf(p)), stride, pad) shouldBe if (places == 0) null else listOf(places)
            }
        }

        test("a partly known call is consistent with every full one") {
            val rule = Rule.of("[*p, n, k] [*q, k, m] -> [*broadcast(p, q), n, m]")
            checkAll(3000, sizes, sizes, Arb.list(Arb.boolean(), 8..8)) { a, b, hidden ->
                val full = call(rule, listOf(a, b))
                if (full != null) {
                    val x = a.mapIndexed { i, size -> size.takeIf { !hidden[i] } }
                    val y = b.mapIndexed { i, size -> size.takeIf { !hidden[i + 4] } }
                    val partial = rule.infer("op", listOf(x, y)).single()!!
                    partial.size shouldBe full.size
                    for ((known, size) in partial.zip(full)) if (known != null) known shouldBe size
                }
            }
        }
    })
