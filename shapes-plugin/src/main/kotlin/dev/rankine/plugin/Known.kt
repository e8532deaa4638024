package dev.rankine.plugin

/** What can be told of an expression when the program is compiled; null wherever something is not known. */
internal sealed interface Known

/** An integer, an axis or a dim: its [size], and the dim's [name] where it has one. */
internal data class Extent(val size: Int?, val name: String?) : Known {
    constructor(size: Int?) : this(size, null)

    /** `Pixels = 784`, `Batch`, `784` or `?`. */
    override fun toString(): String =
        when {
            name == null -> size?.toString() ?: "?"
            size == null -> name
            else -> "$name = $size"
        }
}

/** A tensor of known rank. */
internal data class Shaped(val axes: List<Extent>) : Known {
    override fun toString(): String = axes.joinToString(", ", "[", "]")
}

/** A list, an array or sizes. */
internal data class Items(val items: List<Known?>) : Known {
    override fun toString(): String = items.joinToString(", ", "[", "]") { it?.toString() ?: "?" }
}

/** An object that maps a tensor to a tensor: the parts that do it, one after the other; null for one of which nothing is known. */
internal data class Mapping(val parts: List<Part?>) : Known

/** What one of several expressions gives, whichever it is: what all of them agree on. */
internal fun common(all: List<Known?>): Known? {
    val first = all.firstOrNull() ?: return null
    return all.drop(1).fold(first as Known?) { a, b -> if (a == null || b == null) null else common(a, b) }
}

private fun common(a: Known, b: Known): Known? =
    when {
        a == b -> a
        a is Extent && b is Extent -> Extent(a.size.takeIf { it == b.size }, a.name.takeIf { it == b.name })
        a is Shaped && b is Shaped && a.axes.size == b.axes.size -> Shaped(a.axes.zip(b.axes) { x, y -> common(x, y) as Extent })
        a is Items && b is Items && a.items.size == b.items.size -> Items(a.items.zip(b.items) { x, y -> common(listOf(x, y)) })
        else -> null
    }

/** What a value and its type say together; null if they contradict each other. */
internal fun joined(value: Known?, type: Known?): Known? =
    when {
        value == null -> {
            type
        }

        type == null -> {
            value
        }

        value is Extent && type is Extent -> {
            value.named(type)
        }

        value is Shaped && type is Shaped -> {
            if (value.axes.size != type.axes.size) {
                null
            } else {
                Shaped(value.axes.zip(type.axes) { a, b -> a.named(b) ?: return null })
            }
        }

        else -> {
            value
        }
    }

/** This size, or that of [type] where it is unknown, with the name of [type]; null if both are known and differ. */
private fun Extent.named(type: Extent): Extent? =
    when {
        size == null -> Extent(type.size, type.name ?: name)
        type.size != null && type.size != size -> null
        else -> Extent(size, type.name ?: name)
    }
