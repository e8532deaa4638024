package dev.rankine.shapes

/** The dims of the rule tests. */
internal object RuleDims {
    object Batch : Dim<Batch>()

    object Pixels : Dim<Pixels>(784)

    object Hidden : Dim<Hidden>(512)

    object Digit : Dim<Digit>(10)
}
