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
        mapping("ConstantPad1d", floats(2, 2, 3), floats(3) to "?210", floats(2, 0) to "?211") { ConstantPad1d(listOf(2, -1), 0.5) },
        mapping("ConstantPad2d", floats(2, 2, 3), floats(2, 3) to "?212") { ConstantPad2d(sides(2), 0.5) },
        mapping("ConstantPad3d", floats(1, 2, 2, 3), floats(2, 2, 3) to "?213") { ConstantPad3d(sides(3), 0.5) },
        mapping("ZeroPad1d", floats(2, 3), floats(3) to "?214") { ZeroPad1d(1) },
        mapping("ZeroPad2d", floats(2, 2, 3), floats(2, 3) to "?215", floats(2, 0, 3) to "?216") { ZeroPad2d(listOf(1, 0, 0, -1)) },
        mapping("ZeroPad3d", floats(1, 2, 2, 3), floats(2, 2, 3) to "?217") { ZeroPad3d(1) },
        line("ReflectionPad1d", few = "?218", rank = "?219") { ReflectionPad1d(it) },
        plane("ReflectionPad2d", few = "?220", rank = "?221") { ReflectionPad2d(it) },
        volume("ReflectionPad3d", few = "?222", rank = "?223") { ReflectionPad3d(it) },
        line("ReplicationPad1d", few = "?224", rank = "?225") { ReplicationPad1d(it) },
        plane("ReplicationPad2d", few = "?226", rank = "?227") { ReplicationPad2d(it) },
        volume("ReplicationPad3d", few = "?228", rank = "?229") { ReplicationPad3d(it) },
        line("CircularPad1d", few = "?230", rank = "?231") { CircularPad1d(it) },
        plane("CircularPad2d", few = "?232", rank = "?233") { CircularPad2d(it) },
        volume("CircularPad3d", few = "?234", rank = "?235") { CircularPad3d(it) },
    )

internal val padSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("ConstantPad1d", "?236") { ConstantPad1d(emptyList(), 1.0) },
        RefusedSetting("ConstantPad2d", "?237") { ConstantPad2d(listOf(1, 2), 1.0) },
        RefusedSetting("ConstantPad3d", "?238") { ConstantPad3d(listOf(1, 2, 3, 4), 1.0) },
        RefusedSetting("ZeroPad1d", "?239") { ZeroPad1d(listOf(1, 2, 3)) },
        RefusedSetting("ZeroPad2d", "?240") { ZeroPad2d(listOf(1, 2, 3)) },
        RefusedSetting("ZeroPad3d", "?241") { ZeroPad3d(listOf(1, 2, 3)) },
        RefusedSetting("ReflectionPad1d", "?242") { ReflectionPad1d(listOf(1, 2, 3)) },
        RefusedSetting("ReflectionPad2d", "?243") { ReflectionPad2d(listOf(1, 2, 3)) },
        RefusedSetting("ReflectionPad3d", "?244") { ReflectionPad3d(listOf(1, 2, 3)) },
        RefusedSetting("ReplicationPad1d", "?245") { ReplicationPad1d(listOf(1, 2, 3)) },
        RefusedSetting("ReplicationPad2d", "?246") { ReplicationPad2d(listOf(1, 2, 3)) },
        RefusedSetting("ReplicationPad3d", "?247") { ReplicationPad3d(listOf(1, 2, 3)) },
        RefusedSetting("CircularPad1d", "?248") { CircularPad1d(listOf(1, 2, 3)) },
        RefusedSetting("CircularPad2d", "?249") { CircularPad2d(listOf(1, 2, 3)) },
        RefusedSetting("CircularPad3d", "?250") { CircularPad3d(listOf(1, 2, 3)) },
    )
