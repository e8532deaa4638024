package dev.rankine.nn

import dev.rankine.autodiff.backward
import dev.rankine.ops.manualSeed
import dev.rankine.ops.narrow
import dev.rankine.ops.normal
import dev.rankine.ops.ones
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import kotlin.math.abs
import kotlin.math.sqrt
import dev.rankine.tensor.normal as normalTensor

private object Couple : Dim<Couple>()

private object Told : Dim<Told>()

private object Written : Dim<Written>()

private object Meaning : Dim<Meaning>(4)

private fun transformer(batchFirst: Boolean = true) =
    Transformer(Meaning, 2, 2, 2, Told of 6, dropout = 0.0, batchFirst = batchFirst, normFirst = true)

private fun close(a: DoubleArray, b: DoubleArray): Boolean = a.size == b.size && a.indices.all { abs(a[it] - b[it]) < 1e-5 }

internal class TransformerDecoderTest :
    FunSpec({
        test("a typed call gives what the second sequence has, under its names") {
            manualSeed(1)
            val told: Tensor<Cube<Couple, Told, Meaning>> = normalTensor(Couple of 2, Told of 5, Meaning)
            val written: Tensor<Cube<Couple, Written, Meaning>> = normalTensor(Couple of 2, Written of 3, Meaning)
            val y: Tensor<Cube<Couple, Written, Meaning>> = transformer()(told, written, masks = DecoderMasks(isCausal = true))
            y.sizes.toString() shouldBe "[Couple = 2, Written = 3, Meaning = 4]"
            val layer = TransformerDecoderLayer(Meaning, 2, Told of 6, batchFirst = true)
            val z: Tensor<Cube<Couple, Written, Meaning>> = layer(written, told)
            z.sizes.toString() shouldBe "[Couple = 2, Written = 3, Meaning = 4]"
        }

        test("a causal decoder does not see what comes later, wherever the batch stands") {
            manualSeed(2)
            for (batchFirst in listOf(true, false)) {
                val model = transformer(batchFirst).also { it.eval() }
                val axis = if (batchFirst) 1 else 0
                val (source, target) = listOf(5, 4).map { normal(if (batchFirst) Sizes.of(2, it, 4) else Sizes.of(it, 2, 4)) }
                val masks = DecoderMasks(isCausal = true)
                val all = narrow(model.call(source, target, masks = masks), axis, 0, 2).toDoubleArray()
                close(all, model.call(source, narrow(target, axis, 0, 2), masks = masks).toDoubleArray()) shouldBe true
                close(all, narrow(model.call(source, target), axis, 0, 2).toDoubleArray()) shouldBe false
            }
        }

        test("masks of the memory: places that are none, and places that one may not look at, do not count") {
            manualSeed(3)
            val layer = TransformerDecoderLayer(Meaning, 2, Told of 6, batchFirst = true).also { it.eval() }
            val (x, memory) = listOf(2, 3).map { normal(Sizes.of(1, it, 4)) }
            val cut = layer.call(x, narrow(memory, 1, 0, 2)).toDoubleArray()
            val padding = valueOf(booleanArrayOf(false, false, true), 1, 3)
            close(layer.call(x, memory, DecoderMasks(memoryPadding = padding)).toDoubleArray(), cut) shouldBe true
            val mask = valueOf(booleanArrayOf(false, false, true, false, false, true), 2, 3)
            close(layer.call(x, memory, DecoderMasks(memory = mask)).toDoubleArray(), cut) shouldBe true
            close(layer.call(x, memory).toDoubleArray(), cut) shouldBe false
        }

        test("weights start as Xavier's, biases and normalizations as ever; a gradient reaches every parameter") {
            manualSeed(4)
            val model = transformer()
            for (parameter in model.parameters()) {
                if (parameter.value.rank < 2) continue
                val fan = Fan.of(parameter.value.sizes)
                val largest = parameter.value.toDoubleArray().maxOf { abs(it) }
                val bound = sqrt(6.0 / (fan.input + fan.output))
                (parameter.name to (largest in bound * 0.6..bound * 1.000001)) shouldBe (parameter.name to true)
            }
            val y = model.call(normal(Sizes.of(2, 5, 4)), normal(Sizes.of(2, 3, 4)))
            sum(y * normal(Sizes.of(2, 3, 4))).backward()
            model.parameters().filter { it.gradient == null }.map { it.name } shouldBe emptyList()
        }

        test("the typed stack is the stack") {
            manualSeed(8)
            val stack = TransformerDecoder(2) { TransformerDecoderLayer(Meaning, 2, batchFirst = true) }.also { it.eval() }
            val x: Tensor<Cube<Couple, Told, Meaning>> = normalTensor(Couple of 2, Told of 5, Meaning)
            val y: Tensor<Cube<Couple, Told, Meaning>> = stack(x, x, DecoderMasks(isCausal = true))
            y.sizes.toString() shouldBe "[Couple = 2, Told = 5, Meaning = 4]"
            y.value.toFloatArray().toList() shouldBe stack.call(x.value, x.value, DecoderMasks(isCausal = true)).toFloatArray().toList()
        }

        test("sentences") {
            fun first(block: () -> Unit) = shouldThrow<ShapeException> { block() }.message!!
            val x: Tensor<Cube<Couple, Told, Meaning>> = normalTensor(Couple of 2, Told of 5, Meaning)
            val late = transformer(batchFirst = false)
            first { late(x, x) } shouldBe
                """
                transformer: the typed call takes the batch first, the module does not
                  x       [Couple = 2, Told = 5, Meaning = 4]
                  memory  [Couple = 2, Told = 5, Meaning = 4]
                  hint: make it with `batchFirst = true`
                """.trimIndent()
            first { TransformerDecoder(1) { TransformerDecoderLayer(Meaning, 2) }(x, x) }.lines().first() shouldBe
                "decoder: the typed call takes the batch first, the module does not"
            first { TransformerDecoderLayer(Meaning, 2)(x, x) }.lines().first() shouldBe
                "decoder: the typed call takes the batch first, the module does not"
            first { TransformerDecoderLayer(Meaning, 3) } shouldBe
                "attention: the features do not divide into heads: Meaning of 4, 3 heads"
            first {
                TransformerDecoderLayer(Meaning, 2).call(ones(Sizes.of(4)), ones(Sizes.of(3, 4)), DecoderMasks(isCausal = true))
            }.lines().first() shouldBe "attention: needs two axes or three, of all the same: 1, 1, 1 given"
            shouldThrow<IllegalArgumentException> { TransformerDecoder(0) { TransformerDecoderLayer(Meaning, 2) } }.message shouldBe
                "transformer: needs at least one layer: 0 given"
        }
    })
