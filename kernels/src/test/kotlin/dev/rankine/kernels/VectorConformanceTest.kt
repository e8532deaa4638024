package dev.rankine.kernels

import dev.rankine.conformance.BackendConformance

/** Vectors of 512, 256 and 128 bits against the rows. */
internal class VectorConformanceTest : BackendConformance(Exactness.backends)
