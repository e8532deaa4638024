package dev.rankine.nn.every

import dev.rankine.nn.LazyBatchNorm1d
import dev.rankine.nn.LazyBatchNorm2d
import dev.rankine.nn.LazyBatchNorm3d
import dev.rankine.nn.LazyConv1d
import dev.rankine.nn.LazyConv2d
import dev.rankine.nn.LazyConv3d
import dev.rankine.nn.LazyConvTranspose1d
import dev.rankine.nn.LazyConvTranspose2d
import dev.rankine.nn.LazyConvTranspose3d
import dev.rankine.nn.LazyInstanceNorm1d
import dev.rankine.nn.LazyInstanceNorm2d
import dev.rankine.nn.LazyInstanceNorm3d
import dev.rankine.nn.LazyLinear
import dev.rankine.nn.Mapping
import dev.rankine.shapes.DType

/** A case of a lazy module, which has seen four channels, or features, in a batch as [first]. */
private fun lazy(name: String, first: Input, vararg refused: Pair<Input, String>, make: () -> Mapping): LayerCase<Mapping> =
    mapping(name, first, *refused) { make().also { it.call(first.value(DType.F32, 0)) } }

internal val lazyCases: List<LayerCase<*>> =
    listOf(
        lazy(
            "LazyLinear",
            floats(2, 4),
            floats() to "linear: input needs at least 1 axis [*p, in]: 0 given",
            floats(3) to "linear: in differs: 3 != 4",
        ) { LazyLinear(To) },
        lazy(
            "LazyConv1d",
            floats(2, 4, 3),
            floats(2, 3, 3) to "conv1d: channels do not fit the weight: 3 != 4",
            floats(4) to "conv1d: input needs at least 2 axes: 1 given",
        ) { LazyConv1d(To, 2) },
        lazy(
            "LazyConv2d",
            floats(2, 4, 3, 3),
            floats(2, 3, 4, 3) to "conv2d: channels do not fit the weight: 3 != 4",
            floats(4) to "conv2d: input needs at least 3 axes: 1 given",
        ) { LazyConv2d(To, 2) },
        lazy(
            "LazyConv3d",
            floats(4, 2, 2, 2),
            floats(3, 2, 2, 2) to "conv3d: channels do not fit the weight: 3 != 4",
            floats(4) to "conv3d: input needs at least 4 axes: 1 given",
        ) { LazyConv3d(To, 2) },
        lazy("LazyConvTranspose1d", floats(2, 4, 3), floats(2, 3, 3) to "conv_transpose1d: channels do not fit the weight: 3 != 4") {
            LazyConvTranspose1d(To, 2, stride = 2)
        },
        lazy("LazyConvTranspose2d", floats(4, 2, 2), floats(3, 2, 2) to "conv_transpose2d: channels do not fit the weight: 3 != 4") {
            LazyConvTranspose2d(To, 2)
        },
        lazy("LazyConvTranspose3d", floats(4, 1, 2, 1), floats(3, 2, 2, 2) to "conv_transpose3d: channels do not fit the weight: 3 != 4") {
            LazyConvTranspose3d(To, 2)
        },
        lazy("LazyBatchNorm1d", floats(3, 4), floats(3, 3) to "batch_norm: needs 2 or 3 axes, the second of size 4: [3, 3] given") {
            LazyBatchNorm1d()
        },
        lazy("LazyBatchNorm2d", floats(2, 4, 2, 2), floats(3, 3) to "batch_norm: needs 4 axes, the second of size 4: [3, 3] given") {
            LazyBatchNorm2d()
        },
        lazy(
            "LazyBatchNorm3d",
            floats(2, 4, 1, 2, 2),
            floats(2, 3, 1, 2, 2) to "batch_norm: needs 5 axes, the second of size 4: [2, 3, 1, 2, 2] given",
        ) { LazyBatchNorm3d() },
        lazy(
            "LazyInstanceNorm1d",
            floats(2, 4, 3),
            floats(2, 3, 3) to "instance_norm: axis 1 needs size 4: [2, 3, 3] given",
            floats(4) to "instance_norm: needs 2 or 3 axes: 1 given",
        ) { LazyInstanceNorm1d(affine = true) },
        lazy("LazyInstanceNorm2d", floats(4, 2, 2), floats(3, 2, 2) to "instance_norm: axis 0 needs size 4: [3, 2, 2] given") {
            LazyInstanceNorm2d()
        },
        lazy("LazyInstanceNorm3d", floats(4, 2, 1, 2), floats(3, 2, 1, 2) to "instance_norm: axis 0 needs size 4: [3, 2, 1, 2] given") {
            LazyInstanceNorm3d()
        },
    )

