package dev.rankine.shapes

internal object Batch : Dim<Batch>()

internal object Pixels : Dim<Pixels>(784)

internal object Heads : Dim<Heads>(4)

internal object HeadDim : Dim<HeadDim>(16)

internal object Vast : Dim<Vast>(1 shl 30)

internal object Renamed : Dim<Renamed>() {
    override val name: String get() = "another name"
}
