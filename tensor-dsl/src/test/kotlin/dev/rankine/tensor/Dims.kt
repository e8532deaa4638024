package dev.rankine.tensor

import dev.rankine.shapes.Dim

internal object Batch : Dim<Batch>()

internal object Time : Dim<Time>()

internal object Heads : Dim<Heads>(2)

internal object Width : Dim<Width>(3)

internal object Digit : Dim<Digit>(4)

internal object Pixels : Dim<Pixels>(12)
