package dev.rankine.benchmarks.compare

import java.util.ServiceLoader

/** The peers that are here: NumPy where Python has it, and what the profile `peers` brings. */
internal object Peers {
    /** All of them. */
    val all: List<Peer> by lazy { ServiceLoader.load(Peer::class.java).toList() + listOfNotNull(NumPy.orNull()) }

    /** The one with that [name], which is here. */
    fun of(name: String): Peer = all.first { it.name == name }
}
