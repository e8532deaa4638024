@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The number added to the variance ([eps]), and which operands follow the input: a weight ([hasWeight]), a bias ([hasBias]). */
public data class BatchNormAttributes(public val eps: Double, public val hasWeight: Boolean = false, public val hasBias: Boolean = false)

/**
 * Standardizes every channel (axis 1) over all other axes; inputs `x`, then weight and bias if there are such.
 * Results: the standardized values, and per channel the mean and the biased variance. The row behind [batchNormTraining].
 */
public val batchNormOp: OpN<BatchNormAttributes> =
    OpN(
        "batch_norm",
        Definition { attributes, inputs ->
            val x = inputs[0]
            val standard = Standardized(widen(x), otherAxes(x), attributes.eps)
            val weight = if (attributes.hasWeight) perChannel(inputs[1], x) else null
            val bias = if (attributes.hasBias) perChannel(inputs.last(), x) else null
            val channels = Sizes.of(x.sizes[1])
            arrayOf(
                to(affine(standard.y, weight, bias), x.dtype),
                reshape(standard.mean, channels),
                reshape(standard.variance, channels),
            )
        },
        { call ->
            val dtype = checked(call, Types.FLOATS_ONLY, 0)
            val weight = if (call.attributes.hasWeight) call.inputs[1] else null
            checkBatch(call.name, call.x, weight, if (call.attributes.hasBias) call.inputs.last() else null)
            val channels = Spec(if (dtype.bytes == 2) DType.F32 else dtype, Sizes.of(call.sizes()[1]))
            arrayOf(Spec(dtype, call.sizes()), channels, channels)
        },
        Gradients.EachInput { i ->
            val operands = gradientOperands(this)
            when {
                operands.none { it.isSymbolic } -> {
                    val all = shared { batchNormGradientOp(attributes.copy(hasBias = false), operands).toList() }
                    when {
                        i == 0 -> inputGradient(this, all[0])
                        i == 1 && attributes.hasWeight -> to(all[1], input(1).dtype)
                        else -> to(all[2], input(i).dtype)
                    }
                }

                i == 0 -> {
                    inputGradient(this, batchNormGradientOp(attributes.copy(hasBias = false), operands)[0])
                }

                // without the input's gradient the weight was not saved
                i == 1 && attributes.hasWeight -> {
                    val x = widen(input(0))
                    val products = sum(widen(dy) * (x - perChannel(output(1), x)), otherAxes(x))
                    to(products * rsqrt(output(2) + attributes.eps), input(1).dtype)
                }

                else -> {
                    to(sum(dy, otherAxes(dy)), input(i).dtype)
                }
            }
        },
        null,
        Names("nn.functional.batch_norm"),
    )

/**
 * The gradients of [batchNormOp] for its input, for a weight and for a bias, through the first result alone; inputs are the arriving gradient,
 * `x`, the mean and the variance per channel, and the weight if there is one. Those per channel are in float32 beside a 16-bit input.
 */
public val batchNormGradientOp: OpN<BatchNormAttributes> =
    OpN(
        "batch_norm_gradient",
        Definition { attributes, inputs ->
            val x = widen(inputs[1])
            val scale = perChannel(rsqrt(inputs[3] + attributes.eps), x)
            val y = (x - perChannel(inputs[2], x)) * scale
            val dy = affine(widen(inputs[0]), if (attributes.hasWeight) perChannel(inputs[4], x) else null, null)
            val arrived = widen(inputs[0])
            arrayOf(
                to(standardizedGradient(dy, y, scale, otherAxes(x)), inputs[1].dtype),
                sum(arrived * y, otherAxes(x)),
                sum(arrived, otherAxes(x)),
            )
        },
        { call ->
            val x = call.inputs[1]
            val dtype = checked(call, Types.FLOATS_ONLY, 1)
            checkBatch(call.name, x, if (call.attributes.hasWeight) call.inputs[4] else null, null)
            checkParameter(call.name, "gradient", call.inputs[0], x, x.sizes)
            checkParameter(call.name, "mean", call.inputs[2], x, Sizes.of(x.sizes[1]))
            checkParameter(call.name, "variance", call.inputs[3], x, Sizes.of(x.sizes[1]))
            val channels = Spec(if (dtype.bytes == 2) DType.F32 else dtype, Sizes.of(x.sizes[1]))
            arrayOf(Spec(dtype, x.sizes), channels, channels)
        },
        Gradients.Derived,
        null,
        Names("native_batch_norm_backward"),
    )

