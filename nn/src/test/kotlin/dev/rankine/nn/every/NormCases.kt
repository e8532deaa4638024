package dev.rankine.nn.every

import dev.rankine.nn.BatchNorm1d
import dev.rankine.nn.BatchNorm2d
import dev.rankine.nn.BatchNorm3d
import dev.rankine.nn.CrossMapLRN2d
import dev.rankine.nn.GroupNorm
import dev.rankine.nn.InstanceNorm1d
import dev.rankine.nn.InstanceNorm2d
import dev.rankine.nn.InstanceNorm3d
import dev.rankine.nn.LayerNorm
import dev.rankine.nn.LocalResponseNorm
import dev.rankine.nn.RMSNorm

internal val normCases: List<LayerCase<*>> =
    listOf(
        mapping("LayerNorm", floats(3, 4), floats(2, 3) to "?169", floats() to "?170") { LayerNorm(From) },
        mapping("LayerNorm of two axes", floats(2, 3, 4), floats(3, 3, 4, 2) to "?171", floats(4) to "?172") {
            LayerNorm(listOf(To), From, bias = false)
        },
        mapping("RMSNorm", floats(3, 4), floats(2, 3) to "?173", floats() to "?174") { RMSNorm(From) },
        mapping("RMSNorm of two axes", floats(2, 3, 4), floats(4) to "?175") { RMSNorm(listOf(To), From, eps = 0.1) },
        mapping("BatchNorm1d", floats(3, 4), floats(3, 3) to "?176", floats(4) to "?177", floats(1, 4) to "?178") { BatchNorm1d(From) },
        mapping("BatchNorm1d of lines", floats(2, 4, 2), floats(2, 2, 4) to "?179", floats(0, 4, 2) to "?180") {
            BatchNorm1d(From, momentum = null, trackRunningStatistics = false)
        },
        mapping("BatchNorm2d", floats(2, 4, 2, 2), floats(2, 4) to "?181", floats(1, 4, 1, 1) to "?182") { BatchNorm2d(From) },
        mapping("BatchNorm2d in evaluation", floats(2, 4, 2, 2), floats(2, 3, 2, 2) to "?183") { BatchNorm2d(From).also { it.eval() } },
        mapping("BatchNorm3d", floats(2, 4, 1, 2, 2), floats(2, 4, 2, 2) to "?184") { BatchNorm3d(From, affine = false) },
        mapping("InstanceNorm1d", floats(2, 4, 3), floats(2, 3, 3) to "?185", floats(4) to "?186", floats(1, 4, 1) to "?187") {
            InstanceNorm1d(From, affine = true)
        },
        mapping("InstanceNorm2d", floats(4, 2, 2), floats(3, 2, 2) to "?188", floats(4, 4) to "?189") { InstanceNorm2d(From) },
        mapping("InstanceNorm2d in evaluation", floats(2, 4, 2, 2), floats(2, 3, 2, 2) to "?190") {
            InstanceNorm2d(From, affine = true, trackRunningStatistics = true).also { it.eval() }
        },
        mapping("InstanceNorm3d", floats(1, 4, 2, 1, 2), floats(4, 4, 2) to "?191", floats(1, 3, 2, 1, 2) to "?192") {
            InstanceNorm3d(From, trackRunningStatistics = true)
        },
        mapping("GroupNorm", floats(2, 4, 3), floats(2, 3, 3) to "?193", floats(4) to "?194") { GroupNorm(2, From) },
        mapping("LocalResponseNorm", floats(2, 4, 3), floats(2, 4) to "?195") { LocalResponseNorm(3, 0.5) },
        mapping("CrossMapLRN2d", floats(1, 3, 2, 2), floats(1, 3, 2) to "?196") { CrossMapLRN2d(2, 0.5) },
    )

internal val normSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("LayerNorm", "?197") { LayerNorm(From, eps = -1e-5) },
        RefusedSetting("RMSNorm", "?198") { RMSNorm(From, eps = Double.NaN) },
        RefusedSetting("BatchNorm1d", "?199") { BatchNorm1d(From, momentum = 1.5) },
        RefusedSetting("BatchNorm2d", "?200") { BatchNorm2d(From, momentum = -0.1) },
        RefusedSetting("BatchNorm3d", "?201") { BatchNorm3d(From, eps = -1.0) },
        RefusedSetting("InstanceNorm1d", "?202") { InstanceNorm1d(From, momentum = 2.0) },
        RefusedSetting("InstanceNorm2d", "?203") { InstanceNorm2d(From, eps = -1.0) },
        RefusedSetting("InstanceNorm3d", "?204") { InstanceNorm3d(From, eps = Double.NaN) },
        RefusedSetting("GroupNorm", "?205") { GroupNorm(3, From) },
        RefusedSetting("GroupNorm", "?206") { GroupNorm(0, From) },
        RefusedSetting("GroupNorm", "?207") { GroupNorm(2, From, eps = -1.0) },
        RefusedSetting("LocalResponseNorm", "?208") { LocalResponseNorm(0) },
        RefusedSetting("CrossMapLRN2d", "?209") { CrossMapLRN2d(-1) },
    )
