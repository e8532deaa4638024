package dev.rankine.benchmarks.compare.networks

import dev.rankine.ops.Value

/**
 * What a network learns from, in turn. There are other numbers of inputs than of targets, so that they meet in ever other pairs: what could be
 * learnt by heart would end in denormal numbers, which are slow.
 *
 * @property inputs `[A, ...]`, of which each is a batch.
 * @property targets `[B, N]`, int64.
 */
internal class Batches(val inputs: Value, val targets: Value)
