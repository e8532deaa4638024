package dev.rankine.nn

// What convolutions do, for the compiler plugin: with one number for both directions. Where height and width differ, or padding is given by
// name, the numbers are unknown to the plugin, and so is the result.

private const val CONV_INPUT: String = "[*p, c, h, w] input=? output=? kernel=?"

private const val CONV_DEFAULTS: String = "stride=1 padding=0 dilation=1 groups=1"

private const val CONV_ROWS: String = "((h + 2*padding - dilation*(kernel - 1) - 1) / stride + 1)"

private const val CONV_COLUMNS: String = "((w + 2*padding - dilation*(kernel - 1) - 1) / stride + 1)"

private const val CONV_CONDITIONS: String =
    "rank(p) <= 1 \"needs a batch of planes or planes: axes\", c == input \"the channels are not those that the convolution takes\", " +
        "groups >= 1 \"groups must be at least 1\", input % groups == 0 \"the channels do not divide into groups\", " +
        "output % groups == 0 \"the channels do not divide into groups\", " +
        "kernel >= 1 \"kernel is empty\", stride >= 1 \"stride must be at least 1\", dilation >= 1 \"dilation must be at least 1\", " +
        "padding >= 0 \"padding cannot be negative\", " +
        "h + 2*padding >= dilation*(kernel - 1) + 1 \"kernel is taller than the padded input\", " +
        "w + 2*padding >= dilation*(kernel - 1) + 1 \"kernel is wider than the padded input\""

/** [Conv2d]. */
internal const val CONV_RULE: String = "$CONV_INPUT $CONV_DEFAULTS -> [*p, output, $CONV_ROWS, $CONV_COLUMNS] where $CONV_CONDITIONS"

/** [Conv2d] that keeps rows and columns. */
internal const val CONV_KEEPING_RULE: String =
    "$CONV_INPUT $CONV_DEFAULTS -> [*p, output, h, w] where $CONV_CONDITIONS, " +
        "$CONV_ROWS == h \"the rows do not stay as they are\", $CONV_COLUMNS == w \"the columns do not stay as they are\""

/** [Conv2d] whose rows and columns are named. */
internal const val CONV_NAMED_RULE: String =
    "$CONV_INPUT rows=? columns=? $CONV_DEFAULTS -> [*p, output, $CONV_ROWS, $CONV_COLUMNS] where $CONV_CONDITIONS, " +
        "$CONV_ROWS == rows \"the number of rows differs\", $CONV_COLUMNS == columns \"the number of columns differs\""

/** [Conv2d] that halves rows and columns. */
internal const val CONV_HALVING_RULE: String =
    "$CONV_INPUT $CONV_DEFAULTS -> [*p, output, $CONV_ROWS, $CONV_COLUMNS] where $CONV_CONDITIONS, " +
        "2*$CONV_ROWS == h \"the rows are not halved\", 2*$CONV_COLUMNS == w \"the columns are not halved\""
