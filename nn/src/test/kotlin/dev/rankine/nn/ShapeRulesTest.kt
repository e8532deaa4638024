package dev.rankine.nn

import dev.rankine.ops.zeros
import dev.rankine.shapes.Rule
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainAll
import io.kotest.matchers.shouldBe
import org.jetbrains.org.objectweb.asm.AnnotationVisitor
import org.jetbrains.org.objectweb.asm.ClassReader
import org.jetbrains.org.objectweb.asm.ClassVisitor
import org.jetbrains.org.objectweb.asm.Label
import org.jetbrains.org.objectweb.asm.MethodVisitor
import org.jetbrains.org.objectweb.asm.Opcodes
import java.io.File

private const val API = Opcodes.ASM9

/** The classes whose rules their subclasses share. */
private val POOL = Regex("/Pool[123]d$")

/** What stands in the annotation of a class or a method. */
private class Annotated(val place: String) {
    var rule: String? = null
    val bind = ArrayList<String>()
    val parameters = LinkedHashSet<String>()
}

/** A compiled class: its rules, and the names of the parameters of its constructors. */
private class Compiled(bytes: ByteArray) : ClassVisitor(API) {
    var name = ""
    var parent = ""
    val annotated = ArrayList<Annotated>()
    val constructorParameters = LinkedHashSet<String>()

    init {
        ClassReader(bytes).accept(this, 0)
    }

    override fun visit(version: Int, access: Int, name: String, signature: String?, parent: String?, interfaces: Array<out String>?) {
        this.name = name
        this.parent = parent.orEmpty()
    }

    override fun visitAnnotation(descriptor: String, visible: Boolean): AnnotationVisitor? = reader(descriptor, Annotated(name))

    override fun visitMethod(
        access: Int,
        method: String,
        descriptor: String,
        signature: String?,
        exceptions: Array<out String>?,
    ): MethodVisitor {
        val found = Annotated("$name.$method")
        return object : MethodVisitor(API) {
            override fun visitAnnotation(descriptor: String, visible: Boolean): AnnotationVisitor? = reader(descriptor, found)

            override fun visitLocalVariable(name: String, type: String, signature: String?, start: Label, end: Label, index: Int) {
                found.parameters += name
                if (method == "<init>") constructorParameters += name
            }
        }
    }

    private fun reader(descriptor: String, into: Annotated): AnnotationVisitor? {
        if (descriptor != "Ldev/rankine/shapes/ShapeRule;") return null
        annotated += into
        return object : AnnotationVisitor(API) {
            override fun visit(name: String?, value: Any) {
                if (name == "rule") into.rule = value as String else into.bind += value as String
            }

            override fun visitArray(name: String): AnnotationVisitor = this
        }
    }
}

