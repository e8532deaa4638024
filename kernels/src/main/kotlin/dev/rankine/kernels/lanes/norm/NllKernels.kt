package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.address
import dev.rankine.ops.NllAttributes
import dev.rankine.ops.NllGradientAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.Value
import dev.rankine.ops.nllLossGradientOp
import dev.rankine.ops.nllLossOp
import dev.rankine.shapes.DType

/** Negative log likelihood of values `[N, C, *d]` with int64 class numbers `[N, *d]`, and its gradient: plain loops over the class numbers. Figures: [CrossEntropyKernels]. */
internal val nllKernels: List<Pair<Op<*>, VectorKernel<*>>> = listOf(nllLossOp to NllForward, nllLossGradientOp to NllBackward)

private object NllForward : VectorKernel<NllAttributes>() {
    override fun accepts(attributes: NllAttributes, inputs: Array<Value>): Boolean =
        exist(inputs[1], inputs[0].sizes[1], attributes.ignoreIndex)

    override fun compute(attributes: NllAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val type = inputs[0].dtype
        val y = outputs[0].address()
        inOrder(inputs[0]) { dense ->
            val x = dense.address()
            eachClass(inputs[1], inputs[0].sizes[1], attributes.ignoreIndex) { i, at ->
                putFloating(type, y + i.toLong() * type.bytes, if (at < 0) 0.0 else -floating(type, x + at * type.bytes))
            }
        }
    }
}

private object NllBackward : VectorKernel<NllGradientAttributes>() {
    override fun accepts(attributes: NllGradientAttributes, inputs: Array<Value>): Boolean =
        exist(inputs[1], attributes.classes, attributes.ignoreIndex)

    override fun compute(attributes: NllGradientAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val type = inputs[0].dtype
        val dx = outputs[0].address()
        Lanes.ALL.asSlice(dx, outputs[0].elements.toLong() * type.bytes).fill(0)
        // the gradient of a mean or a sum is one number, seen as many
        inOrder(inputs[0]) { dense ->
            val dy = dense.address()
            eachClass(inputs[1], attributes.classes, attributes.ignoreIndex) { i, at ->
                if (at >= 0) putFloating(type, dx + at * type.bytes, -floating(type, dy + i.toLong() * type.bytes))
            }
        }
    }
}

/** Whether [target] has int64 class numbers in order that all exist, or are [ignored]; the row says what is wrong with others. */
internal fun exist(target: Value, classes: Int, ignored: Long): Boolean {
    if (target.dtype != DType.I64 || !target.layout.isContiguous) return false
    return Indices.areClasses(target.address(), target.elements, classes, ignored)
}

/** Calls [visit] with the number of every target and that of the element it chooses, -1 for an ignored target. */
private inline fun eachClass(target: Value, classes: Int, ignored: Long, visit: (i: Int, element: Long) -> Unit) {
    val inner = (1 until target.rank).fold(1) { product, axis -> product * target.sizes[axis] }
    val numbers = target.address()
    for (i in 0 until target.elements) {
        val chosen = whole(DType.I64, numbers + i * 8L)
        visit(i, if (chosen == ignored) -1L else (i / inner * classes.toLong() + chosen) * inner + i % inner)
    }
}
