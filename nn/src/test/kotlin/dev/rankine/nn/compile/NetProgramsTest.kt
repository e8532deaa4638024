package dev.rankine.nn.compile

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

/** A model whose forward is [forward]. */
private fun net(forward: String): String =
    """
    class Classifier : Net<Mat<Batch, Pixels>, Mat<Batch, Digit>>() {
        val fc by Linear(Pixels, Hidden)
        val head by Linear(Hidden, Digit)

        override fun forward(x: Tensor<Mat<Batch, Pixels>>): $forward
    }
    """.trimIndent()

/** Nets to chain. */
private const val NETS = """
abstract class Encoder : Net<Cube<Batch, Time, Pixels>, Mat<Batch, Hidden>>()
abstract class Head : Net<Mat<Batch, Hidden>, Mat<Batch, Digit>>()
abstract class Other : Net<Mat<Batch, Pixels>, Mat<Batch, Digit>>()
abstract class Deep : Net<Vec<Digit>, Rank5<Batch, Time, Heads, Digit, Hidden>>()
abstract class Videos : Net<Vec<Digit>, Cube<Batch, Time, Pixels>>()
"""

private const val MISMATCHED_NETS =
    "'fun <In : Shape, After : Shape> Net<In, *>.then(next: Net<*, After>): Net<In, After>' is deprecated. " +
        "shape: what the net gives is not what the next one takes."

private const val UNTYPED =
    "'fun <In : Shape> Net<In, *>.then(next: Mapping): Net<In, *>' is deprecated. " +
        "shape: no net and no layer that fits; Sequential chains any modules, unchecked."

private fun chained(parameters: String, code: String): String = "${NETS}fun f($parameters) { $code }"

private const val ATTENTION = """
val attention: MultiheadAttention<Hidden> get() = error("compiled, never run")
val queries: Tensor<Cube<Batch, Time, Hidden>> get() = error("compiled, never run")
val keys: Tensor<Cube<Batch, Heads, Hidden>> get() = error("compiled, never run")
val padding: Tensor<Mat<Batch, Heads>> get() = error("compiled, never run")
"""

/** What the compiler says where a layer behind a net does not take the last axis. */
private fun behind(leading: String, shape: String): String {
    val parameters = (listOf("In : Shape") + (leading.split(", ").filter { it.isNotEmpty() } + "Last" + "O").map { "$it : Dim<*>" })
    val rest = if (leading.isEmpty()) "" else "$leading, "
    return "'fun <${parameters.joinToString()}> Net<In, $shape<${rest}Last>>.then(next: Layer<*, O>): Net<In, $shape<${rest}O>>' " +
        "is deprecated. shape: the last axis that the net gives is not the input axis of the layer."
}

