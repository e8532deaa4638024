package dev.rankine.nn

import dev.rankine.autodiff.backward
import dev.rankine.ops.Padding
import dev.rankine.ops.manualSeed
import dev.rankine.ops.normal
import dev.rankine.ops.sum
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.zeros
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.zeros
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe

private object Several : Dim<Several>()

private object Found : Dim<Found>()

private object Planes : Dim<Planes>(4)

private object Answer : Dim<Answer>(3)

private class LazyModel : Net<Mat<Several, Found>, Mat<Several, Answer>>() {
    val head by LazyLinear(Found, Answer)

    override fun forward(x: Tensor<Mat<Several, Found>>): Tensor<Mat<Several, Answer>> = head(x)
}

internal class LazyTest :
    FunSpec({
        test("the first batch gives the size; names and numbers are those of the layer that is made") {
            val model = LazyModel()
            "$model" shouldBe "LazyModel(\n  (head): LazyLinear(Found -> Answer = 3)\n)"
            model(zeros(Several of 2, Found of 5)).sizes.toString() shouldBe "[Several = 2, Answer = 3]"
            model.stateDict().mapValues { "${it.value.sizes}" } shouldBe
                mapOf("head.weight" to "[Answer = 3, Found = 5]", "head.bias" to "[Answer = 3]")
            "$model" shouldBe "LazyModel(\n  (head): Linear(Found = 5 -> Answer = 3)\n)"
            val problem = shouldThrow<ShapeException> { model(zeros(Several of 2, Found of 6)) }
            problem.message!!.lines().first() shouldBe "linear: in differs: 6 != 5"
        }

        test("before the first batch it says that it has no parameters") {
            val asks =
                listOf<
                    (
                        Module,
                    ) -> Unit,
                >({ it.parameters() }, { it.stateDict() }, { it.namedBuffers() }, { it.loadStateDict(emptyMap()) })
            for (ask in asks) {
                shouldThrow<UninitializedException> { ask(LazyModel()) }.message shouldBe
                    """
                    lazy: head has no parameters before its first batch: LazyLinear(Found -> Answer = 3)
                      hint: call the model once with a batch, then ask for parameters, an optimizer or the state_dict
                    """.trimIndent()
            }
            shouldThrow<UninitializedException> { LazyLinear(Answer, bias = false).parameters() }.message!!.lines().first() shouldBe
                "lazy: the module has no parameters before its first batch: LazyLinear(Dyn -> Answer = 3, no bias)"
        }

        test("a network of lazy modules is what the same network with sizes is") {
            val lazy =
                Sequential(LazyConv2d(Planes, 3, padding = 1), LazyBatchNorm2d(), Flatten(), LazyLinear(Answer), LazyBatchNorm1d(eps = 0.1))
            val x = normal(Sizes.of(2, 3, 5, 4))
            lazy.eval()
            manualSeed(3)
            val first = lazy.call(x)
            manualSeed(3)
            val sized =
                Sequential(
                    Conv2d(Given of 3, Planes, 3, padding = 1),
                    BatchNorm2d(Planes),
                    Flatten(),
                    Linear(Given of 80, Answer),
                    BatchNorm1d(Answer, eps = 0.1),
                )
            sized.eval()
            first.toFloatArray().toList() shouldBe sized.call(x).toFloatArray().toList()
            lazy.stateDict().keys.toList() shouldContainExactly sized.stateDict().keys.toList()
            lazy.stateDict().mapValues { it.value.sizes.toList() } shouldBe sized.stateDict().mapValues { it.value.sizes.toList() }
            lazy.loadStateDict(sized.stateDict())
            lazy.train()
            lazy.children.getValue("1").isTraining shouldBe true
            sum(lazy.call(x)).backward()
            lazy.parameters().forEach { it.gradient shouldNotBe null }
            lazy.children.getValue("0").children shouldBe emptyMap()
        }

        test("each makes what the layer with sizes is") {
            fun same(spatial: Int, lazy: Mapping, sized: () -> Mapping) {
                val x = normal(Sizes.of(listOf(2, 3) + List(spatial) { 4 }))
                manualSeed(3)
                val y = lazy.call(x)
                manualSeed(3)
                val other = sized()
                y.toFloatArray().toList() shouldBe other.call(x).toFloatArray().toList()
                lazy.stateDict().mapValues { it.value.toFloatArray().toList() } shouldBe
                    other.stateDict().mapValues { it.value.toFloatArray().toList() }
                "$lazy" shouldBe "$other"
            }
            val from = Dyn of 3
            same(1, LazyConv1d(Planes, 3, padding = 1, dilation = 2)) { Conv1d(from, Planes, 3, padding = 1, dilation = 2) }
            same(1, LazyConv1d(Planes, 3, Padding.SAME, bias = false)) { Conv1d(from, Planes, 3, Padding.SAME, bias = false) }
            same(2, LazyConv2d(Planes, 3, stride = 2)) { Conv2d(from, Planes, 3, stride = 2) }
            same(3, LazyConv3d(Planes, 2, stride = 2, padding = 1)) { Conv3d(from, Planes, 2, stride = 2, padding = 1) }
            same(1, LazyConvTranspose1d(Planes, 3, 2, 1, 1, bias = false)) { ConvTranspose1d(from, Planes, 3, 2, 1, 1, bias = false) }
            same(2, LazyConvTranspose2d(Planes, 3, 2, 1, 1)) { ConvTranspose2d(from, Planes, 3, 2, 1, 1) }
            same(3, LazyConvTranspose3d(Planes, 2, 2, dilation = 2)) { ConvTranspose3d(from, Planes, 2, 2, dilation = 2) }
            same(1, LazyBatchNorm1d(momentum = 0.3)) { BatchNorm1d(from, momentum = 0.3) }
            same(2, LazyBatchNorm2d(eps = 0.1)) { BatchNorm2d(from, eps = 0.1) }
            same(3, LazyBatchNorm3d(affine = false)) { BatchNorm3d(from, affine = false) }
            same(1, LazyInstanceNorm1d(affine = true)) { InstanceNorm1d(from, affine = true) }
            same(2, LazyInstanceNorm2d(eps = 0.1)) { InstanceNorm2d(from, eps = 0.1) }
            same(3, LazyInstanceNorm3d(trackRunningStatistics = true)) { InstanceNorm3d(from, trackRunningStatistics = true) }
        }

        test("the mode before the first batch is the mode after it") {
            val norm = LazyBatchNorm1d()
            norm.eval()
            norm.call(zeros(Sizes.of(1, 2)))
            norm.isTraining shouldBe false
            norm
                .stateDict()
                .getValue("num_batches_tracked")
                .toFloatArray()
                .toList() shouldBe listOf(0f)
        }

        test("a first batch without the axis is refused, and the next one is the first") {
            val norm = LazyBatchNorm2d()
            shouldThrow<ShapeException> { norm.call(zeros(Sizes.of(3))) }.message shouldBe
                "LazyBatchNorm2d: the first batch has no axis of channels: [3] given"
            norm.call(zeros(Sizes.of(1, 2, 1, 2))).sizes shouldBe Sizes.of(1, 2, 1, 2)
            shouldThrow<ShapeException> { LazyLinear(Answer).call(zeros(Sizes.SCALAR)) }.message shouldBe
                "linear: a scalar has no last axis"
            "${LazyConv2d(Planes, 3)}" shouldBe "LazyConv2d(Planes of 4, kernel = [3])"
        }
    })

private object Given : Dim<Given>()