/**
 * `(x - mean) / sqrt(variance + eps) * weight + bias` per channel (axis 1). While [training], mean and biased variance are those of [x];
 * otherwise the running ones. `[N, C, *d] -> [N, C, *d]`, all others `[C]`. Floating types only. Ioffe & Szegedy, arXiv:1502.03167.
 *
 * The running statistics are read, never written: [batchNormTraining] gives what they become.
 *
 * @param momentum the share of the batch in the running statistics.
 * @throws ShapeException if sizes do not fit, if a channel has a single element while training,
 * or if there are no running statistics to use.
 * @throws dev.rankine.shapes.DTypeException if the elements are bool or integers, or the types do not go together.
 */
@ShapeRule("[n, c, *d] mean:[c]? variance:[c]? weight:[c]? bias:[c]? -> [n, c, *d]")
@JvmOverloads
public fun batchNorm(
    x: Value,
    runningMean: Value?,
    runningVar: Value?,
    weight: Value? = null,
    bias: Value? = null,
    training: Boolean = false,
    momentum: Double = 0.1,
    eps: Double = 1e-5,
): Value {
    if (x.rank < 2 && x.elements == 0) return copy(x) // as PyTorch
    if (training) return batchNormTraining(x, runningMean, runningVar, weight, bias, momentum, eps).y
    checkBatch("batch_norm", x, weight, bias)
    if (runningMean == null || runningVar == null) {
        throw ShapeException("batch_norm: needs running statistics when not training: none given", listOf("input" to x.sizes))
    }
    checkParameter("batch_norm", "running mean", runningMean, x, Sizes.of(x.sizes[1]))
    checkParameter("batch_norm", "running var", runningVar, x, Sizes.of(x.sizes[1]))
    val root = rsqrt(widen(runningVar) + eps)
    val scale = if (weight != null) root * weight else root
    val level = -(runningMean * scale)
    val shift = if (bias != null) level + bias else level
    return to(addcmul(perChannel(shift, x), widen(x), perChannel(scale, x)), x.dtype)
}

internal fun checkBatch(op: String, x: Value, weight: Value?, bias: Value?) {
    if (x.rank < 2) throw ShapeException("$op: needs at least two axes, batch and channels: ${x.rank} given", listOf("input" to x.sizes))
    weight?.let { checkParameter(op, "weight", it, x, Sizes.of(x.sizes[1])) }
    bias?.let { checkParameter(op, "bias", it, x, Sizes.of(x.sizes[1])) }
}

/** All axes of [x] but that of the channels. */
internal fun otherAxes(x: Value): List<Int> = (0 until x.rank).filter { it != 1 }

/** One number per channel as `[1, C, 1, ...]`. */
internal fun perChannel(v: Value, x: Value): Value = reshape(v, Sizes.of(*IntArray(x.rank) { if (it == 1) v.elements else 1 }))

/** The operands of [batchNormGradientOp]. */
private fun gradientOperands(call: GradientCall<out BatchNormAttributes>): List<Value> =
    listOfNotNull(call.dy, call.x, call.output(1), call.output(2), if (call.attributes.hasWeight) call.input(1) else null)

/** The gradient for the input: [first] through the first result, and what arrives for mean and variance. */
private fun inputGradient(call: GradientCall<out BatchNormAttributes>, first: Value): Value {
    val x = call.input(0)
    var dx = first
    val count = reducedCount(x.sizes, otherAxes(x)).toDouble()
    if (call.hasUpstream(1)) dx = dx + broadcastTo(to(perChannel(call.upstream(1) / count, x), x.dtype), x.sizes)
    if (call.hasUpstream(2)) {
        val distance = widen(x) - perChannel(call.output(1), x)
        dx = dx + to(distance * perChannel(call.upstream(2) * (2 / count), x), x.dtype)
    }
    return dx
}
