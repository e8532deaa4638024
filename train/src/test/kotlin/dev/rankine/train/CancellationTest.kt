package dev.rankine.train

import dev.rankine.data.DataLoader
import dev.rankine.nn.Module
import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.addInPlace
import dev.rankine.ops.detach
import dev.rankine.ops.gradient
import dev.rankine.ops.plus
import dev.rankine.ops.withThreadSettings
import dev.rankine.optim.Optimizer
import dev.rankine.optim.ParameterGroup
import dev.rankine.optim.ParameterState
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked
import dev.rankine.train.progress.Plan
import dev.rankine.train.progress.Progress
import dev.rankine.train.progress.StepReport
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.launch

private class TwoSlopes : Module() {
    val first by slope()
    val second by slope()
}

/** Adds 1 to every parameter; calls [during] before each, with the number of parameters that were changed so far. */
private class Counting(parameters: List<Parameter<*>>, private val during: (Int) -> Unit) : ParameterGroup("counting", parameters, 1.0) {
    private var changed = 0

    override val settings: Map<String, Any> get() = emptyMap()

    override fun update(value: Value, gradient: Value, state: ParameterState) {
        during(changed++)
        value.addInPlace(1)
    }
}

private class CountingOptimizer(parameters: List<Parameter<*>>, during: (Int) -> Unit) :
    Optimizer("counting", listOf(Counting(parameters, during)))

private class Told : Progress {
    val steps = ArrayList<Int>()
    var ends = 0

    override fun start(plan: Plan): Unit = Unit

    override fun step(report: StepReport) {
        steps.add(report.step)
    }

    override fun epoch(done: Epoch): Unit = Unit

    override fun end() {
        ends++
    }
}

@OptIn(UncheckedShape::class)
internal class CancellationTest :
    FunSpec({
        for (prefetch in listOf(0, 2)) {
            test("cancelled within a step, fit finishes the step and stops: prefetch $prefetch") {
                val model = TwoSlopes()
                val told = Told()
                var job: Job? = null
                val optimizer = CountingOptimizer(model.parameters()) { changed -> if (changed == 2 * 2) job!!.cancel() }
                val examples = DataLoader(Line(100), 1, prefetch = prefetch)
                val trainer =
                    Trainer(model, optimizer, examples, told) {
                        (squaredError(model.first, it).value + squaredError(model.second, it).value).unchecked()
                    }
                job = launch(Dispatchers.Default, CoroutineStart.LAZY) { trainer.fit(5) }
                job.start()
                job.join()
                job.isCancelled shouldBe true
                listOf(model.first.slope, model.second.slope) shouldBe listOf(3.5, 3.5)
                told.steps shouldBe listOf(1, 2, 3)
                told.ends shouldBe 1
                trainer.finishedEpochs shouldBe 0
            }
        }
        test("cancelled within a step of the optimizer, a loop of one's own finishes the step and gets no further op") {
            val model = TwoSlopes()
            var job: Job? = null
            val optimizer = CountingOptimizer(model.parameters()) { job!!.cancel() }
            var isRefused = false
            job =
                launch(Dispatchers.Default, CoroutineStart.LAZY) {
                    withThreadSettings {
                        for (parameter in model.parameters()) parameter.value.gradient = (parameter.value + 1.0).detach()
                        optimizer.step()
                        isRefused = runCatching { model.first.weight.value + 1.0 }.exceptionOrNull() is CancellationException
                    }
                }
            job.start()
            job.join()
            isRefused shouldBe true
            listOf(model.first.slope, model.second.slope) shouldBe listOf(1.5, 1.5)
            optimizer.steps shouldBe 1
        }
    })
