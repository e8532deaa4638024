package dev.rankine.nn.compile

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.io.File

/** What the compiler says where the last axis of a tensor of the given shape is not the layer's input. */
internal fun mismatched(leading: String, shape: String, input: String = "Pixels", output: String = "Hidden"): String {
    val parameters = (leading.split(", ").filter { it.isNotEmpty() } + "Last").joinToString { "$it : Dim<*>" }
    val rest = if (leading.isEmpty()) "" else "$leading, "
    return "'fun <$parameters> invoke(x: Tensor<$shape<${rest}Last>>, takes: $input?): Tensor<$shape<$rest$output>>' is deprecated. " +
        "shape: the last axis of the tensor is not the input axis of the layer."
}

internal class LayerProgramsTest :
    FunSpec({
        val programs =
            listOf(
                accepts("val y: Tensor<Vec<Hidden>> = layer(pixels)"),
                accepts("val y: Tensor<Mat<Batch, Hidden>> = layer(images)"),
                accepts("val y: Tensor<Cube<Batch, Time, Hidden>> = layer(videos)"),
                accepts("val y: Tensor<Rank4<Batch, Time, Heads, Hidden>> = layer(views)"),
                accepts("val y: Tensor<AnyShape> = layer(anything)"),
                accepts("fun <N : Dim<*>> f(x: Tensor<Mat<N, Pixels>>): Tensor<Mat<N, Hidden>> = layer(x)"),
                accepts("fun <I : Dim<*>, O : Dim<*>> f(l: Layer<I, O>, x: Tensor<Mat<Batch, I>>): Tensor<Mat<Batch, O>> = l(x)"),
                // a parameter hides a property of the same name, whatever kind of module both are
                accepts(
                    "lateinit var model: Net<Mat<Batch, Pixels>, Mat<Batch, Features>>\n" +
                        "fun f(model: Layer<Pixels, Digit>): Tensor<Mat<Batch, Digit>> = model(images)",
                ),
                refuses("val y = layer(digits)", mismatched("", "Vec")),
                refuses("val y = layer(scores)", mismatched("A", "Mat")),
                refuses("val y = layer(words)", mismatched("A, B", "Cube")),
                refuses("val y = layer(attention)", mismatched("A, B, C", "Rank4")),
                refuses("fun <N : Dim<*>> f(x: Tensor<Mat<N, Digit>>) = layer(x)", mismatched("A", "Mat")),
                refuses("fun <N : Dim<*>> f(x: Tensor<Mat<Batch, N>>) = layer(x)", mismatched("A", "Mat")),
                refuses(
                    "val y: Tensor<Mat<Batch, Digit>> = layer(images)",
                    "Initializer type mismatch: expected 'Tensor<Mat<Batch, Digit>>', actual 'Tensor<Mat<Batch, Hidden>>'.",
                ),
                accepts("val net: Layer<Pixels, Digit> = Linear(Pixels, Hidden).relu() then Linear(Hidden, Digit)"),
                accepts("val net: Layer<Pixels, Digit> = Linear(Pixels, Dyn of 5) then Linear(Dyn of 5, Digit)"),
                accepts("val net: Layer<Batch, Digit> = Linear(Batch of 3, Digit)"),
                refuses(
                    "val net = Linear(Pixels, Hidden) then Linear(Digit, Hidden)",
                    argument("Linear<Digit, Hidden>", "Layer<Hidden, Dim<*>>"),
                ),
                refuses(
                    "val net = Linear(Pixels, Hidden).relu() then Linear(Digit, Hidden)",
                    argument("Linear<Digit, Hidden>", "Layer<Hidden, Dim<*>>"),
                ),
                refuses(
                    "val net: Layer<Pixels, Digit> = Linear(Pixels, Hidden).relu() then Linear(Hidden, Features)",
                    "Initializer type mismatch: expected 'Layer<Pixels, Digit>', actual 'Layer<Pixels, Features>'.",
                ),
                refuses(
                    "fun mlp(): Layer<Pixels, Digit> =\n" +
                        "    Linear(Pixels, Hidden).relu() then Linear(Hidden, Features).relu() then Linear(Hidden, Digit)",
                    argument("Linear<Hidden, Digit>", "Layer<Features, Digit>"),
                ),
                Program(
                    "val net = Linear(Pixels, Hidden) then Linear(Features, Hidden) then Linear(Hidden, Digit)",
                    listOf(
                        argument("Linear<Features, Hidden>", "Layer<Hidden, Dim<*>>"),
                        // the compiler cannot know what the refused part gives
                        argument("Linear<Hidden, Digit>", "Layer<Dim<*>, Dim<*>>"),
                    ),
                ),
                refuses("val net = Linear(Pixels, Hidden) then Flatten()", argument("Flatten", "Layer<Hidden, Dim<*>>")),
                refuses(
                    "val net = Linear(784, 10)",
                    "'fun Linear(input: Int, output: Int, bias: Boolean = ...): Linear<Dyn, Dyn>' is deprecated. " +
                        "shape: the axis that goes in needs a name: Linear(Pixels, 512); axes without names are untypedLinear(784, 512).",
                ),
                accepts("val net: Linear<Pixels, Dyn> = Linear(Pixels, 512)"),
                accepts("val net: Layer<Pixels, Digit> = Linear(Pixels, 512).relu().linear(256).relu().linear(Digit)"),
                accepts("val net: Layer<Pixels, Hidden> = Linear(Pixels, Hidden).layerNorm().dropout(0.1)"),
                accepts("val net: Layer<Pixels, Dyn> = Linear(Pixels, 512).layerNorm().gelu().dropout().linear(3, bias = false)"),
                refuses(
                    "val net = Linear(Pixels, 512).relu() then Linear(Hidden, Digit)",
                    argument("Linear<Hidden, Digit>", "Layer<Dyn, Dim<*>>"),
                ),
                refuses(
                    "val net: Layer<Pixels, Digit> = Linear(Pixels, 512).linear(Hidden)",
                    "Initializer type mismatch: expected 'Layer<Pixels, Digit>', actual 'Layer<Pixels, Hidden>'.",
                ),
                accepts("val y: Tensor<Rank5<Batch, Time, Heads, Digit, Hidden>> = layer(deep)"),
                refuses("val y = Linear(Hidden, Digit)(deep)", mismatched("A, B, C, D", "Rank5", "Hidden", "Digit")),
                refuses("val y: Tensor<Vec<Hidden>> = layer(digits)", mismatched("", "Vec")),
                refuses("val y: Tensor<Mat<Batch, Hidden>> = layer(scores)", mismatched("A", "Mat")),
                refuses("val y: Tensor<Cube<Batch, Time, Hidden>> = layer(words)", mismatched("A, B", "Cube")),
                refuses("val y: Tensor<Rank4<Batch, Time, Heads, Hidden>> = layer(attention)", mismatched("A, B, C", "Rank4")),
                refuses("val y: Tensor<Mat<Batch, Digit>> = Linear(Hidden, Digit)(layer(scores))", mismatched("A", "Mat")),
            )

        test("the readme shows a refused program with its message") {
            val shown = "Linear(Pixels, Hidden).relu() then Linear(Pixels, Digit)"
            val program = refuses("val model = $shown", argument("Linear<Pixels, Digit>", "Layer<Hidden, Dim<*>>"))
            compile(listOf(program)) shouldBe listOf(program.messages)
            val readme = File(System.getProperty("rankine.root"), "README.md").readText()
            readme shouldContain shown
            readme shouldContain program.messages.single()
        }

        val messages = compile(programs)
        for ((i, program) in programs.withIndex()) test(program.code) { messages[i] shouldBe program.messages }
    })

internal fun argument(actual: String, expected: String): String =
    "Argument type mismatch: actual type is '$actual', but '$expected' was expected."
