package dev.rankine.conformance

import dev.rankine.ops.plain.PlainBackend

/** The plain backend with its fast table against the rows. */
internal class PlainConformanceTest : BackendConformance(PlainBackend())
