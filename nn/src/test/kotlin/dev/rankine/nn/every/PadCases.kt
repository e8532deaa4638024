package dev.rankine.nn.every

import dev.rankine.nn.CircularPad1d
import dev.rankine.nn.CircularPad2d
import dev.rankine.nn.CircularPad3d
import dev.rankine.nn.ConstantPad1d
import dev.rankine.nn.ConstantPad2d
import dev.rankine.nn.ConstantPad3d
import dev.rankine.nn.Mapping
import dev.rankine.nn.ReflectionPad1d
import dev.rankine.nn.ReflectionPad2d
import dev.rankine.nn.ReflectionPad3d
import dev.rankine.nn.ReplicationPad1d
import dev.rankine.nn.ReplicationPad2d
import dev.rankine.nn.ReplicationPad3d
import dev.rankine.nn.ZeroPad1d
import dev.rankine.nn.ZeroPad2d
import dev.rankine.nn.ZeroPad3d

/** A wide pad at one end of the last axis, and a narrow one at the other end of each axis before it. */
private fun sides(directions: Int) = listOf(2, 0) + List(directions - 1) { listOf(0, 1) }.flatten()

private fun line(name: String, few: String, rank: String, make: (List<Int>) -> Mapping): LayerCase<Mapping> =
    mapping(name, floats(2, 2, 3), floats(3) to rank, floats(2, 0) to few) { make(sides(1)) }

private fun plane(name: String, few: String, rank: String, make: (List<Int>) -> Mapping): LayerCase<Mapping> =
    mapping(name, floats(2, 2, 3), floats(2, 3) to rank, floats(1, 2, 0) to few) { make(sides(2)) }

private fun volume(name: String, few: String, rank: String, make: (List<Int>) -> Mapping): LayerCase<Mapping> =
    mapping(name, floats(1, 2, 2, 3), floats(2, 2, 3) to rank, floats(1, 2, 2, 0) to few) { make(sides(3)) }

internal val padCases: List<LayerCase<*>> =
    listOf(
        mapping("ConstantPad1d", floats(2, 2, 3), floats(3) to "constant_pad1d: needs 2 or 3 axes: [3] given") {
            ConstantPad1d(listOf(2, -1), 0.5)
        },
        mapping("ConstantPad2d", floats(2, 2, 3), floats(2, 3) to "constant_pad2d: needs 3 or 4 axes: [2, 3] given") {
            ConstantPad2d(sides(2), 0.5)
        },
        mapping("ConstantPad3d", floats(1, 2, 2, 3), floats(2, 2, 3) to "constant_pad3d: needs 4 or 5 axes: [2, 2, 3] given") {
            ConstantPad3d(sides(3), 0.5)
        },
        mapping("ZeroPad1d", floats(2, 3), floats(3) to "zero_pad1d: needs 2 or 3 axes: [3] given") { ZeroPad1d(1) },
        mapping(
            "ZeroPad2d",
            floats(2, 2, 3),
            floats(2, 3) to "zero_pad2d: needs 3 or 4 axes: [2, 3] given",
            floats(2, 0, 3) to "constant_pad_nd: axis 1 of size 0 cannot take pads 0 and -1",
        ) { ZeroPad2d(listOf(1, 0, 0, -1)) },
        mapping("ZeroPad3d", floats(1, 2, 2, 3), floats(2, 2, 3) to "zero_pad3d: needs 4 or 5 axes: [2, 2, 3] given") { ZeroPad3d(1) },
        line(
            "ReflectionPad1d",
            few = "pad: too few elements on axis 1: 0 for pads 2 and 0",
            rank = "reflection_pad1d: needs 2 or 3 axes: [3] given",
        ) {
            ReflectionPad1d(it)
        },
        plane(
            "ReflectionPad2d",
            few = "pad: too few elements on axis 2: 0 for pads 2 and 0",
            rank = "reflection_pad2d: needs 3 or 4 axes: [2, 3] given",
        ) {
            ReflectionPad2d(it)
        },
        volume(
            "ReflectionPad3d",
            few = "pad: too few elements on axis 3: 0 for pads 2 and 0",
            rank = "reflection_pad3d: needs 4 or 5 axes: [2, 2, 3] given",
        ) {
            ReflectionPad3d(it)
        },
        line(
            "ReplicationPad1d",
            few = "pad: too few elements on axis 1: 0 for pads 2 and 0",
            rank = "replication_pad1d: needs 2 or 3 axes: [3] given",
        ) {
            ReplicationPad1d(it)
        },
        plane(
            "ReplicationPad2d",
            few = "pad: too few elements on axis 2: 0 for pads 2 and 0",
            rank = "replication_pad2d: needs 3 or 4 axes: [2, 3] given",
        ) {
            ReplicationPad2d(it)
        },
        volume(
            "ReplicationPad3d",
            few = "pad: too few elements on axis 3: 0 for pads 2 and 0",
            rank = "replication_pad3d: needs 4 or 5 axes: [2, 2, 3] given",
        ) {
            ReplicationPad3d(it)
        },
        line(
            "CircularPad1d",
            few = "pad: too few elements on axis 1: 0 for pads 2 and 0",
            rank = "circular_pad1d: needs 2 or 3 axes: [3] given",
        ) {
            CircularPad1d(it)
        },
        plane(
            "CircularPad2d",
            few = "pad: too few elements on axis 2: 0 for pads 2 and 0",
            rank = "circular_pad2d: needs 3 or 4 axes: [2, 3] given",
        ) {
            CircularPad2d(it)
        },
        volume(
            "CircularPad3d",
            few = "pad: too few elements on axis 3: 0 for pads 2 and 0",
            rank = "circular_pad3d: needs 4 or 5 axes: [2, 2, 3] given",
        ) {
            CircularPad3d(it)
        },
    )

