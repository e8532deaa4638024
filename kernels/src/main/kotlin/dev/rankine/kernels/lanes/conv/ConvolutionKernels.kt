package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.Op
import dev.rankine.ops.avgPool2dGradient
import dev.rankine.ops.avgPool2dOp
import dev.rankine.ops.conv2dInputGradient
import dev.rankine.ops.conv2dOp
import dev.rankine.ops.conv2dWeightGradient
import dev.rankine.ops.maxPool2dGradient
import dev.rankine.ops.maxPool2dOp
import dev.rankine.ops.maxPool2dSelect
import dev.rankine.shapes.DType

/** The kernels of convolutions and poolings. */
internal val convolutionKernels: List<Pair<Op<*>, VectorKernel<*>>> =
    listOf(
        conv2dOp to Conv2d,
        conv2dInputGradient to Conv2dInputGradient,
        conv2dWeightGradient to Conv2dWeightGradient,
        maxPool2dOp to MaxPool2d,
        maxPool2dGradient to MaxPool2dGradient,
        maxPool2dSelect to MaxPool2dSelect,
        avgPool2dOp to AvgPool2d,
        avgPool2dGradient to AvgPool2dGradient,
    ) +
        listOf(DType.F16, DType.BF16).flatMap {
            listOf(
                conv2dOp to Narrowed(it, Conv2d),
                conv2dInputGradient to Narrowed(it, Conv2dInputGradient),
                conv2dWeightGradient to Narrowed(it, Conv2dWeightGradient),
                maxPool2dOp to Narrowed(it, MaxPool2d, places = true),
                maxPool2dGradient to Narrowed(it, MaxPool2dGradient, places = true),
                maxPool2dSelect to Narrowed(it, MaxPool2dSelect, places = true),
                avgPool2dOp to Narrowed(it, AvgPool2d),
                avgPool2dGradient to Narrowed(it, AvgPool2dGradient),
            )
        }
