package dev.rankine.samples.tabular

import dev.rankine.shapes.Dim

/** Rows of the table. */
internal object Rows : Dim<Rows>()

/** Its columns of numbers; how many there are, the file says. */
internal object Features : Dim<Features>()

/** The features that the model makes of them. */
internal object Hidden : Dim<Hidden>(32)

/** The classes that its rows have. */
internal object Classes : Dim<Classes>()
