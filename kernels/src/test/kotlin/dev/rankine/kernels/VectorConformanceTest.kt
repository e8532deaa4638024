package dev.rankine.kernels

import dev.rankine.conformance.BackendConformance

/** Vectors of 512 bits against the rows. */
internal class Vector512ConformanceTest : BackendConformance(VectorBackend(512, "vector-512"))

/** Vectors of 256 bits against the rows. */
internal class Vector256ConformanceTest : BackendConformance(VectorBackend(256, "vector-256"))

/** Vectors of 128 bits against the rows. */
internal class Vector128ConformanceTest : BackendConformance(VectorBackend(128, "vector-128"))
