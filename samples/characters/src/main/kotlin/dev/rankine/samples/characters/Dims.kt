package dev.rankine.samples.characters

import dev.rankine.shapes.Dim

/** Stretches of text that are learnt from at once. */
internal object Batch : Dim<Batch>()

/** Places in a stretch, the first character first. */
internal object Time : Dim<Time>()

/** The features by which the model describes a place. */
internal object Model : Dim<Model>()

/** The features inside the two layers that follow attention. */
internal object Hidden : Dim<Hidden>()

/** The characters that the text has. */
internal object Vocabulary : Dim<Vocabulary>()