internal class NetProgramsTest :
    FunSpec({
        val whole = net("Tensor<Mat<Batch, Digit>> = head(fc(x))")
        val programs =
            listOf(
                accepts(whole),
                accepts("$whole\nval y: Tensor<Mat<Batch, Digit>> = Classifier()(images)"),
                accepts("$whole\nclass Outer : Module() { val inner: Classifier by Classifier() }"),
                refuses(
                    net("Tensor<Mat<Batch, Digit>> = fc(x)"),
                    "Return type mismatch: expected 'Tensor<Mat<Batch, Digit>>', actual 'Tensor<Mat<Batch, Hidden>>'.",
                ),
                refuses(net("Tensor<Mat<Batch, Digit>> = head(x)"), mismatched("A", "Mat", "Hidden", "Digit")),
                refuses("$whole\nval y = Classifier()(scores)", argument("Tensor<Mat<Batch, Digit>>", "Tensor<Mat<Batch, Pixels>>")),
                refuses("$whole\nval y = Classifier()(pixels)", argument("Tensor<Vec<Pixels>>", "Tensor<Mat<Batch, Pixels>>")),
                refuses(
                    net("Tensor<Mat<Batch, Hidden>> = fc(x)"),
                    "Return type of 'fun forward(x: Tensor<Mat<Batch, Pixels>>): Tensor<Mat<Batch, Hidden>>' is not a subtype of the " +
                        "return type of the overridden member 'fun forward(x: Tensor<Mat<Batch, Pixels>>): Tensor<Mat<Batch, Digit>>' " +
                        "defined in 'program7.Classifier'.",
                ),
                accepts("val loss: Tensor<Scalar> = crossEntropy(Linear(Pixels, Digit)(images), labels)"),
                refuses(
                    "val loss = crossEntropy(Linear(Pixels, Digit)(images), digits)",
                    argument("Tensor<Vec<Digit>>", "Tensor<Vec<Batch>>"),
                ),
                refuses("val loss = crossEntropy(Linear(Hidden, Digit)(images), labels)", mismatched("A", "Mat", "Hidden", "Digit")),
                accepts(chained("a: Encoder, b: Head", "val net: Net<Cube<Batch, Time, Pixels>, Mat<Batch, Digit>> = a then b")),
                accepts(
                    chained(
                        "a: Encoder",
                        "val net: Net<Cube<Batch, Time, Pixels>, Mat<Batch, Digit>> = a.relu() then Linear(Hidden, Digit)",
                    ),
                ),
                accepts(
                    chained("a: Videos, b: Encoder", "val net: Net<Vec<Digit>, Mat<Batch, Hidden>> = a then Linear(Pixels, Pixels) then b"),
                ),
                accepts(
                    chained(
                        "a: Deep",
                        "val net: Net<Vec<Digit>, Rank5<Batch, Time, Heads, Digit, Features>> = a then Linear(Hidden, Features)",
                    ),
                ),
                refuses(chained("a: Deep", "a then Linear(Digit, Features)"), behind("A, B, C, D", "Rank5")),
                accepts(
                    chained(
                        "a: Head, b: Encoder",
                        "val net: Net<Mat<Batch, Pixels>, Mat<Batch, Digit>> = a after Linear(Pixels, 512).relu().linear(Hidden)\n" +
                            "val other: Net<Cube<Batch, Time, Digit>, Mat<Batch, Hidden>> = b.relu() after Linear(Digit, Pixels)",
                    ),
                ),
                refuses(chained("a: Head", "a after Linear(Pixels, Digit)"), argument("Linear<Pixels, Digit>", "Layer<Dim<*>, Hidden>")),
                refuses(chained("a: Head, b: Encoder", "a after b"), argument("Encoder", "Layer<Dim<*>, Hidden>")),
                accepts(chained("a: Encoder, x: Tensor<AnyShape>", "val y: Tensor<AnyShape> = Sequential(a, layer, Flatten())(x)")),
                refuses(chained("a: Encoder, b: Other", "a then b"), MISMATCHED_NETS),
                refuses(chained("a: Encoder, b: Other", "a.relu() then b"), MISMATCHED_NETS),
                refuses(chained("a: Encoder", "a then Linear(Digit, Hidden)"), behind("A", "Mat")),
                refuses(chained("a: Videos, b: Encoder", "a then Linear(Digit, Pixels) then b"), behind("A, B", "Cube")),
                refuses(
                    chained("a: Encoder", "val net: Net<Cube<Batch, Time, Pixels>, Mat<Batch, Digit>> = a then Linear(Digit, Digit)"),
                    behind("A", "Mat"),
                ),
                refuses(chained("a: Encoder, b: Head", "layer then b"), argument("Head", "Layer<Hidden, Dim<*>>")),
                refuses(chained("a: Encoder", "a then Flatten()"), UNTYPED),
                refuses(chained("a: Encoder", "a then Sequential(layer)"), UNTYPED),
                refuses(chained("a: Encoder, b: Other", "val y = (a then b) then Linear(Digit, Hidden)"), MISMATCHED_NETS),
                accepts(
                    "val encoder = TransformerEncoder(2) { TransformerEncoderLayer(Pixels, 4) }\n" +
                        "val y: Tensor<Cube<Batch, Time, Pixels>> = encoder(videos, isCausal = true)",
                ),
                refuses(
                    "val y: Tensor<Cube<Batch, Time, Digit>> = TransformerEncoderLayer(Pixels, 4)(videos)",
                    "Initializer type mismatch: expected 'Tensor<Cube<Batch, Time, Digit>>', actual 'Tensor<Cube<Batch, Time, Pixels>>'.",
                ),
                refuses(
                    "fun f(l: LayerNorm<Digit>) = TransformerEncoder(2, l) { TransformerEncoderLayer(Pixels, 4) }",
                    "Return type mismatch: expected 'TransformerEncoderLayer<Digit>', actual 'TransformerEncoderLayer<Pixels>'.",
                ),
                accepts(chained("a: Head, x: Tensor<Mat<Batch, Hidden>>", "val y: Tensor<Mat<Batch, Digit>> = a.forInference()(x)")),
                accepts("val y: Tensor<Cube<Batch, Time, Hidden>> = layer.forInference()(videos)"),
                refuses("val y: Tensor<Mat<Batch, Hidden>> = layer.forInference()(scores)", mismatched("A", "Mat")),
                refuses(
                    chained("a: Head", "a.forInference()(images)"),
                    argument("Tensor<Mat<Batch, Pixels>>", "Tensor<Mat<Batch, Hidden>>"),
                ),
                // nothing for an optimizer
                refuses(
                    chained("a: Head", "a.forInference().parameters()"),
                    "Unresolved reference 'parameters' on receiver of type 'Inference<Mat<Batch, Hidden>, Mat<Batch, Digit>>'.",
                ),
                refuses(
                    "val numbers = layer.forInference().parameters()",
                    "Unresolved reference 'parameters' on receiver of type 'LayerInference<Pixels, Hidden>'.",
                ),
                accepts("$ATTENTION val y: Tensor<Cube<Batch, Time, Hidden>> = attention(queries, keys, keyPadding = padding)"),
                accepts("$ATTENTION val y: Tensor<Cube<Batch, Time, Hidden>> = attention(queries)"),
                refuses(
                    "$ATTENTION val y = attention(videos)",
                    argument("Tensor<Cube<Batch, Time, Pixels>>", "Tensor<Cube<*, *, Hidden>>"),
                ),
                refuses(
                    "$ATTENTION val y = attention(queries, keys, queries)",
                    argument("Tensor<Cube<Batch, Time, Hidden>>", "Tensor<Cube<Batch, Heads, Hidden>>"),
                ),
                refuses(
                    "$ATTENTION val y = attention(queries, videos)",
                    argument("Tensor<Cube<Batch, Time, Pixels>>", "Tensor<Cube<Batch, Dim<*>, Hidden>>"),
                ),
                refuses(
                    "$ATTENTION val y = attention(queries, keys, mask = padding)",
                    argument("Tensor<Mat<Batch, Heads>>", "Tensor<Mat<Time, Heads>>?"),
                ),
                refuses("val y = Sequential(layer)(images)", argument("Tensor<Mat<Batch, Pixels>>", "Tensor<AnyShape>")),
            )

        val messages = compile(programs)
        for ((i, program) in programs.withIndex()) test(program.code) { messages[i] shouldBe program.messages }
    })
