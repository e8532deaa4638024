package program

import dev.rankine.autodiff.backward
import dev.rankine.nn.Flatten
import dev.rankine.nn.LazyBatchNorm2d
import dev.rankine.nn.LazyConv2d
import dev.rankine.nn.LazyLinear
import dev.rankine.nn.Linear
import dev.rankine.nn.Mapping
import dev.rankine.nn.ModuleDict
import dev.rankine.nn.ParameterList
import dev.rankine.nn.Sequential
import dev.rankine.nn.Summary
import dev.rankine.nn.UninitializedException
import dev.rankine.nn.removeParametrizations
import dev.rankine.nn.spectralNorm
import dev.rankine.nn.summary
import dev.rankine.nn.weightNorm
import dev.rankine.ops.Value
import dev.rankine.ops.cat
import dev.rankine.ops.gradient
import dev.rankine.ops.ones
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe

private object Dots : Dim<Dots>(6)

private object Broad : Dim<Broad>(5)

private object Signs : Dim<Signs>(3)

/** Modules and parameters in containers: none of these is called itself. */
private class Heads : Mapping() {
    val scales by ParameterList(listOf(ones(Sizes.of(5)), ones(Sizes.of(5))))
    val heads by ModuleDict<Mapping>("signs" to Linear(Broad, Signs).weightNorm(), "dots" to LazyLinear(Dots))

    override fun forward(x: Value): Value =
        cat(listOf(heads.getValue("signs").call(x * scales[0].value), heads.getValue("dots").call(x * scales[1].value)), -1)
}

private fun Summary.lines(): List<List<Any>> = rows.map { listOf(it.path, it.kind, it.parameters) }

internal class SummaryPartsTest :
    FunSpec({
        test("what a parametrised layer learns is its own") {
            val model = Sequential(Linear(Dots, Broad).weightNorm(), Linear(Broad, Signs).spectralNorm())
            val summary = model.summary(ones(Sizes.of(4, 6)))
            summary.lines() shouldBe listOf(listOf("", "Sequential", 0L), listOf("0", "Linear", 40L), listOf("1", "Linear", 18L))
            summary.uncalled shouldBe emptyList()
            summary.parameters shouldBe 58L
        }

        test("the first call of lazy modules makes them, to train as they were told") {
            val model = Sequential(LazyConv2d(Broad, 3), LazyBatchNorm2d(), Flatten(), LazyLinear(Signs))
            val x = ones(Sizes.of(2, 3, 4, 4))
            val summary = model.summary(x)
            summary.lines() shouldBe
                listOf(
                    listOf("", "Sequential", 0L),
                    listOf("0", "Conv2d", 140L),
                    listOf("1", "BatchNorm2d", 10L),
                    listOf("2", "Flatten", 0L),
                    listOf("3", "Linear", 63L),
                )
            summary.uncalled shouldBe emptyList()
            "${model.summary(x)}" shouldBe "$summary"
            model.children.values.all { it.isTraining } shouldBe true
            model
                .stateDict()
                .getValue("1.num_batches_tracked")
                .toDoubleArray()
                .single() shouldBe 0.0
            sum(model.call(x)).backward()
            for (parameter in model.parameters()) parameter.gradient shouldNotBe null
        }

        test("what containers hold belongs to the module that calls it") {
            val model = Heads()
            val summary = model.summary(ones(Sizes.of(2, 5)))
            summary.lines() shouldBe
                listOf(listOf("", "Heads", 10L), listOf("heads.signs", "Linear", 21L), listOf("heads.dots", "Linear", 36L))
            summary.uncalled shouldBe emptyList()
        }

        test("a lazy layer is parametrised after its first batch") {
            val layer = LazyLinear(Signs)
            shouldThrow<UninitializedException> { layer.weightNorm() }.message!!.lines().first() shouldBe
                "lazy: the module has no parameters before its first batch: LazyLinear(Dyn -> Signs = 3)"
            val x = ones(Sizes.of(2, 4))
            val before = layer.call(x).toDoubleArray().toList()
            layer.weightNorm()
            layer.stateDict().keys shouldBe setOf("bias", "parametrizations.weight.original0", "parametrizations.weight.original1")
            layer.summary(x).lines() shouldBe listOf(listOf("", "Linear", 3L + 3L + 12L))
            layer.removeParametrizations("weight")
            layer.stateDict().keys shouldBe setOf("bias", "weight")
            layer
                .call(x)
                .toDoubleArray()
                .zip(before)
                .all { (a, b) -> Math.abs(a - b) < 1e-5 } shouldBe true
        }
    })
