package dev.rankine.samples.names

import dev.rankine.shapes.Dim

/** Names that are learnt from at once. */
internal object Batch : Dim<Batch>()

/** Places in a name, the first character first. */
internal object Time : Dim<Time>()

/** The features by which the model describes a character. */
internal object Features : Dim<Features>()

/** What the LSTM remembers. */
internal object Memory : Dim<Memory>()

/** The characters that names have, and the end of a name. */
internal object Letter : Dim<Letter>()
