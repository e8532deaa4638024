package dev.rankine.nn

// What transposed convolutions of planes do, for the compiler plugin: with one number for all directions.

private const val TRANSPOSED2D_INPUT: String = "[*p, c, h, w] input=? output=? kernel=?"

private const val TRANSPOSED2D_DEFAULTS: String = "stride=1 padding=0 outputPadding=0 groups=1 dilation=1"

private const val TRANSPOSED2D_ROWS: String = "((h - 1)*stride - 2*padding + dilation*(kernel - 1) + 1)"

private const val TRANSPOSED2D_COLUMNS: String = "((w - 1)*stride - 2*padding + dilation*(kernel - 1) + 1)"

private const val TRANSPOSED2D_CONDITIONS: String =
    "rank(p) <= 1 \"needs a batch of planes or planes: axes\", " +
        "c == input \"the channels are not those that the convolution takes\", " +
        "groups >= 1 \"groups must be at least 1\", input % groups == 0 \"the channels do not divide into groups\", " +
        "output % groups == 0 \"the channels do not divide into groups\", kernel >= 1 \"kernel must be at least 1\", " +
        "stride >= 1 \"stride must be at least 1\", dilation >= 1 \"dilation must be at least 1\", " +
        "padding >= 0 \"padding cannot be negative\", outputPadding >= 0 \"output padding cannot be negative\", " +
        "max(stride, dilation) > outputPadding \"output padding must be smaller than stride or dilation\""

/** [ConvTranspose2d]. */
internal const val TRANSPOSED2D_LAYER_RULE: String =
    "$TRANSPOSED2D_INPUT $TRANSPOSED2D_DEFAULTS -> [*p, output, ($TRANSPOSED2D_ROWS + outputPadding), ($TRANSPOSED2D_COLUMNS + outputPadding)] where $TRANSPOSED2D_CONDITIONS"

/** [ConvTranspose2d] that keeps rows and columns. */
internal const val TRANSPOSED2D_KEEPING_RULE: String =
    "$TRANSPOSED2D_INPUT $TRANSPOSED2D_DEFAULTS -> [*p, output, h, w] where $TRANSPOSED2D_CONDITIONS, " +
        "($TRANSPOSED2D_ROWS + outputPadding) == h \"the rows do not stay as they are\", " +
        "($TRANSPOSED2D_COLUMNS + outputPadding) == w \"the columns do not stay as they are\""

/** [ConvTranspose2d] where rows and columns are named. */
internal const val TRANSPOSED2D_NAMED_RULE: String =
    "$TRANSPOSED2D_INPUT rows=? columns=? $TRANSPOSED2D_DEFAULTS -> " +
        "[*p, output, rows, columns] where $TRANSPOSED2D_CONDITIONS, " +
        "rows >= $TRANSPOSED2D_ROWS \"there are more rows than that\", " +
        "rows < $TRANSPOSED2D_ROWS + stride \"there are fewer rows than that\", " +
        "columns >= $TRANSPOSED2D_COLUMNS \"there are more columns than that\", " +
        "columns < $TRANSPOSED2D_COLUMNS + stride \"there are fewer columns than that\""

/** [ConvTranspose2d] that doubles rows and columns. */
internal const val TRANSPOSED2D_DOUBLING_RULE: String =
    "$TRANSPOSED2D_INPUT $TRANSPOSED2D_DEFAULTS -> [*p, output, 2*h, 2*w] where $TRANSPOSED2D_CONDITIONS, " +
        "2*h >= $TRANSPOSED2D_ROWS \"the rows are not doubled\", " +
        "2*h < $TRANSPOSED2D_ROWS + stride \"the rows are not doubled\", " +
        "2*w >= $TRANSPOSED2D_COLUMNS \"the columns are not doubled\", " +
        "2*w < $TRANSPOSED2D_COLUMNS + stride \"the columns are not doubled\""
