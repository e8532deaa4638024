@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

/**
 * The elements as text, laid out as NumPy does: `tensor([[1., 2.],\n        [3., 4.]], shape [2, 2], float32)`.
 *
 * @param precision the most digits after the point.
 * @param threshold above so many elements, each long axis shows its ends only.
 * @param edge how many elements each end shows.
 * @param lineWidth after how many characters lines are broken.
 */
@JvmOverloads
public fun Value.toText(precision: Int = 4, threshold: Int = 1000, edge: Int = 3, lineWidth: Int = 75): String {
    require(precision >= 0 && threshold >= 0 && edge >= 1) { "toText: needs precision >= 0, threshold >= 0, edge >= 1" }
    val body = TextLayout(this, precision, if (elements > threshold) edge else null, lineWidth - 1).body()
    val tail = "shape $sizes, $dtype)"
    val lastLine = body.length - 1 - body.lastIndexOf('\n') + if ('\n' in body) 0 else OPENING.length
    val gap = if (lastLine + tail.length + 2 > lineWidth) ",\n" + " ".repeat(OPENING.length) else ", "
    return OPENING + body + gap + tail
}

private const val OPENING = "tensor("
private const val REST = "..."

/** Nested brackets, one line per row, broken at [lineWidth]; long axes show [edge] elements at each end unless it is null. */
private class TextLayout(private val value: Value, precision: Int, private val edge: Int?, private val lineWidth: Int) {
    private val sizes = value.sizes
    private val text: NumberText

    init {
        val elements = value.elementsOnHost()
        text = numberText(elements, shown(), precision, single = sizes.rank == 0)
    }

    fun body(): String =
        when {
            sizes.rank == 0 -> text.write(0)
            value.elements == 0 -> "[]"
            else -> block(0, 0, OPENING.length + 1, lineWidth)
        }

    /** Axis [axis] of the elements that follow number [start]; inner lines are indented by [indent]. */
    private fun block(axis: Int, start: Int, indent: Int, width: Int): String {
        val step = stride(axis)
        if (axis == sizes.rank - 1) return row(places(axis).map { it?.let { i -> text.write(start + i) } ?: REST }, indent, width - 1)
        val gap = "," + "\n".repeat(sizes.rank - axis - 1) + " ".repeat(indent)
        return places(axis).joinToString(gap, "[", "]") {
            if (it ==
                null
            ) {
                REST
            } else {
                block(axis + 1, start + it * step, indent + 1, width - 1)
            }
        }
    }

    private fun row(words: List<String>, indent: Int, width: Int): String {
        val out = StringBuilder("[")
        var column = indent
        for ((i, word) in words.withIndex()) {
            if (i > 0) {
                out.append(',')
                if (column + 2 + word.length > width) {
                    out.append('\n').append(" ".repeat(indent))
                    column = indent
                } else {
                    out.append(' ')
                    column += 2
                }
            }
            out.append(word)
            column += word.length
        }
        return out.append(']').toString()
    }

    /** The places of [axis] that are shown, null for what is left out. */
    private fun places(axis: Int): List<Int?> {
        val size = sizes[axis]
        if (edge == null || size <= 2 * edge) return (0 until size).toList()
        return (0 until edge).toList() + null + (size - edge until size)
    }

    /** The numbers of all elements that are shown. */
    private fun shown(): IntArray =
        (0 until sizes.rank)
            .fold(listOf(0)) { starts, axis ->
                val step = stride(axis)
                val places = places(axis).filterNotNull()
                starts.flatMap { start -> places.map { start + it * step } }
            }.toIntArray()

    private fun stride(axis: Int): Int = (axis + 1 until sizes.rank).fold(1) { product, i -> product * sizes[i] }
}