/** What a lazy module is given wrongly it says at the first batch, as the layer that it makes. */
private fun atFirst(layer: String, message: String, first: Input, make: () -> Mapping): RefusedSetting =
    RefusedSetting(layer, message) { make().call(first.value(DType.F32, 0)) }

internal val lazySettings: List<RefusedSetting> =
    listOf(
        atFirst("LazyConv1d", "conv1d: kernel must be at least 1: 0 given", floats(4, 3)) { LazyConv1d(To, 0) },
        atFirst("LazyConv1d", "LazyConv1d: the first batch has no axis of channels: [3] given", floats(3)) { LazyConv1d(To, 2) },
        atFirst("LazyConv2d", "conv2d: the channels do not divide into groups: Dyn of 4, To of 3, 2 groups", floats(4, 3, 3)) {
            LazyConv2d(To, 2, groups = 2)
        },
        atFirst("LazyConv3d", "conv3d: padding cannot be negative: -1x-1x-1 given", floats(4, 3, 3, 3)) { LazyConv3d(To, 2, padding = -1) },
        atFirst(
            "LazyConvTranspose1d",
            "conv_transpose1d: output padding must be smaller than stride or dilation: [1], stride [1], dilation [1]",
            floats(4, 3),
        ) {
            LazyConvTranspose1d(To, 2, outputPadding = 1)
        },
        atFirst("LazyConvTranspose2d", "conv_transpose2d: dilation must be at least 1: 0x0 given", floats(4, 3, 3)) {
            LazyConvTranspose2d(To, 2, dilation = 0)
        },
        atFirst(
            "LazyConvTranspose3d",
            "conv_transpose3d: kernel is one number or depth, height and width: [2, 2] given",
            floats(4, 3, 3, 3),
        ) {
            LazyConvTranspose3d(To, listOf(2, 2))
        },
        atFirst("LazyBatchNorm1d", "LazyBatchNorm1d: the first batch has no axis of channels: [4] given", floats(4)) { LazyBatchNorm1d() },
        atFirst("LazyBatchNorm1d", "batch_norm: eps cannot be negative: -1.0", floats(2, 4)) { LazyBatchNorm1d(eps = -1.0) },
        atFirst(
            "LazyBatchNorm2d",
            "batch_norm: the momentum must be in [0, 1]: 1.5",
            floats(2, 4, 1, 2),
        ) { LazyBatchNorm2d(momentum = 1.5) },
        atFirst("LazyBatchNorm3d", "batch_norm: needs 5 axes, the second of size 4: [2, 4] given", floats(2, 4)) { LazyBatchNorm3d() },
        atFirst(
            "LazyInstanceNorm1d",
            "LazyInstanceNorm1d: the first batch has no axis of channels: [4] given",
            floats(4),
        ) { LazyInstanceNorm1d() },
        atFirst("LazyInstanceNorm2d", "instance_norm: eps cannot be negative: -1.0", floats(4, 2, 2)) { LazyInstanceNorm2d(eps = -1.0) },
        atFirst("LazyInstanceNorm3d", "instance_norm: the momentum must be in [0, 1]: 3.0", floats(4, 2, 2, 2)) {
            LazyInstanceNorm3d(momentum = 3.0)
        },
    )
