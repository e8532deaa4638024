package dev.rankine.golden.modules

import dev.rankine.golden.ops.Arguments
import dev.rankine.nn.AlphaDropout
import dev.rankine.nn.BatchNorm1d
import dev.rankine.nn.BatchNorm2d
import dev.rankine.nn.BatchNorm3d
import dev.rankine.nn.CrossMapLRN2d
import dev.rankine.nn.Dropout
import dev.rankine.nn.Dropout1d
import dev.rankine.nn.Dropout2d
import dev.rankine.nn.Dropout3d
import dev.rankine.nn.FeatureAlphaDropout
import dev.rankine.nn.GroupNorm
import dev.rankine.nn.InstanceNorm1d
import dev.rankine.nn.InstanceNorm2d
import dev.rankine.nn.InstanceNorm3d
import dev.rankine.nn.LocalResponseNorm
import dev.rankine.nn.Mapping

/** What normalizes channels, and what drops elements or channels. */
internal val normBuilders: Map<String, Arguments.() -> Built> =
    buildMap {
        norm("BatchNorm1d") { BatchNorm1d(axis("num_features"), momentum(), eps(), affine(true), tracks(true)) }
        norm("BatchNorm2d") { BatchNorm2d(axis("num_features"), momentum(), eps(), affine(true), tracks(true)) }
        norm("BatchNorm3d") { BatchNorm3d(axis("num_features"), momentum(), eps(), affine(true), tracks(true)) }
        norm("InstanceNorm1d") { InstanceNorm1d(axis("num_features"), momentum(), eps(), affine(false), tracks(false)) }
        norm("InstanceNorm2d") { InstanceNorm2d(axis("num_features"), momentum(), eps(), affine(false), tracks(false)) }
        norm("InstanceNorm3d") { InstanceNorm3d(axis("num_features"), momentum(), eps(), affine(false), tracks(false)) }
        norm("GroupNorm") { GroupNorm(int("num_groups"), axis("num_channels"), eps(), affine(true)) }
        norm("LocalResponseNorm") { LocalResponseNorm(int("size"), double("alpha", 1e-4), double("beta", 0.75), double("k", 1.0)) }
        norm("CrossMapLRN2d") { CrossMapLRN2d(int("size"), double("alpha", 1e-4), double("beta", 0.75), double("k", 1.0)) }
        dropout("Dropout") { Dropout(it) }
        dropout("Dropout1d") { Dropout1d(it) }
        dropout("Dropout2d") { Dropout2d(it) }
        dropout("Dropout3d") { Dropout3d(it) }
        dropout("AlphaDropout") { AlphaDropout(it) }
        dropout("FeatureAlphaDropout") { FeatureAlphaDropout(it) }
    }

private fun MutableMap<String, Arguments.() -> Built>.norm(name: String, module: Arguments.() -> Mapping) {
    put(name) { built(module()) }
}

private fun MutableMap<String, Arguments.() -> Built>.dropout(name: String, module: (Double) -> Mapping) {
    put(name) {
        ignore("inplace")
        built(module(double("p", 0.5)))
    }
}

private fun Arguments.affine(default: Boolean): Boolean = flag("affine", default)

private fun Arguments.tracks(default: Boolean): Boolean = flag("track_running_stats", default)
