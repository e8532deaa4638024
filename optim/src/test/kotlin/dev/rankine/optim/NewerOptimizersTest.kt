package dev.rankine.optim

import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.zeros
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import kotlin.math.abs
import kotlin.math.pow
import kotlin.math.sign
import kotlin.math.sqrt

private fun norm(x: DoubleArray): Double = sqrt(x.sumOf { it * it })

private fun DoubleArray.mapped(f: (Int, Double) -> Double): DoubleArray = DoubleArray(size) { f(it, this[it]) }

/**
 * Takes [steps] steps of the optimizer that [make] makes for a 3 x 2 matrix and a vector, and of [rule], the paper's formula on arrays: it gets the numbers, the
 * gradient, the count from 1 and an array of arrays to remember in, and returns the new numbers.
 */
private fun compare(
    make: (Numbers) -> Optimizer,
    steps: Int = 7,
    sizes: List<List<Int>> = listOf(listOf(3, 2), listOf(4)),
    rule: (p: DoubleArray, g: DoubleArray, t: Int, memory: MutableMap<String, DoubleArray>, sizes: List<Int>) -> DoubleArray,
) {
    val model = Numbers(*sizes.toTypedArray())
    val optimizer = make(model)
    val expected = model.all.map { it.numbers() }.toMutableList()
    val memories = model.all.map { HashMap<String, DoubleArray>() }
    for (t in 1..steps) {
        for ((i, parameter) in model.all.withIndex()) {
            val gradient = wave(parameter.value.elements, 10.0 * t + i)
            parameter.give(gradient)
            expected[i] = rule(expected[i], gradient, t, memories[i], sizes[i])
        }
        optimizer.step()
        for ((i, parameter) in model.all.withIndex()) parameter.numbers() shouldBeNear expected[i]
    }
}

