package dev.rankine.nn

// What convolutions of volumes do, for the compiler plugin: with one number for all directions. Where they differ, or padding is given by name, the
// numbers are unknown to the plugin, and so is the result.

private const val CONV3D_INPUT: String = "[*p, c, d, h, w] input=? output=? kernel=?"

private const val CONV3D_DEFAULTS: String = "stride=1 padding=0 dilation=1 groups=1"

private const val CONV3D_PLANES: String = "((d + 2*padding - dilation*(kernel - 1) - 1) / stride + 1)"

private const val CONV3D_ROWS: String = "((h + 2*padding - dilation*(kernel - 1) - 1) / stride + 1)"

private const val CONV3D_COLUMNS: String = "((w + 2*padding - dilation*(kernel - 1) - 1) / stride + 1)"

private const val CONV3D_CONDITIONS: String =
    "rank(p) <= 1 \"needs a batch of volumes or volumes: axes\", " +
        "c == input \"the channels are not those that the convolution takes\", " +
        "groups >= 1 \"groups must be at least 1\", input % groups == 0 \"the channels do not divide into groups\", " +
        "output % groups == 0 \"the channels do not divide into groups\", kernel >= 1 \"kernel must be at least 1\", " +
        "stride >= 1 \"stride must be at least 1\", dilation >= 1 \"dilation must be at least 1\", " +
        "padding >= 0 \"padding cannot be negative\", " +
        "d + 2*padding >= dilation*(kernel - 1) + 1 \"kernel is deeper than the padded input\", " +
        "h + 2*padding >= dilation*(kernel - 1) + 1 \"kernel is taller than the padded input\", " +
        "w + 2*padding >= dilation*(kernel - 1) + 1 \"kernel is wider than the padded input\""

/** [Conv3d]. */
internal const val CONV3D_LAYER_RULE: String =
    "$CONV3D_INPUT $CONV3D_DEFAULTS -> [*p, output, $CONV3D_PLANES, $CONV3D_ROWS, $CONV3D_COLUMNS] where $CONV3D_CONDITIONS"

/** [Conv3d] that keeps planes, rows and columns. */
internal const val CONV3D_KEEPING_RULE: String =
    "$CONV3D_INPUT $CONV3D_DEFAULTS -> [*p, output, d, h, w] where $CONV3D_CONDITIONS, " +
        "$CONV3D_PLANES == d \"the planes do not stay as they are\", " +
        "$CONV3D_ROWS == h \"the rows do not stay as they are\", " +
        "$CONV3D_COLUMNS == w \"the columns do not stay as they are\""

/** [Conv3d] where planes, rows and columns are named. */
internal const val CONV3D_NAMED_RULE: String =
    "$CONV3D_INPUT depth=? rows=? columns=? $CONV3D_DEFAULTS -> " +
        "[*p, output, $CONV3D_PLANES, $CONV3D_ROWS, $CONV3D_COLUMNS] where $CONV3D_CONDITIONS, " +
        "$CONV3D_PLANES == depth \"the number of planes differs\", $CONV3D_ROWS == rows \"the number of rows differs\", " +
        "$CONV3D_COLUMNS == columns \"the number of columns differs\""

/** [Conv3d] that halves planes, rows and columns. */
internal const val CONV3D_HALVING_RULE: String =
    "$CONV3D_INPUT $CONV3D_DEFAULTS -> [*p, output, $CONV3D_PLANES, $CONV3D_ROWS, $CONV3D_COLUMNS] where $CONV3D_CONDITIONS, " +
        "2*$CONV3D_PLANES == d \"the planes are not halved\", 2*$CONV3D_ROWS == h \"the rows are not halved\", " +
        "2*$CONV3D_COLUMNS == w \"the columns are not halved\""
