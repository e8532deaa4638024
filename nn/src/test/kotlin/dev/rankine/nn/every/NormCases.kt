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
        mapping(
            "LayerNorm",
            floats(3, 4),
            floats(2, 3) to "layer_norm: the last axes are not the normalized ones: [3] != [4]",
            floats() to "layer_norm: the last axes are not the normalized ones: [] != [4]",
        ) { LayerNorm(From) },
        mapping(
            "LayerNorm of two axes",
            floats(2, 3, 4),
            floats(3, 3, 4, 2) to "layer_norm: the last axes are not the normalized ones: [4, 2] != [3, 4]",
            floats(4) to "layer_norm: the last axes are not the normalized ones: [4] != [3, 4]",
        ) {
            LayerNorm(listOf(To), From, bias = false)
        },
        mapping(
            "RMSNorm",
            floats(3, 4),
            floats(2, 3) to "rms_norm: the last axes are not the normalized ones: [3] != [4]",
            floats() to "rms_norm: the last axes are not the normalized ones: [] != [4]",
        ) { RMSNorm(From) },
        mapping("RMSNorm of two axes", floats(2, 3, 4), floats(4) to "rms_norm: the last axes are not the normalized ones: [4] != [3, 4]") {
            RMSNorm(listOf(To), From, eps = 0.1)
        },
        mapping(
            "BatchNorm1d",
            floats(3, 4),
            floats(3, 3) to "batch_norm: needs 2 or 3 axes, the second of size 4: [3, 3] given",
            floats(4) to "batch_norm: needs 2 or 3 axes, the second of size 4: [4] given",
            floats(1, 4) to "batch_norm: a channel needs more than one element while training: 1 given",
        ) { BatchNorm1d(From) },
        mapping(
            "BatchNorm1d of lines",
            floats(2, 4, 2),
            floats(2, 2, 4) to "batch_norm: needs 2 or 3 axes, the second of size 4: [2, 2, 4] given",
        ) {
            BatchNorm1d(From, momentum = null, trackRunningStatistics = false)
        },
        mapping(
            "BatchNorm2d",
            floats(2, 4, 2, 2),
            floats(2, 4) to "batch_norm: needs 4 axes, the second of size 4: [2, 4] given",
            floats(1, 4, 1, 1) to "batch_norm: a channel needs more than one element while training: 1 given",
        ) { BatchNorm2d(From) },
        mapping(
            "BatchNorm2d in evaluation",
            floats(2, 4, 2, 2),
            floats(2, 3, 2, 2) to "batch_norm: needs 4 axes, the second of size 4: [2, 3, 2, 2] given",
        ) { BatchNorm2d(From).also { it.eval() } },
        mapping(
            "BatchNorm3d",
            floats(2, 4, 1, 2, 2),
            floats(2, 4, 2, 2) to "batch_norm: needs 5 axes, the second of size 4: [2, 4, 2, 2] given",
        ) { BatchNorm3d(From, affine = false) },
        mapping(
            "InstanceNorm1d",
            floats(2, 4, 3),
            floats(2, 3, 3) to "instance_norm: axis 1 needs size 4: [2, 3, 3] given",
            floats(4) to "instance_norm: needs 2 or 3 axes: 1 given",
            floats(1, 4, 1) to "instance_norm: a channel of an example needs more than one element: 1 given",
        ) {
            InstanceNorm1d(From, affine = true)
        },
        mapping(
            "InstanceNorm2d",
            floats(4, 2, 2),
            floats(3, 2, 2) to "instance_norm: axis 0 needs size 4: [3, 2, 2] given",
            floats(4, 4) to "instance_norm: needs 3 or 4 axes: 2 given",
        ) { InstanceNorm2d(From) },
        mapping(
            "InstanceNorm2d in evaluation",
            floats(2, 4, 2, 2),
            floats(2, 3, 2, 2) to "instance_norm: axis 1 needs size 4: [2, 3, 2, 2] given",
        ) {
            InstanceNorm2d(From, affine = true, trackRunningStatistics = true).also { it.eval() }
        },
        mapping(
            "InstanceNorm3d",
            floats(1, 4, 2, 1, 2),
            floats(4, 4, 2) to "instance_norm: needs 4 or 5 axes: 3 given",
            floats(1, 3, 2, 1, 2) to "instance_norm: axis 1 needs size 4: [1, 3, 2, 1, 2] given",
        ) {
            InstanceNorm3d(From, trackRunningStatistics = true)
        },
        mapping(
            "GroupNorm",
            floats(2, 4, 3),
            floats(2, 3, 3) to "group_norm: axis 1 needs size 4: [2, 3, 3] given",
            floats(4) to "group_norm: axis 1 needs size 4: [4] given",
        ) { GroupNorm(2, From) },
        mapping("LocalResponseNorm", floats(2, 4, 3), floats(2, 4) to "local_response_norm: needs at least three axes: 2 given") {
            LocalResponseNorm(3, 0.5)
        },
        mapping(
            "CrossMapLRN2d",
            floats(1, 3, 2, 2),
            floats(1, 3, 2) to "cross_map_lrn2d: needs four axes: 3 given",
        ) { CrossMapLRN2d(2, 0.5) },
    )

internal val normSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("LayerNorm", "layer_norm: eps cannot be negative: -1.0E-5") { LayerNorm(From, eps = -1e-5) },
        RefusedSetting("RMSNorm", "rms_norm: eps cannot be negative: NaN") { RMSNorm(From, eps = Double.NaN) },
        RefusedSetting("BatchNorm1d", "batch_norm: the momentum must be in [0, 1]: 1.5") { BatchNorm1d(From, momentum = 1.5) },
        RefusedSetting("BatchNorm2d", "batch_norm: the momentum must be in [0, 1]: -0.1") { BatchNorm2d(From, momentum = -0.1) },
        RefusedSetting("BatchNorm3d", "batch_norm: eps cannot be negative: -1.0") { BatchNorm3d(From, eps = -1.0) },
        RefusedSetting("InstanceNorm1d", "instance_norm: the momentum must be in [0, 1]: 2.0") { InstanceNorm1d(From, momentum = 2.0) },
        RefusedSetting("InstanceNorm2d", "instance_norm: eps cannot be negative: -1.0") { InstanceNorm2d(From, eps = -1.0) },
        RefusedSetting("InstanceNorm3d", "instance_norm: eps cannot be negative: NaN") { InstanceNorm3d(From, eps = Double.NaN) },
        RefusedSetting("GroupNorm", "group_norm: the channels do not divide into groups: From of 4, 3 groups") { GroupNorm(3, From) },
        RefusedSetting("GroupNorm", "group_norm: the channels do not divide into groups: From of 4, 0 groups") { GroupNorm(0, From) },
        RefusedSetting("GroupNorm", "group_norm: eps cannot be negative: -1.0") { GroupNorm(2, From, eps = -1.0) },
        RefusedSetting("LocalResponseNorm", "local_response_norm: the size must be at least 1: 0") { LocalResponseNorm(0) },
        RefusedSetting("CrossMapLRN2d", "cross_map_lrn2d: the size must be at least 1: -1") { CrossMapLRN2d(-1) },
    )
