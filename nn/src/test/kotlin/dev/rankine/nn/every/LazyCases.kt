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
        lazy("LazyLinear", floats(2, 4), floats() to "?114", floats(3) to "?115") { LazyLinear(To) },
        lazy("LazyConv1d", floats(2, 4, 3), floats(2, 3, 3) to "?116", floats(4) to "?117") { LazyConv1d(To, 2) },
        lazy("LazyConv2d", floats(2, 4, 3, 3), floats(2, 3, 4, 3) to "?118", floats(4) to "?119") { LazyConv2d(To, 2) },
        lazy("LazyConv3d", floats(4, 2, 2, 2), floats(3, 2, 2, 2) to "?120", floats(4) to "?121") { LazyConv3d(To, 2) },
        lazy("LazyConvTranspose1d", floats(2, 4, 3), floats(2, 3, 3) to "?122") { LazyConvTranspose1d(To, 2, stride = 2) },
        lazy("LazyConvTranspose2d", floats(4, 2, 2), floats(3, 2, 2) to "?123") { LazyConvTranspose2d(To, 2) },
        lazy("LazyConvTranspose3d", floats(4, 1, 2, 1), floats(3, 2, 2, 2) to "?124") { LazyConvTranspose3d(To, 2) },
        lazy("LazyBatchNorm1d", floats(3, 4), floats(3, 3) to "?125") { LazyBatchNorm1d() },
        lazy("LazyBatchNorm2d", floats(2, 4, 2, 2), floats(3, 3) to "?126") { LazyBatchNorm2d() },
        lazy("LazyBatchNorm3d", floats(2, 4, 1, 2, 2), floats(2, 3, 1, 2, 2) to "?127") { LazyBatchNorm3d() },
        lazy("LazyInstanceNorm1d", floats(2, 4, 3), floats(2, 3, 3) to "?128", floats(4) to "?129") { LazyInstanceNorm1d(affine = true) },
        lazy("LazyInstanceNorm2d", floats(4, 2, 2), floats(3, 2, 2) to "?130") { LazyInstanceNorm2d() },
        lazy("LazyInstanceNorm3d", floats(4, 2, 1, 2), floats(3, 2, 1, 2) to "?131") { LazyInstanceNorm3d() },
    )

/** What a lazy module is given wrongly it says at the first batch, as the layer that it makes. */
private fun atFirst(layer: String, message: String, first: Input, make: () -> Mapping): RefusedSetting =
    RefusedSetting(layer, message) { make().call(first.value(DType.F32, 0)) }

internal val lazySettings: List<RefusedSetting> =
    listOf(
        atFirst("LazyConv1d", "?132", floats(4, 3)) { LazyConv1d(To, 0) },
        atFirst("LazyConv1d", "?133", floats(3)) { LazyConv1d(To, 2) },
        atFirst("LazyConv2d", "?134", floats(4, 3, 3)) { LazyConv2d(To, 2, groups = 2) },
        atFirst("LazyConv3d", "?135", floats(4, 3, 3, 3)) { LazyConv3d(To, 2, padding = -1) },
        atFirst("LazyConvTranspose1d", "?136", floats(4, 3)) { LazyConvTranspose1d(To, 2, outputPadding = 1) },
        atFirst("LazyConvTranspose2d", "?137", floats(4, 3, 3)) { LazyConvTranspose2d(To, 2, dilation = 0) },
        atFirst("LazyConvTranspose3d", "?138", floats(4, 3, 3, 3)) { LazyConvTranspose3d(To, listOf(2, 2)) },
        atFirst("LazyBatchNorm1d", "?139", floats(4)) { LazyBatchNorm1d() },
        atFirst("LazyBatchNorm1d", "?140", floats(2, 4)) { LazyBatchNorm1d(eps = -1.0) },
        atFirst("LazyBatchNorm2d", "?141", floats(2, 4, 1, 2)) { LazyBatchNorm2d(momentum = 1.5) },
        atFirst("LazyBatchNorm3d", "?142", floats(2, 4)) { LazyBatchNorm3d() },
        atFirst("LazyInstanceNorm1d", "?143", floats(4)) { LazyInstanceNorm1d() },
        atFirst("LazyInstanceNorm2d", "?144", floats(4, 2, 2)) { LazyInstanceNorm2d(eps = -1.0) },
        atFirst("LazyInstanceNorm3d", "?145", floats(4, 2, 2, 2)) { LazyInstanceNorm3d(momentum = 3.0) },
    )
