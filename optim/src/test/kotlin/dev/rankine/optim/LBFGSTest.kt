package dev.rankine.optim

import dev.rankine.autodiff.backward
import dev.rankine.nn.Module
import dev.rankine.ops.item
import dev.rankine.ops.minus
import dev.rankine.ops.ones
import dev.rankine.ops.plus
import dev.rankine.ops.select
import dev.rankine.ops.square
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.doubles.shouldBeLessThanOrEqual
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.ints.shouldBeLessThan
import io.kotest.matchers.shouldBe
import kotlin.math.abs
import kotlin.math.cos
import kotlin.math.pow
import kotlin.math.sin

/** Rosenbrock's valley, `(1 - x)^2 + 100 (y - x^2)^2`. */
private class Valley : Module() {
    val place = addParameter("place", valueOf(doubleArrayOf(-1.2, 1.0), 2))
    val beside = addParameter("beside", valueOf(doubleArrayOf(4.0), 1))
    var calls = 0

    fun loss(): Double {
        calls++
        zeroGradients()
        val (x, y) = select(place.value, 0, 0) to select(place.value, 0, 1)
        val loss = square(1.0 - x) + square(y - square(x)) * 100.0 + sum(square(beside.value))
        loss.backward()
        return loss.item()
    }
}

private fun wolfe(search: LineSearch, model: Valley): LBFGS = LBFGS(model.parameters(), lineSearch = search, historySize = 5)