internal val padSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("ConstantPad1d", "constant_pad1d: padding needs one number or 2: []") { ConstantPad1d(emptyList(), 1.0) },
        RefusedSetting("ConstantPad2d", "constant_pad2d: padding needs one number or 4: [1, 2]") { ConstantPad2d(listOf(1, 2), 1.0) },
        RefusedSetting(
            "ConstantPad3d",
            "constant_pad3d: padding needs one number or 6: [1, 2, 3, 4]",
        ) { ConstantPad3d(listOf(1, 2, 3, 4), 1.0) },
        RefusedSetting("ZeroPad1d", "zero_pad1d: padding needs one number or 2: [1, 2, 3]") { ZeroPad1d(listOf(1, 2, 3)) },
        RefusedSetting("ZeroPad2d", "zero_pad2d: padding needs one number or 4: [1, 2, 3]") { ZeroPad2d(listOf(1, 2, 3)) },
        RefusedSetting("ZeroPad3d", "zero_pad3d: padding needs one number or 6: [1, 2, 3]") { ZeroPad3d(listOf(1, 2, 3)) },
        RefusedSetting(
            "ReflectionPad1d",
            "reflection_pad1d: padding needs one number or 2: [1, 2, 3]",
        ) { ReflectionPad1d(listOf(1, 2, 3)) },
        RefusedSetting(
            "ReflectionPad2d",
            "reflection_pad2d: padding needs one number or 4: [1, 2, 3]",
        ) { ReflectionPad2d(listOf(1, 2, 3)) },
        RefusedSetting(
            "ReflectionPad3d",
            "reflection_pad3d: padding needs one number or 6: [1, 2, 3]",
        ) { ReflectionPad3d(listOf(1, 2, 3)) },
        RefusedSetting(
            "ReplicationPad1d",
            "replication_pad1d: padding needs one number or 2: [1, 2, 3]",
        ) { ReplicationPad1d(listOf(1, 2, 3)) },
        RefusedSetting(
            "ReplicationPad2d",
            "replication_pad2d: padding needs one number or 4: [1, 2, 3]",
        ) { ReplicationPad2d(listOf(1, 2, 3)) },
        RefusedSetting(
            "ReplicationPad3d",
            "replication_pad3d: padding needs one number or 6: [1, 2, 3]",
        ) { ReplicationPad3d(listOf(1, 2, 3)) },
        RefusedSetting("CircularPad1d", "circular_pad1d: padding needs one number or 2: [1, 2, 3]") { CircularPad1d(listOf(1, 2, 3)) },
        RefusedSetting("CircularPad2d", "circular_pad2d: padding needs one number or 4: [1, 2, 3]") { CircularPad2d(listOf(1, 2, 3)) },
        RefusedSetting("CircularPad3d", "circular_pad3d: padding needs one number or 6: [1, 2, 3]") { CircularPad3d(listOf(1, 2, 3)) },
    )
