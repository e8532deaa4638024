package dev.rankine.nn

import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Sized

/** The sizes that [axes] declare; null if one of them does not. */
internal fun declaredSizes(vararg axes: Sized<*>): List<Int>? {
    val sizes =
        axes.mapNotNull { sized ->
            when (sized) {
                is Axis<*> -> sized.size
                is Dim<*> -> sized.size
            }
        }
    return sizes.takeIf { it.size == axes.size }
}
