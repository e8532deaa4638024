package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.address
import dev.rankine.ops.Conv2dGradientAttributes
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

/** [dev.rankine.ops.conv2dWeightGradient]. Figures: [WeightGradientRun]. */
internal object Conv2dWeightGradient : VectorKernel<Conv2dGradientAttributes>() {
    override fun accepts(attributes: Conv2dGradientAttributes, inputs: Array<Value>): Boolean = isConvolved(inputs[0].dtype)

    override fun compute(attributes: Conv2dGradientAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val dw = outputs[0]
        if (inputs[1].elements == 0) return PoolPlan.clear(dw.address(), dw.elements.toLong() * dw.dtype.bytes)
        if (dw.elements == 0) return
        val slide = slide(attributes.convolution, inputs[0], dw.sizes, inputs[1].sizes)
        if (slide.dtype != DType.I64) {
            val dy = Planes(inputs[1])
            if (DepthwiseGradientRun.suits(slide)) {
                DepthwiseGradientRun(slide, dy, dw).run()
            } else if (PointwiseGradientRun.suits(slide, dy)) {
                PointwiseGradientRun.run(slide, dy, dw)
            } else if (WinogradGradientRun.suits(slide, dy)) {
                WinogradGradientRun(slide, dy, dw).run()
            } else if (ImageGradientRun.suits(slide, dy)) {
                ImageGradientRun(slide, dy, dw).run()
            } else {
                WeightGradientRun(slide, dy, dw).run()
            }
            // a number that is not finite, times a zero outside the planes, may have made a NaN that the row does not have
            if (isFinite(dw)) return
        }
        DenseOperands(arrayOf(inputs[1])).use { (dy) -> ConvolutionLoop.weightGradient(slide, dy, dw) }
    }

    private fun isFinite(dw: Value): Boolean =
        if (dw.dtype == DType.F32) {
            FiniteF32.all(dw.address(), dw.elements.toLong())
        } else {
            FiniteF64.all(dw.address(), dw.elements.toLong())
        }
}

/** The element types that convolutions have kernels for. */
internal fun isConvolved(dtype: DType): Boolean = dtype == DType.F32 || dtype == DType.F64 || dtype == DType.I64
