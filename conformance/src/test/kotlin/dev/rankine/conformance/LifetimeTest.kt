package dev.rankine.conformance

import dev.rankine.ops.plain.PlainBackend

internal class PlainLifetimeTest : LifetimeConformance(PlainBackend())

internal class OffHeapLifetimeTest : LifetimeConformance(OffHeapBackend())
