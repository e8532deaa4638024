package dev.rankine.benchmarks.compare.networks

import dev.rankine.nn.Mapping

/** A network that both sides know. What it gives is `[N, C]`: scores, all places of all sequences one below the other. */
internal interface Network {
    /** Ours, with random parameters. */
    fun make(): Mapping

    /** The same in TorchScript, with PyTorch's names of the parameters; [x] goes in. */
    fun text(program: Statements, x: String): String
}
