package dev.rankine.nn

// What transposed convolutions of volumes do, for the compiler plugin: with one number for all directions.

private const val TRANSPOSED3D_INPUT: String = "[*p, c, d, h, w] input=? output=? kernel=?"

private const val TRANSPOSED3D_DEFAULTS: String = "stride=1 padding=0 outputPadding=0 groups=1 dilation=1"

private const val TRANSPOSED3D_PLANES: String = "((d - 1)*stride - 2*padding + dilation*(kernel - 1) + 1)"

private const val TRANSPOSED3D_ROWS: String = "((h - 1)*stride - 2*padding + dilation*(kernel - 1) + 1)"

private const val TRANSPOSED3D_COLUMNS: String = "((w - 1)*stride - 2*padding + dilation*(kernel - 1) + 1)"

private const val TRANSPOSED3D_CONDITIONS: String =
    "rank(p) <= 1 \"needs a batch of volumes or volumes: axes\", " +
        "c == input \"the channels are not those that the convolution takes\", " +
        "groups >= 1 \"groups must be at least 1\", input % groups == 0 \"the channels do not divide into groups\", " +
        "output % groups == 0 \"the channels do not divide into groups\", kernel >= 1 \"kernel must be at least 1\", " +
        "stride >= 1 \"stride must be at least 1\", dilation >= 1 \"dilation must be at least 1\", " +
        "padding >= 0 \"padding cannot be negative\", outputPadding >= 0 \"output padding cannot be negative\", " +
        "max(stride, dilation) > outputPadding \"output padding must be smaller than stride or dilation\""

/** [ConvTranspose3d]. */
internal const val TRANSPOSED3D_LAYER_RULE: String =
    "$TRANSPOSED3D_INPUT $TRANSPOSED3D_DEFAULTS -> [*p, output, ($TRANSPOSED3D_PLANES + outputPadding), ($TRANSPOSED3D_ROWS + outputPadding), ($TRANSPOSED3D_COLUMNS + outputPadding)] where $TRANSPOSED3D_CONDITIONS"

/** [ConvTranspose3d] that keeps planes, rows and columns. */
internal const val TRANSPOSED3D_KEEPING_RULE: String =
    "$TRANSPOSED3D_INPUT $TRANSPOSED3D_DEFAULTS -> [*p, output, d, h, w] where $TRANSPOSED3D_CONDITIONS, " +
        "($TRANSPOSED3D_PLANES + outputPadding) == d \"the planes do not stay as they are\", " +
        "($TRANSPOSED3D_ROWS + outputPadding) == h \"the rows do not stay as they are\", " +
        "($TRANSPOSED3D_COLUMNS + outputPadding) == w \"the columns do not stay as they are\""

/** [ConvTranspose3d] where planes, rows and columns are named. */
internal const val TRANSPOSED3D_NAMED_RULE: String =
    "$TRANSPOSED3D_INPUT depth=? rows=? columns=? $TRANSPOSED3D_DEFAULTS -> " +
        "[*p, output, depth, rows, columns] where $TRANSPOSED3D_CONDITIONS, " +
        "depth >= $TRANSPOSED3D_PLANES \"there are more planes than that\", " +
        "depth < $TRANSPOSED3D_PLANES + stride \"there are fewer planes than that\", " +
        "rows >= $TRANSPOSED3D_ROWS \"there are more rows than that\", " +
        "rows < $TRANSPOSED3D_ROWS + stride \"there are fewer rows than that\", " +
        "columns >= $TRANSPOSED3D_COLUMNS \"there are more columns than that\", " +
        "columns < $TRANSPOSED3D_COLUMNS + stride \"there are fewer columns than that\""

/** [ConvTranspose3d] that doubles planes, rows and columns. */
internal const val TRANSPOSED3D_DOUBLING_RULE: String =
    "$TRANSPOSED3D_INPUT $TRANSPOSED3D_DEFAULTS -> [*p, output, 2*d, 2*h, 2*w] where $TRANSPOSED3D_CONDITIONS, " +
        "2*d >= $TRANSPOSED3D_PLANES \"the planes are not doubled\", " +
        "2*d < $TRANSPOSED3D_PLANES + stride \"the planes are not doubled\", " +
        "2*h >= $TRANSPOSED3D_ROWS \"the rows are not doubled\", " +
        "2*h < $TRANSPOSED3D_ROWS + stride \"the rows are not doubled\", " +
        "2*w >= $TRANSPOSED3D_COLUMNS \"the columns are not doubled\", " +
        "2*w < $TRANSPOSED3D_COLUMNS + stride \"the columns are not doubled\""
