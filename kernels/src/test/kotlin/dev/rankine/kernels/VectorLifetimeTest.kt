package dev.rankine.kernels

import dev.rankine.conformance.LifetimeConformance

/** Who keeps native memory, and when it goes; poisoned when it comes back, so that a wrong answer shows. */
internal class VectorLifetimeTest :
    LifetimeConformance(VectorBackend(LaneLoader.natural(), "vector", Memory(256L shl 20, poison = true)))