/** Rules that PyTorch 1.13 does not have, against the formulas of their papers, written again on arrays. */
internal class NewerOptimizersTest :
    FunSpec({
        fun MutableMap<String, DoubleArray>.mean(key: String, x: DoubleArray, beta: Double): DoubleArray {
            val before = this[key] ?: DoubleArray(x.size)
            return before.mapped { i, m -> beta * m + (1 - beta) * x[i] }.also { this[key] = it }
        }

        test("lamb: algorithm 2 of You et al. 2019") {
            compare({ LAMB(it.all, 0.02, weightDecay = 0.1) }) { p, g, t, memory, _ ->
                val m = memory.mean("m", g, 0.9)
                val v = memory.mean("v", g.mapped { _, x -> x * x }, 0.999)
                val u = p.mapped { i, x -> m[i] / (1 - 0.9.pow(t)) / (sqrt(v[i] / (1 - 0.999.pow(t))) + 1e-6) + 0.1 * x }
                p.mapped { i, x -> x - 0.02 * norm(p) / norm(u) * u[i] }
            }
        }

        test("lamb and lars: where a norm is 0 nothing is scaled") {
            val model = Numbers(listOf(2))
            model.all[0].assign(zeros(Sizes.of(2)))
            model.all[0].give(doubleArrayOf(2.0, -2.0))
            LAMB(model.all, 0.5, epsilon = 0.0, weightDecay = 0.0).step()
            model.all[0].numbers() shouldBeNear doubleArrayOf(-0.5, 0.5)
            model.all[0].assign(zeros(Sizes.of(2)))
            LARS(model.all, 0.5).step()
            model.all[0].numbers() shouldBeNear doubleArrayOf(-1.0, 1.0)
        }

        test("lars: equations 5 to 7 of You et al. 2017; trust 0 is gradient descent") {
            compare({ LARS(it.all, 0.5, weightDecay = 0.1, trust = 0.02) }) { p, g, _, memory, _ ->
                val rate = 0.5 * 0.02 * norm(p) / (norm(g) + 0.1 * norm(p))
                val before = memory["v"] ?: DoubleArray(p.size)
                val v = before.mapped { i, x -> 0.9 * x + rate * (g[i] + 0.1 * p[i]) }
                memory["v"] = v
                p.mapped { i, x -> x - v[i] }
            }
            compare({ LARS(it.all, 0.5, momentum = 0.0, trust = 0.0) }) { p, g, _, _, _ -> p.mapped { i, x -> x - 0.5 * g[i] } }
        }

        test("lion: algorithm 2 of Chen et al. 2023") {
            compare({ Lion(it.all, 0.03, weightDecay = 0.2) }) { p, g, _, memory, _ ->
                val m = memory["m"] ?: DoubleArray(p.size)
                val next = p.mapped { i, x -> x - 0.03 * (sign(0.9 * m[i] + 0.1 * g[i]) + 0.2 * x) }
                memory.mean("m", g, 0.99)
                next
            }
        }

        test("adafactor: algorithms 4 and 5 of Shazeer & Stern 2018") {
            compare({
                Adafactor(it.all, 0.03, weightDecay = 0.1)
            }, sizes = listOf(listOf(3, 2), listOf(4), listOf(2, 2, 3))) { p, g, t, memory, sizes ->
                val stays = 1 - t.toDouble().pow(-0.8)
                val squares = g.mapped { _, x -> x * x + 1e-30 }
                val variance =
                    if (sizes.size == 1) {
                        memory.mean("v", squares, stays)
                    } else {
                        val (n, m) = sizes[sizes.size - 2] to sizes.last()
                        val planes = squares.size / (n * m)
                        val rows = DoubleArray(planes * n) { r -> (0 until m).sumOf { squares[r * m + it] } }
                        val columns = DoubleArray(planes * m) { c -> (0 until n).sumOf { squares[c / m * n * m + it * m + c % m] } }
                        val r = memory.mean("r", rows, stays)
                        val c = memory.mean("c", columns, stays)
                        DoubleArray(squares.size) { i ->
                            val plane = i / (n * m)
                            r[i / m] * c[plane * m + i % m] / (0 until n).sumOf { r[plane * n + it] }
                        }
                    }
                val u = g.mapped { i, x -> x / sqrt(variance[i]) }
                val clipped = maxOf(1.0, norm(u) / sqrt(u.size.toDouble()))
                val rate = maxOf(1e-3, norm(p) / sqrt(p.size.toDouble())) * minOf(0.03, 1 / sqrt(t.toDouble()))
                p.mapped { i, x -> x * (1 - 0.03 * 0.1) - rate * u[i] / clipped }
            }
        }

        test("adafactor keeps rows and columns only") {
            val model = Numbers(listOf(3, 2), listOf(4))
            val optimizer = Adafactor(model.all)
            model.all.forEach { it.give(wave(it.value.elements, 1.0)) }
            optimizer.step()
            optimizer.stateDict().getValue("p0").mapValues { it.value.sizes.toList() } shouldBe
                mapOf("step" to listOf(), "row_var" to listOf(3, 1), "col_var" to listOf(1, 2))
            optimizer.stateDict().getValue("p1").mapValues { it.value.sizes.toList() } shouldBe
                mapOf("step" to listOf(), "variance" to listOf(4))
        }

        test("schedule-free adamw: algorithm 1 of Defazio et al. 2024, with y, x and z apart") {
            for (warmup in listOf(0, 4)) {
                compare({ ScheduleFreeAdamW(it.all, 0.05, weightDecay = 0.1, warmupSteps = warmup) }) { y, g, t, memory, _ ->
                    val z = memory["z"] ?: y
                    val x = memory["x"] ?: y
                    val v = memory.mean("v", g.mapped { _, d -> d * d }, 0.999)
                    val rate = 0.05 * sqrt(1 - 0.999.pow(t)) * if (warmup == 0) 1.0 else minOf(1.0, t.toDouble() / warmup)
                    val next = z.mapped { i, d -> d - rate * (g[i] / (sqrt(v[i]) + 1e-8) + 0.1 * y[i]) }
                    val total = (memory["total"]?.single() ?: 0.0) + rate * rate
                    val c = rate * rate / total
                    val mean = x.mapped { i, d -> (1 - c) * d + c * next[i] }
                    memory += mapOf("z" to next, "x" to mean, "total" to doubleArrayOf(total))
                    next.mapped { i, d -> 0.1 * d + 0.9 * mean[i] }
                }
            }
        }

        test("schedule-free adamw: the parameters are the mean while swapped in, then the same bits as before") {
            val model = Numbers(listOf(3))
            val optimizer = ScheduleFreeAdamW(model.all, 0.1)
            val parameter = model.all.single()
            optimizer.use { parameter.numbers() } shouldBe wave(3, 0.0) // nothing to swap yet
            repeat(5) {
                parameter.give(wave(3, it.toDouble()))
                optimizer.step()
            }
            val learning = parameter.numbers()
            val z = remembered(optimizer, "p0", "z").toDoubleArray()
            val expected = learning.mapped { i, y -> (y - 0.1 * z[i]) / 0.9 }
            optimizer.use { parameter.numbers() shouldBeNear expected }
            parameter.numbers() shouldBe learning
            optimizer.swapIn()
            optimizer.swapIn()
            optimizer.isSwappedIn shouldBe true
            optimizer.use { parameter.numbers() } shouldBeNear expected
            refusal { optimizer.step() } shouldBe
                "schedule_free_adamw: the parameters hold the mean, to evaluate with\n  hint: call swapOut() before training goes on"
            val other = ScheduleFreeAdamW(model.all, 0.1)
            other.loadStateDict(optimizer.stateDict(), optimizer.steps)
            other.swapOut()
            parameter.numbers() shouldBe learning
            other.isSwappedIn shouldBe false
        }

        test("muon: five iterations on the mean of gradients, for wide and tall matrices") {
            fun product(a: DoubleArray, n: Int, k: Int, b: DoubleArray, m: Int) =
                DoubleArray(n * m) { at -> (0 until k).sumOf { a[at / m * k + it] * b[it * m + at % m] } }

            fun transposed(a: DoubleArray, n: Int, m: Int) = DoubleArray(a.size) { a[it % n * m + it / n] }

            fun orthogonal(g: DoubleArray, n: Int, m: Int): DoubleArray {
                if (n > m) return transposed(orthogonal(transposed(g, n, m), m, n), m, n)
                var x = g.mapped { _, e -> e / (norm(g) + 1e-7) }
                repeat(5) {
                    val square = product(x, n, m, transposed(x, n, m), n)
                    val fourth = product(square, n, n, square, n)
                    val mixed = square.mapped { i, e -> -4.7750 * e + 2.0315 * fourth[i] }
                    val turned = product(mixed, n, n, x, m)
                    x = x.mapped { i, e -> 3.4445 * e + turned[i] }
                }
                return x
            }
            for (nesterov in listOf(true, false)) {
                compare({
                    Muon(it.all, 0.05, nesterov = nesterov, weightDecay = 0.1)
                }, sizes = listOf(listOf(2, 4), listOf(5, 3))) { p, g, _, memory, (n, m) ->
                    val b = memory.mean("b", g, 0.95)
                    val ahead = if (nesterov) b.mapped { i, e -> 0.95 * e + 0.05 * g[i] } else b
                    val scale = sqrt(maxOf(1.0, n.toDouble() / m))
                    val o = orthogonal(ahead, n, m)
                    p.mapped { i, x -> x * (1 - 0.05 * 0.1) - 0.05 * scale * o[i] }
                }
            }
        }

        test("muon: the direction is nearly orthogonal") {
            val model = Numbers(listOf(3, 3))
            model.all[0].give(doubleArrayOf(5.0, 1.0, 0.0, 0.0, 2.0, 1.0, 1.0, 0.0, 1.0))
            val before = model.all[0].numbers()
            Muon(model.all, 1.0).step()
            val o = model.all[0].numbers().mapped { i, x -> before[i] - x }
            for (i in 0..2) for (j in 0..2) abs((0..2).sumOf { o[3 * it + i] * o[3 * it + j] } - if (i == j) 1 else 0) shouldBeLessThan 0.55
        }
    })