internal class LBFGSTest :
    FunSpec({
        test("with a line search it finds the end of a bent valley") {
            val model = Valley()
            val optimizer = wolfe(LineSearch.STRONG_WOLFE, model)
            optimizer.step(model::loss) shouldBe (2.2.pow(2) + 100 * 0.44.pow(2) + 16 plusOrMinus 1e-9)
            repeat(4) { optimizer.step(model::loss) }
            model.place.numbers().forEach { it shouldBe (1.0 plusOrMinus 1e-4) }
            model.beside.numbers().single() shouldBe (0.0 plusOrMinus 1e-5)
            model.calls shouldBeLessThan 120
            optimizer.steps shouldBe 5
            val calls = model.calls
            optimizer.step(model::loss)
            model.calls - calls shouldBeLessThan 3 // it is there
        }

        test("what it remembers goes on with the same bits") {
            for (search in LineSearch.entries) {
                fun run(stop: Int): List<Double> {
                    val model = Valley()

                    fun make() = LBFGS(model.parameters(), 0.01, maxIterations = 4, historySize = 3, lineSearch = search)
                    var optimizer = make()
                    repeat(6) {
                        if (it == stop) {
                            val before = optimizer
                            optimizer = make()
                            optimizer.loadStateDict(before.stateDict(), before.steps)
                        }
                        optimizer.step(model::loss)
                    }
                    return model.parameters().flatMap { it.numbers().toList() }
                }
                run(3) shouldBe run(-1)
            }
        }

        test("the state is under the name of the first parameter, with the changes as rows") {
            val model = Valley()
            val optimizer = LBFGS(model.parameters(), 0.01, maxIterations = 4, historySize = 3)
            repeat(3) { optimizer.step(model::loss) }
            optimizer.stateDict().keys shouldBe setOf("place")
            optimizer.stateDict().getValue("place").mapValues { it.value.sizes.toList() } shouldBe
                mapOf(
                    "d" to listOf(3),
                    "prev_flat_grad" to listOf(3),
                    "old_dirs" to listOf(3, 3),
                    "old_stps" to listOf(3, 3),
                    "t" to listOf(),
                    "prev_loss" to listOf(),
                    "n_iter" to listOf(),
                    "func_evals" to listOf(),
                    "H_diag" to listOf(),
                )
            remembered(optimizer, "place", "func_evals").toDoubleArray().single() shouldBe model.calls.toDouble()
            remembered(optimizer, "place", "n_iter").toDoubleArray().single() shouldBe 12.0
        }

        test("a frozen parameter stays") {
            val model = Valley()
            model.beside.isTrainable = false
            val optimizer = wolfe(LineSearch.STRONG_WOLFE, model)
            optimizer.step(model::loss)
            model.beside.numbers().single() shouldBe 4.0
            model.calls shouldBeGreaterThan 5
        }

        test("misuse") {
            val model = Valley()
            val optimizer = wolfe(LineSearch.NONE, model)
            refusal { optimizer.step() } shouldBe
                "lbfgs: a step computes the loss several times\n  hint: call step { loss }, see its documentation"
            refusal { optimizer.step { 1.0 } } shouldBe
                "lbfgs: received no gradient: place, beside\n" +
                "  hint: call backward() first; a parameter that the loss does not use must be frozen (isTrainable = false)"
            refusal { LBFGS(model.parameters() + Mixed().weight, 0.1) } shouldBe
                "lbfgs: parameters of different types make no vector: float64, float32"
            refusal {
                optimizer.groups.single().update(model.place.value, model.place.value, optimizer.stateOf(model.place))
            } shouldBe "lbfgs: changes all parameters together, not one"
        }

        test("a step that leads to infinity is halved, and searching ends") {
            val none = ones(Sizes.of(1))

            fun place(t: Double) =
                Place(
                    t,
                    if (t >
                        1
                    ) {
                        Double.POSITIVE_INFINITY
                    } else {
                        (t - 0.5).pow(2)
                    },
                    none,
                    if (t > 1) Double.NaN else 2 * t - 1,
                )
            fulfilsWolfe(place(0.0), StrongWolfe(place(0.0), 1.0) { place(it) }.find(8.0))
            // downhill for ever: the search gives up far out
            val search = StrongWolfe(Place(0.0, 0.0, none, -1.0), 1.0) { Place(it, -it, none, -1.0) }
            search.find(1.0)
            search.evaluations shouldBe 26
            // a loss that is worse everywhere: the search comes back to where the loss was, or very near
            StrongWolfe(Place(0.0, 0.0, none, -1.0), 1.0) { Place(it, 1.0, none, 1.0) }.find(1.0).t shouldBe (0.0 plusOrMinus 1e-6)
        }

        test("what a search finds fulfils the strong Wolfe conditions: first steps that are far too long, far too short, and right") {
            val none = ones(Sizes.of(1))
            val lines =
                listOf<Pair<(Double) -> Double, (Double) -> Double>>(
                    { t: Double -> (t - 20).pow(2) } to { t: Double -> 2 * (t - 20) },
                    { t: Double -> (t - 0.01).pow(2) } to { t: Double -> 2 * (t - 0.01) },
                    { t: Double -> t.pow(4) - 8 * t } to { t: Double -> 4 * t.pow(3) - 8 },
                    { t: Double -> sin(3 * t) / 3 - 1.5 * t + t * t / 4 } to { t: Double -> cos(3 * t) - 1.5 + t / 2 },
                    // flat far out: only a place near the minimum has a slope that is small enough
                    { t: Double -> -t / (t * t + 2) } to { t: Double -> (t * t - 2) / (t * t + 2).pow(2) },
                )
            for ((loss, slope) in lines) {
                fun place(t: Double) = Place(t, loss(t), none, slope(t))
                for (first in listOf(1e-3, 0.1, 1.0, 8.0, 100.0)) {
                    val found = StrongWolfe(place(0.0), 1.0) { place(it) }.find(first)
                    found.loss shouldBe loss(found.t)
                    fulfilsWolfe(place(0.0), found)
                }
            }
        }

        test("cubics through two places have their minimum where it is, or in the middle") {
            val none = ones(Sizes.of(1))

            fun place(t: Double) = Place(t, t.pow(3) - 3 * t, none, 3 * t * t - 3)
            cubicMinimum(place(0.0), place(3.0), 0.0, 3.0) shouldBe (1.0 plusOrMinus 1e-12)
            cubicMinimum(place(3.0), place(0.0), 0.0, 3.0) shouldBe (1.0 plusOrMinus 1e-12)
            cubicMinimum(place(0.0), place(3.0), 1.5, 3.0) shouldBe 1.5
            cubicMinimum(Place(0.0, 0.0, none, 1.0), Place(1.0, 0.5, none, 1.0), 0.0, 1.0) shouldBe 0.5
        }
    })

/** Enough descent, by 1e-4 of the first slope, and a slope of at most 0.9 of it (Nocedal & Wright, (3.7)). */
private fun fulfilsWolfe(start: Place, found: Place) {
    found.t shouldBeGreaterThan 0.0
    found.loss shouldBeLessThanOrEqual start.loss + 1e-4 * found.t * start.slope
    abs(found.slope) shouldBeLessThanOrEqual 0.9 * abs(start.slope)
}

private class Mixed : Module() {
    val weight = addParameter("weight", ones(Sizes.of(2), DType.F32))
}