internal class ShapeRulesTest :
    FunSpec({
        val root =
            File(
                Module::class.java.protectionDomain.codeSource.location
                    .toURI(),
            )
        val classes =
            root
                .walk()
                .filter { it.extension == "class" }
                .map { Compiled(it.readBytes()) }
                .toList()

        fun made(owner: Compiled): Set<String> =
            owner.constructorParameters + classes.filter { it.parent == owner.name }.flatMap { made(it) }

        test("rules stand where the compiler plugin looks for them") {
            val places = classes.flatMap { it.annotated }.map { it.place.substringAfterLast('/') }
            places shouldContainAll
                listOf(
                    "Linear",
                    "Conv2d",
                    "Conv2d.invokeKeeping4",
                    "Conv2d.invokeNamed4",
                    "Conv2d.halving4",
                    "Conv1d.invokeNamed3",
                    "Conv3d.halving5",
                    "ConvTranspose2d.doubling4",
                    "Unfold.invokeNamed4",
                    "Fold",
                    "MaxPool2d",
                    "AvgPool2d",
                    "Pool2d.halving3",
                    "GlobalAvgPool2d",
                    "MaxPool1d",
                    "AvgPool3d",
                    "Pool1d.invokeNamed3",
                    "Pool3d.invokeKeeping5",
                    "AdaptiveMaxPool2d",
                    "FractionalMaxPool3d",
                    "MaxUnpool2d.invoke4",
                    "ReflectionPad2d",
                    "Pad3d.invokeNamed5",
                    "Upsample.invokeNamed4",
                    "PixelShuffle",
                    "ChannelShuffle",
                    "Flatten",
                    "Flatten.invokeNamed4",
                    "Parameter.assign",
                    "BatchNorm2d",
                    "LayerNorm",
                    "Embedding",
                    "Activation",
                    "Dropout",
                    "ReLU",
                    "GroupNorm",
                    "RMSNorm",
                    "Bilinear",
                    "PairwiseDistance",
                    "Unflatten.invoke4",
                    "MultiheadAttention",
                    "MultiheadAttention.invokeCross",
                    "EmbeddingBag",
                    "GRUCell",
                    "RNNCell",
                )
        }

        test("every rule is one, and its numbers and lists are parameters") {
            val wrong = ArrayList<String>()
            for (owner in classes) {
                for (annotated in owner.annotated) {
                    val rule = Rule.of(annotated.rule!!)
                    val bind = annotated.bind.associate { it.substringBefore('=').trim() to it.substringAfter('=').trim() }
                    val names = (rule.numbers + rule.lists).map { (bind[it] ?: it).substringBefore('[') }
                    // pools share a rule, of which each has its part
                    val family = classes.find { it.name == owner.parent && POOL.containsMatchIn(it.name) } ?: owner
                    val known = annotated.parameters + made(family)
                    (names - known).mapTo(wrong) { "${annotated.place}: $it is no parameter: $known" }
                    (bind.keys - rule.numbers - rule.lists).mapTo(wrong) { "${annotated.place}: the rule has no $it" }
                }
            }
            wrong.shouldBeEmpty()
        }

        /** The first result of the rule at [place] for sizes and numbers. */
        fun result(place: String, sizes: List<Int?>, vararg numbers: Pair<String, Int?>): List<Int?>? {
            val rule = classes.flatMap { it.annotated }.first { it.place.endsWith("/$place") }.rule!!
            return Rule.of(rule).infer(place, listOf(sizes), mapOf(*numbers), emptyMap()).first()
        }

        fun refusal(block: () -> Unit): String? =
            runCatching(block)
                .exceptionOrNull()
                ?.message
                ?.lines()
                ?.first()

        test("rules say what the modules do") {
            val conv = arrayOf("input" to 3, "output" to 8, "kernel" to 3)
            result("Conv2d", listOf(2, 3, 28, null), *conv, "stride" to 2, "padding" to 1) shouldBe listOf(2, 8, 14, null)
            result("Conv2d.invokeKeeping4", listOf(null, 3, 28, 28), *conv, "padding" to null) shouldBe listOf(null, 8, 28, 28)
            result("Conv1d", listOf(3, 28), *conv, "stride" to 2) shouldBe listOf(8, 13)
            result("Conv3d", listOf(2, 3, 28, null, 5), *conv, "padding" to 1) shouldBe listOf(2, 8, 28, null, 5)
            result("ConvTranspose1d", listOf(2, 3, 5), *conv, "stride" to 2, "outputPadding" to 1) shouldBe listOf(2, 8, 12)
            result("ConvTranspose2d.doubling4", listOf(2, 3, 5, null), *conv, "stride" to 2, "padding" to 1) shouldBe listOf(2, 8, 10, null)
            result("Unfold", listOf(2, 3, 4, 5), "kernel" to 2) shouldBe listOf(2, 12, 12)
            result("Fold", listOf(12, 12), "rows" to 4, "columns" to 5, "kernel" to 2) shouldBe listOf(3, 4, 5)
            result("MaxPool2d", listOf(2, 3, 28, 29), "kernel" to 2) shouldBe listOf(2, 3, 14, 14)
            result("MaxPool2d", listOf(3, 28, 29), "kernel" to 2, "ceilMode" to 1) shouldBe listOf(3, 14, 15)
            result("AvgPool2d", listOf(3, 28, 29), "kernel" to 3, "stride" to 1, "padding" to 1) shouldBe listOf(3, 28, 29)
            result("MaxPool1d", listOf(2, null, 10), "kernel" to 3, "ceilMode" to 1) shouldBe listOf(2, null, 4)
            result("AvgPool3d", listOf(2, 4, 5, 6), "kernel" to 2) shouldBe listOf(2, 2, 2, 3)
            result("Pool3d.invokeKeeping5", listOf(1, 2, 4, 5, null), "kernel" to 3, "stride" to 1, "padding" to 1) shouldBe
                listOf(1, 2, 4, 5, null)
            result("AdaptiveMaxPool2d", listOf(3, 28, 28), "height" to 2, "width" to null) shouldBe listOf(3, 2, null)
            result("ReflectionPad2d", listOf(2, 3, 4, 5), "left" to 1, "right" to 2, "top" to 3, "bottom" to -1) shouldBe listOf(2, 3, 6, 8)
            result("PixelShuffle", listOf(8, 3, null), "factor" to 2) shouldBe listOf(2, 6, null)
            result("Linear", listOf(5, null), "input" to 4, "output" to 2) shouldBe listOf(5, 2)
            result("Layers__LSTMsKt.bidirectionalLstm", listOf(2, null, 3), "input" to 3, "hidden" to 4) shouldBe listOf(2, null, 8)
            result("Layers__LSTMsKt.lstmProjected", listOf(5, 3), "input" to 3, "projection" to 2) shouldBe listOf(5, 2)
            result("Layers__GRUKt.gru", listOf(2, 5, 3), "input" to 3, "hidden" to 4) shouldBe listOf(2, 5, 4)
            result("GRUCell", listOf(2, 3), "input" to 3, "hidden" to 4) shouldBe listOf(2, 4)
            result("EmbeddingBag", listOf(2, 7), "features" to 4) shouldBe listOf(2, 4)
            result("Flatten.invokeProduct4", listOf(null, 3, 4, 5)) shouldBe listOf(null, 60)
            result("Flatten", listOf(2, 3, 4, 5)) shouldBe listOf(2, 60)
            result("Flatten", listOf(2, 3, 4, 5), "startAxis" to -3, "endAxis" to 2) shouldBe listOf(2, 12, 5)
            result("Flatten", listOf(2, 3)) shouldBe listOf(2, 3)
            for ((start, end) in listOf(1 to -1, 0 to 1, 2 to 2, -2 to -1)) {
                val done = Flatten(start, end).call(zeros(Sizes.of(2, 3, 4, 5))).sizes.toList()
                result("Flatten", listOf(2, 3, 4, 5), "startAxis" to start, "endAxis" to end) shouldBe done
            }
        }

        test("rules of norms, dropouts and small layers say what the modules do") {
            val four = listOf(2, 4, 3, 5)
            for (axis in listOf(-1, 1, -3)) {
                result("GLU", listOf(2, 4, 6), "axis" to axis) shouldBe GLU(axis).call(zeros(Sizes.of(2, 4, 6))).sizes.toList()
            }
            result("GroupNorm", four, "groups" to 2, "channels" to 4) shouldBe four
            result("InstanceNorm2d", four.drop(1), "channels" to 4) shouldBe four.drop(1)
            result("BatchNorm3d", listOf(2, 4, 1, 2, 3), "channels" to 4) shouldBe listOf(2, 4, 1, 2, 3)
            result("RMSNorm", four, "last" to 5) shouldBe four
            result("Softmax", four, "axis" to 3) shouldBe four
            result("Dropout3d", four) shouldBe four
            result("Unflatten.invoke3", listOf(null, 12), "a" to 3, "b" to 4) shouldBe listOf(null, 3, 4)
            refusal { result("GLU", listOf(2, 3), "axis" to -1) } shouldBe "GLU: the axis has no halves: 3 % 2 != 0"
            refusal { result("GroupNorm", four, "groups" to 3, "channels" to 4) } shouldBe
                "GroupNorm: the channels do not divide into groups: 4 % 3 != 0"
            refusal { result("InstanceNorm1d", listOf(3, 5), "channels" to 4) } shouldBe "InstanceNorm1d: the channels are others: 3 != 4"
            refusal { result("Dropout1d", four) } shouldBe "Dropout1d: needs two axes or three: 2 > 1"
            refusal { result("Softmax2d", listOf(2, 3)) } shouldBe "Softmax2d: needs at least 3 axes: 2 given"
            refusal { result("LocalResponseNorm", listOf(2, 3)) } shouldBe "LocalResponseNorm: needs at least three axes: 0 < 1"
            refusal { result("Unflatten.invoke3", listOf(2, 13), "a" to 3, "b" to 4) } shouldBe
                "Unflatten.invoke3: the parts do not make the axis: 13 != 12"
        }

        test("rules refuse what the modules refuse") {
            val conv = arrayOf("input" to 3, "output" to 8, "kernel" to 3)
            refusal { result("Conv2d", listOf(2, 4, 28, 28), *conv) } shouldBe
                "Conv2d: the channels are not those that the convolution takes: 4 != 3"
            refusal { result("Conv2d.invokeKeeping4", listOf(null, 3, 28, 28), *conv) } shouldBe
                "Conv2d.invokeKeeping4: the rows do not stay as they are: 26 != 28"
            refusal { result("Conv2d.halving4", listOf(null, 3, 7, 8), *conv, "stride" to 2, "padding" to 1) } shouldBe
                "Conv2d.halving4: the rows are not halved: 8 != 7"
            refusal { result("Conv1d.invokeKeeping3", listOf(2, 3, 9), *conv) } shouldBe
                "Conv1d.invokeKeeping3: the length does not stay as it is: 7 != 9"
            refusal { result("ConvTranspose1d.invokeNamed2", listOf(3, 4), *conv, "stride" to 2, "length" to 11) } shouldBe
                "ConvTranspose1d.invokeNamed2: there are fewer elements than that: 11 >= 11"
            refusal { result("ConvTranspose3d.doubling4", listOf(3, 4, 4, 4), *conv, "stride" to 2) } shouldBe
                "ConvTranspose3d.doubling4: the planes are not doubled: 8 < 9"
            refusal { result("Pool2d.invokeNamed4", listOf(null, 3, 8, 8), "kernel" to 2, "rows" to 4, "columns" to 5) } shouldBe
                "Pool2d.invokeNamed4: the number of columns differs: 4 != 5"
            refusal { result("MaxPool2d", listOf(3, 2, 2), "kernel" to 3) } shouldBe
                "MaxPool2d: kernel is taller than the padded input: 2 < 3"
            refusal { result("Pool1d.invokeNamed3", listOf(null, 3, 8), "kernel" to 2, "length" to 5) } shouldBe
                "Pool1d.invokeNamed3: the length differs: 4 != 5"
            refusal { result("ChannelShuffle", listOf(2, 3, 4), "groups" to 2) } shouldBe
                "ChannelShuffle: the channels do not divide into groups: 3 % 2 != 0"
            refusal { result("Linear", listOf(null, 5), "input" to 4, "output" to 2) } shouldBe
                "Linear: the last axis is not what the layer takes: 5 != 4"
            refusal { result("Layers__RNNKt.rnn", listOf(2, 5, 3), "input" to 4, "hidden" to 4) } shouldBe
                "Layers__RNNKt.rnn: the last axis is not what the layer takes: 3 != 4"
            refusal { result("Layers__RNNKt.rnn", listOf(4), "input" to 4, "hidden" to 4) } shouldBe
                "Layers__RNNKt.rnn: needs a sequence or a batch of them: axes: 0 < 1"
            refusal { result("MultiheadAttention", listOf(2, 5, 8), "features" to 8, "heads" to 3) } shouldBe
                "MultiheadAttention: the features do not divide into heads: 8 % 3 != 0"
            refusal { result("Flatten.invokeNamed3", listOf(2, 3, 4), "to" to 13) } shouldBe
                "Flatten.invokeNamed3: the number of elements differs: 13 != 12"
            refusal { result("Flatten", listOf(2, 3, 4), "startAxis" to 2, "endAxis" to 1) } shouldBe
                "Flatten: the first axis comes after the last: 2 > 1"
            refusal { result("Flatten", listOf(2)) } shouldBe
                refusal { Flatten().call(zeros(Sizes.of(2))) }?.replaceFirst("flatten", "Flatten")
        }
    })
