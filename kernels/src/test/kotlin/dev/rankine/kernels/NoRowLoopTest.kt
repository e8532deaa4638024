package dev.rankine.kernels

import dev.rankine.autodiff.backward
import dev.rankine.nn.BatchNorm2d
import dev.rankine.nn.Conv2d
import dev.rankine.nn.Dropout
import dev.rankine.nn.Embedding
import dev.rankine.nn.Flatten
import dev.rankine.nn.LayerNorm
import dev.rankine.nn.Linear
import dev.rankine.nn.MaxPool2d
import dev.rankine.nn.Module
import dev.rankine.nn.Net
import dev.rankine.nn.Parameter
import dev.rankine.nn.TransformerEncoderLayer
import dev.rankine.nn.relu
import dev.rankine.nn.then
import dev.rankine.ops.Backend
import dev.rankine.ops.Op
import dev.rankine.ops.Padding
import dev.rankine.ops.Value
import dev.rankine.ops.arange
import dev.rankine.ops.gelu
import dev.rankine.ops.item
import dev.rankine.ops.normal
import dev.rankine.ops.on
import dev.rankine.ops.randint
import dev.rankine.ops.randperm
import dev.rankine.ops.scope
import dev.rankine.optim.Adam
import dev.rankine.optim.AdamW
import dev.rankine.optim.Optimizer
import dev.rankine.optim.SGD
import dev.rankine.optim.clipGradientNorm
import dev.rankine.shapes.Cube
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Sizes
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.crossEntropy
import dev.rankine.tensor.merge
import dev.rankine.tensor.mergeFirst
import dev.rankine.tensor.relu
import dev.rankine.tensor.typed
import dev.rankine.tensor.unflatten
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

/** What the samples train runs kernels and generated loops from end to end: a row's loop takes up to a hundred times as long. */
internal class NoRowLoopTest :
    FunSpec({
        val optimizers =
            mapOf<String, (List<Parameter<*>>) -> Optimizer>(
                "Adam" to { Adam(it, 0.01) },
                "AdamW" to { AdamW(it, 0.01, beta2 = 0.99, weightDecay = 0.1, amsgrad = true) },
                "SGD" to { SGD(it, 0.01, momentum = 0.9, weightDecay = 0.1, nesterov = true) },
                "plain SGD" to { SGD(it, 0.01) },
            )
        val nets = mapOf("an MLP" to ::mlpCase, "a CNN" to ::cnnCase, "a transformer" to ::transformerCase)

        for ((net, case) in nets) {
            for ((rule, optimizer) in optimizers) {
                test("$net by $rule") {
                    loopsOf {
                        val (model, loss) = case()
                        val steps = optimizer(model.parameters())
                        repeat(2) {
                            scope("step") {
                                steps.zeroGradients()
                                val now = loss()
                                now.backward()
                                clipGradientNorm(model.parameters(), 1.0)
                                steps.step()
                                now.value.item()
                            }
                        }
                        model.eval()
                        loss().value.item()
                    } shouldBe emptyList()
                }
            }
        }

        test("a row's loop is noticed") {
            loopsOf { randperm(10, DType.I16) } shouldBe listOf("randperm()")
        }
    })

/** Which ops ran as loops of their rows in [body], with the types of their operands. */
private fun loopsOf(body: () -> Unit): List<String> {
    val listener = LoopListener(VectorBackend())
    on(listener) { body() }
    return listener.loops.distinct()
}

/** Notes what [vector] has no kernel for. */
private class LoopListener(private val vector: VectorBackend) : Backend by vector {
    val loops = ArrayList<String>()

    override fun <A : Any> run(op: Op<A>, attributes: A, inputs: Array<Value>, outputs: Array<Value>) {
        if (vector.kernel(op, attributes, inputs) ==
            null
        ) {
            loops += inputs.joinToString(prefix = "${op.name}(", postfix = ")") { "${it.dtype}" }
        }
        vector.run(op, attributes, inputs, outputs)
    }
}

private object Some : Dim<Some>(5)

private object Pixel : Dim<Pixel>(64)

private object Inner : Dim<Inner>(16)

private object Kind : Dim<Kind>(3)

private object Gray : Dim<Gray>(1)

private object Side : Dim<Side>(8)

private object Across : Dim<Across>(8)

private object Strokes : Dim<Strokes>(4)

private object HalfSide : Dim<HalfSide>(4)

private object HalfAcross : Dim<HalfAcross>(4)

private object Feature : Dim<Feature>(64)

private object Time : Dim<Time>(7)

private object Width : Dim<Width>(16)

private object Wider : Dim<Wider>(64)

private object Sign : Dim<Sign>(11)

private fun kinds() = randint(0, 3, Sizes.of(5)).typed(Some)

private fun mlpCase(): Pair<Module, () -> Tensor<Scalar>> {
    val model = Linear(Pixel, Inner).relu() then Linear(Inner, Kind)
    val (images, kinds) = normal(Sizes.of(5, 64)).typed(Some, Pixel) to kinds()
    return model to { crossEntropy(model(images), kinds) }
}

private class SmallCnn : Net<Mat<Some, Pixel>, Mat<Some, Kind>>() {
    private val conv by Conv2d(Gray, Strokes, kernel = 3, padding = Padding.SAME, bias = false)
    private val norm by BatchNorm2d(Strokes)
    private val second by Conv2d(Strokes, Strokes, kernel = 3, padding = Padding.SAME)
    private val pool by MaxPool2d(2)
    private val flatten by Flatten()
    private val dropout by Dropout(0.25)
    private val head by Linear(Feature, Kind)

    override fun forward(x: Tensor<Mat<Some, Pixel>>): Tensor<Mat<Some, Kind>> {
        val strokes = norm(pool(conv(x.unflatten(Gray, Side, Across)), HalfSide, HalfAcross)).relu()
        return head(dropout(flatten(second(strokes), to = Feature)))
    }
}

private fun cnnCase(): Pair<Module, () -> Tensor<Scalar>> {
    val model = SmallCnn()
    val (images, kinds) = normal(Sizes.of(5, 64)).typed(Some, Pixel) to kinds()
    return model to { crossEntropy(model(images), kinds) }
}

private class SmallTransformer : Net<Mat<Some, Time>, Cube<Some, Time, Sign>>() {
    private val signs by Embedding(Sign, Width)
    private val places by Embedding(Time, Width)
    private val layer by TransformerEncoderLayer(
        Width,
        2,
        Wider,
        dropout = 0.1,
        batchFirst = true,
        normFirst = true,
        activation = { gelu(it) },
    )
    private val norm by LayerNorm(Width)
    private val scores by Linear(Width, Sign)

    override fun forward(x: Tensor<Mat<Some, Time>>): Tensor<Cube<Some, Time, Sign>> =
        scores(norm(layer(signs(x) + places(arange(7).typed(Time)), isCausal = true)))
}

private fun transformerCase(): Pair<Module, () -> Tensor<Scalar>> {
    val model = SmallTransformer()
    val text = randint(0, 11, Sizes.of(5, 7)).typed(Some, Time)
    return model to { crossEntropy(model(text).mergeFirst(), text.merge()) }
}
