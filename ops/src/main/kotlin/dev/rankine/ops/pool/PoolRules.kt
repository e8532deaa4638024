package dev.rankine.ops

// What pools over lines (one direction) and volumes (three) do: for their rows, for typed pools and for the compiler plugin.

private const val LINE_INPUT: String = "input:[*p, c, l] kernel=?"

private const val VOLUME_INPUT: String = "input:[*p, c, d, h, w] kernel=?"

private const val NUMBERS: String = "stride=kernel padding=0 dilation=1 ceilMode=0"

private const val BEFORE: String = "min(("

private const val AFTER: String = " + 2*padding - dilation*(kernel - 1) - 1 + ceilMode*(stride - 1)) / stride + 1, ceil_div("

private const val LAST: String = " + padding, stride))"

private const val LENGTH: String = BEFORE + "l" + AFTER + "l" + LAST

private const val DEPTH: String = BEFORE + "d" + AFTER + "d" + LAST

private const val ROWS: String = BEFORE + "h" + AFTER + "h" + LAST

private const val COLUMNS: String = BEFORE + "w" + AFTER + "w" + LAST

private const val CONDITIONS: String =
    "kernel >= 1 \"kernel must be at least 1\", stride >= 1 \"stride must be at least 1\", " +
        "dilation >= 1 \"dilation must be at least 1\", padding >= 0 \"padding cannot be negative\", " +
        "2*padding <= kernel \"padding is more than half of the kernel\", " +
        "c >= 1 \"the input has no channels\""

private const val FITS: String = " + 2*padding + ceilMode*(stride - 1) >= dilation*(kernel - 1) + 1 \"kernel is "

private const val LINE_CONDITIONS: String =
    "rank(p) <= 1 \"needs a batch of lines or lines: axes\", $CONDITIONS, l >= 1 \"the lines of the input are empty\", " +
        "l" + FITS + "longer than the padded input\""

private const val VOLUME_CONDITIONS: String =
    "rank(p) <= 1 \"needs a batch of volumes or volumes: axes\", $CONDITIONS, min(d, h, w) >= 1 \"the volumes of the input are empty\", " +
        "d" + FITS + "deeper than the padded input\", h" + FITS +
        "taller than the padded input\", w" + FITS + "wider than the padded input\""

/** The rule of a pool over lines: `kernel`, `stride`, `padding`, `dilation`, `ceilMode`. */
public const val POOL1D_RULE: String = "$LINE_INPUT $NUMBERS -> [*p, c, $LENGTH] where $LINE_CONDITIONS"

/** The rule of such a pool that keeps the length. */
public const val POOL1D_KEEPING_RULE: String =
    "$LINE_INPUT $NUMBERS -> [*p, c, l] where $LINE_CONDITIONS, $LENGTH == l \"the length does not stay as it is\""

/** The rule of such a pool whose `length` is named. */
public const val POOL1D_NAMED_RULE: String =
    "$LINE_INPUT length=? $NUMBERS -> [*p, c, $LENGTH] where $LINE_CONDITIONS, $LENGTH == length \"the length differs\""

/** The rule of a pool over volumes with one number for all directions: `kernel`, `stride`, `padding`, `dilation`, `ceilMode`. */
public const val POOL3D_RULE: String = "$VOLUME_INPUT $NUMBERS -> [*p, c, $DEPTH, $ROWS, $COLUMNS] where $VOLUME_CONDITIONS"

/** The rule of such a pool that keeps depth, rows and columns. */
public const val POOL3D_KEEPING_RULE: String =
    "$VOLUME_INPUT $NUMBERS -> [*p, c, d, h, w] where $VOLUME_CONDITIONS, $DEPTH == d \"the depth does not stay as it is\", " +
        "$ROWS == h \"the rows do not stay as they are\", $COLUMNS == w \"the columns do not stay as they are\""

/** The rule of such a pool whose `depth`, `rows` and `columns` are named. */
public const val POOL3D_NAMED_RULE: String =
    "$VOLUME_INPUT depth=? rows=? columns=? $NUMBERS -> [*p, c, $DEPTH, $ROWS, $COLUMNS] where $VOLUME_CONDITIONS, " +
        "$DEPTH == depth \"the depth differs\", $ROWS == rows \"the number of rows differs\", " +
        "$COLUMNS == columns \"the number of columns differs\""
