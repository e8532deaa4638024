package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.shapes.ShapeException

// What padding layers do, for the compiler plugin, and what they refuse.

private const val LINES = "rank(p) <= 1 \"needs a batch of lines or lines: axes\""

private const val PLANES = "rank(p) <= 1 \"needs a batch of planes or planes: axes\""

private const val VOLUMES = "rank(p) <= 1 \"needs a batch of volumes or volumes: axes\""

private const val ROWS =
    "h + top + bottom == rows \"the number of rows differs\", w + left + right == columns \"the number of columns differs\""

internal const val PAD1D_RULE: String = "[*p, c, l] left=? right=? -> [*p, c, l + left + right] where $LINES"

internal const val PAD1D_NAMED_RULE: String =
    "[*p, c, l] length=? left=? right=? -> [*p, c, l + left + right] where $LINES, l + left + right == length \"the length differs\""

internal const val PAD2D_RULE: String =
    "[*p, c, h, w] left=? right=? top=? bottom=? -> [*p, c, h + top + bottom, w + left + right] where $PLANES"

internal const val PAD2D_NAMED_RULE: String =
    "[*p, c, h, w] rows=? columns=? left=? right=? top=? bottom=? -> [*p, c, h + top + bottom, w + left + right] where $PLANES, $ROWS"

internal const val PAD3D_RULE: String =
    "[*p, c, d, h, w] left=? right=? top=? bottom=? front=? back=? -> " +
        "[*p, c, d + front + back, h + top + bottom, w + left + right] where $VOLUMES"

internal const val PAD3D_NAMED_RULE: String =
    "[*p, c, d, h, w] depth=? rows=? columns=? left=? right=? top=? bottom=? front=? back=? -> " +
        "[*p, c, d + front + back, h + top + bottom, w + left + right] where $VOLUMES, " +
        "d + front + back == depth \"the depth differs\", $ROWS"

/** One number for all sides, or [count] of them. */
internal fun padsOf(op: String, padding: List<Int>, count: Int): List<Int> =
    when (padding.size) {
        1 -> List(count) { padding[0] }
        count -> padding.toList()
        else -> throw ShapeException("$op: padding needs one number or $count: $padding")
    }

/** Refuses what has no channels before its last [directions] axes, or more than a batch before them. */
internal fun checkMaps(op: String, x: Value, directions: Int) {
    if (x.rank !in directions + 1..directions + 2) {
        throw ShapeException("$op: needs ${directions + 1} or ${directions + 2} axes: ${x.sizes} given")
    }
}
