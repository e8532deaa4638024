package dev.rankine.conformance

import dev.rankine.ops.Ops
import dev.rankine.ops.adapterFunctions
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainAll
import java.io.File

/** Every row and every function over rows has a typed function, or a reason here. */
internal class TypedRowsTest :
    FunSpec({
        val folder = File(System.getProperty("rankine.root"), "tensor-dsl/src/main/kotlin/dev/rankine/tensor")
        val typed =
            folder
                .walkTopDown()
                .filter { it.extension == "kt" }
                .flatMap { DECLARED.findAll(it.readText()).map { found -> found.groupValues[1] } }
                .toSet()
        val names = RowNames()
        val called = Ops.all.map { names.call(it) ?: error("nothing calls ${it.name}") } + adapterFunctions.map { it.name }

        test("the words of the sources are found") {
            typed shouldContainAll listOf("plus", "sum", "zeros", "gelu", "conv2d", "crossEntropy", "get", "embedding")
        }
        test("every row has a typed function, or a reason") {
            called.filter { (OTHER_WORDS[it] ?: it) !in typed && it !in REASONS }.shouldBeEmpty()
        }
        test("no reason and no other word is left over") {
            REASONS.keys.filter { it !in called || it in typed }.shouldBeEmpty()
            OTHER_WORDS.filter { (untyped, word) -> untyped !in called || untyped in typed || word !in typed }.keys.shouldBeEmpty()
        }
    })

/** A public function: the name stands before the first parenthesis. */
private val DECLARED = Regex("""\bpublic (?:inline |infix |operator )*fun [^(=]*?(?:^|[ .])(\w+)\(""")

/** What the typed function is called where it is not the untyped one's word. */
private val OTHER_WORDS =
    mapOf(
        "add" to "plus",
        "sub" to "minus",
        "mul" to "times",
        "neg" to "unaryMinus",
        "castOp" to "to",
        "roundDecimals" to "round",
        "clampMin" to "clamp",
        "clampMax" to "clamp",
        "clampBetween" to "clamp",
        "constantPad" to "pad",
        "view" to "reshape",
        "expand" to "broadcastTo",
        "flatten" to "merge",
        "chunk" to "halves",
        "tile" to "repeat",
        "mm" to "matmul",
        "permute" to "transpose",
        "movedim" to "transpose",
        "slice" to "narrow",
        "squeeze" to "squeezeLast",
        "takeAlongAxis" to "gather",
    )

private const val BACKWARD = "a part of a gradient"
private const val STEP = "a step of an optimizer: it changes parameters of any shape, untyped"
private const val LAYER = "its statistics belong to a layer: nn.BatchNorm1d and nn.BatchNorm2d are its typed form"
private const val TABLE = "bags of several forms over a table: nn.EmbeddingBag is its typed form"
private const val WALK = "it walks along sequences: nn.RNN, nn.LSTM, nn.GRU and their cells are its typed form"
private const val WINDOWS = "where its windows lie is known at run time: layers as nn.FractionalMaxPool2d and nn.MaxUnpool2d are typed"
private const val CHOSEN = "a way to compute that another function chooses"
private const val WRITES = "writes into a part whose place is a number: the result's type says nothing that untyped() and typed() do not"

/** Why a function has no typed form. */
private val REASONS =
    listOf(
        BACKWARD to
            "sigmoidBackward tanhBackward siluBackward mishBackward softplusBackward softsignBackward reluBackward leakyReluBackward " +
            "eluBackward hardswishBackward geluBackward logitBackward softmaxGradientOp logSoftmaxGradientOp " +
            "layerNormGradientOp layerNormWeightGradientOp batchNormGradientOp groupNormGradientOp " +
            "conv2dInputGradient conv2dWeightGradient maxPool2dGradient maxPool2dSelect avgPool2dGradient nllLossGradientOp " +
            "crossEntropyGradientOp embeddingBackwardOp prodOfOthersOp rnnGradientOp lstmCellGradientOp lstmGradientOp gruCellGradientOp " +
            "gruGradientOp blockAttentionGradientOp",
        WALK to "rnnOp lstmCellOp lstmOp gruCellOp gruOp",
        STEP to "adamStepOp sgdStepOp",
        LAYER to "batchNorm",
        TABLE to "embeddingBag",
        WINDOWS to "fractionalMaxPool2d fractionalMaxPool3d maxUnpool1d maxUnpool2d maxUnpool3d",
        CHOSEN to "blockAttentionOp",
        WRITES to "sliceScatter selectScatter diagonalScatter",
    ).flatMap { (reason, words) -> words.split(' ').map { it to reason } }
        .toMap()
