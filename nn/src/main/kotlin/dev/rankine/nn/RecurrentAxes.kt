package dev.rankine.nn

import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Plus
import dev.rankine.shapes.of

/**
 * The axis of both directions of [state], one behind the other. Without a name it stays without: sound because the types of axes are
 * phantoms.
 */
@Suppress("UNCHECKED_CAST")
internal fun <H : Dim<*>> bothDirections(state: Axis<H>): Axis<Plus<H, H>> =
    if (state.dim === Dyn) {
        (Dyn of 2 * state.size) as Axis<Plus<H, H>>
    } else {
        Axis(Plus(state.dim, state.dim), 2 * state.size)
    }
