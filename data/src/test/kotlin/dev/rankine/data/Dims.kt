package dev.rankine.data

import dev.rankine.shapes.Dim

/** Examples; the names of these dims are seen in messages. */
internal object Row : Dim<Row>()

/** Places in a sequence. */
internal object Step : Dim<Step>()

/** Five places in a sequence. */
internal object Five : Dim<Five>(5)

/** Two numbers of an example. */
internal object Two : Dim<Two>(2)

/** The pixels of a digit. */
internal object Area : Dim<Area>(28 * 28)
