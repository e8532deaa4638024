package dev.rankine.conformance

/** A backend that shares nothing with the plain one but the rows: the interface of backends suffices. */
internal class OffHeapConformanceTest : BackendConformance(OffHeapBackend())
