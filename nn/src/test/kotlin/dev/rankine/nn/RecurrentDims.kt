package dev.rankine.nn

import dev.rankine.shapes.Dim

/** The batch. */
internal object Stanza : Dim<Stanza>()

/** The steps. */
internal object Beat : Dim<Beat>()

/** What goes in. */
internal object Glyph : Dim<Glyph>(3)

/** What is remembered. */
internal object Recall : Dim<Recall>(4)

/** A projection of it. */
internal object Slight : Dim<Slight>(2)

/** What is made of it. */
internal object Reply : Dim<Reply>(5)
