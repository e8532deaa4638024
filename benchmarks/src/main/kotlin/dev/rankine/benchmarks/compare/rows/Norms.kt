package dev.rankine.benchmarks.compare.rows

import dev.rankine.benchmarks.compare.Inputs
import dev.rankine.benchmarks.compare.Ours
import dev.rankine.benchmarks.compare.Row
import dev.rankine.ops.Value
import dev.rankine.ops.batchNorm
import dev.rankine.ops.groupNorm
import dev.rankine.ops.instanceNorm
import dev.rankine.ops.layerNorm
import dev.rankine.ops.logSoftmax
import dev.rankine.ops.noGrad
import dev.rankine.ops.rmsNorm
import dev.rankine.ops.softmax
import dev.rankine.ops.square

private val image = listOf(32, 64, 32, 32)

/** Sizes of softmax, and its axis. */
private val softened =
    listOf(listOf(4096, 1000) to 1, listOf(128, 10) to 1, listOf(8, 8, 128, 128) to 3, image to 1, listOf(64, 1000, 16) to 1)

/** Softmax and the norms of layers, alone and with their gradients. */
internal val norms: List<Row> =
    listOf(
        softened.flatMap { (sizes, axis) ->
            pair("softmax", sizes, "torch.softmax(X, $axis)", axis) { (x) -> softmax(x, axis) } +
                pair("log_softmax", sizes, "torch.log_softmax(X, $axis)", axis) { (x) -> logSoftmax(x, axis) }
        },
        listOf(listOf(8192, 768), listOf(1024, 256), listOf(8, 128, 256)).flatMap { sizes ->
            val last = listOf(sizes.last())
            pair("layer_norm", sizes, "torch.layer_norm(X, $last, W1, W2)", parameters = last) { (x, w, b) -> layerNorm(x, last, w, b) }
        },
        listOf(8192, 768).let { sizes ->
            val last = listOf(sizes.last())
            pair(
                "rms_norm",
                sizes,
                "torch.rms_norm(X, $last, W1, 1e-6)",
                parameters = last,
                count = 1,
            ) { (x, w) -> rmsNorm(x, last, w, 1e-6) }
        },
        listOf(image, listOf(128, 512)).flatMap { sizes ->
            pair(
                "batch_norm",
                sizes,
                "torch.batch_norm(X, W1, W2, None, None, True, 0.1, 1e-5, False)",
                parameters = listOf(sizes[1]),
            ) { (x, w, b) ->
                batchNorm(x, null, null, w, b, training = true)
            }
        },
        listOf(inference()),
        pair("group_norm", image, "torch.group_norm(X, 8, W1, W2)", parameters = listOf(64)) { (x, w, b) -> groupNorm(x, 8, w, b) },
        pair(
            "instance_norm",
            image,
            "torch.instance_norm(X, W1, W2, None, None, True, 0.1, 1e-5, False)",
            parameters = listOf(64),
        ) { (x, w, b) ->
            instanceNorm(x, weight = w, bias = b)
        },
    ).flatten()

/** A row without and one with gradients: of `X` of [sizes] and, if there are [parameters], of weight `W1` and bias `W2` of these sizes. */
private fun pair(
    name: String,
    sizes: List<Int>,
    script: String,
    axis: Int? = null,
    parameters: List<Int>? = null,
    count: Int = 2,
    ours: (List<Value>) -> Value,
): List<Row> {
    val what = "$name ${sizes.joinToString(" x ")}" + if (axis != null && axis != sizes.size - 1) " over axis $axis" else ""
    val operands = if (parameters == null) 1 else 1 + count
    val inputs = {
        val random = Inputs()
        val x = random.uniform(*sizes.toIntArray())
        listOf(x) + List(operands - 1) { random.uniform(*parameters!!.toIntArray()) } + random.uniform(*sizes.toIntArray())
    }
    return listOf(
        Row(
            "norms",
            what,
            1.2,
            "return [${script.replace("X", "x0").replace("W", "x")}]",
            bytes =
                8.0 * sizes.fold(1) { all, size -> all * size },
        ) {
            val values = inputs()
            Ours(values) { noGrad { listOf(ours(values)) } }
        },
        Row("norms", "$what, with gradient", 1.2, recordedScript(script.replace("X", "w0").replace("W", "w"), operands, operands + 1)) {
            recorded(inputs(), operands, forward = ours)
        },
    )
}

private fun inference(): Row =
    Row(
        "norms",
        "batch_norm ${image.joinToString(" x ")}, inference",
        1.2,
        "return [torch.batch_norm(x0, x1, x2, x3, x4, False, 0.1, 1e-5, False)]",
        bytes = 8.0 * image.fold(1) { all, size -> all * size },
    ) {
        val random = Inputs()
        val x = random.uniform(*image.toIntArray())
        val (weight, bias, mean) = List(3) { random.uniform(64) }
        val variance = square(random.uniform(64))
        Ours(listOf(x, weight, bias, mean, variance)) { noGrad { listOf(batchNorm(x, mean, variance, weight, bias)) } }
    }
