package dev.rankine.kernels

/**
 * What the results of an op hold.
 *
 * @property bytes in whole chunks.
 * @property storages how many storages have them.
 */
public data class MemoryUse(public val bytes: Long, public val storages: Int)
