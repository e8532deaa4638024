package dev.rankine.nn

// What convolutions and pools do, for the compiler plugin: with one number for both directions. Where height and width differ, or padding
// is given by name, the numbers are unknown to the plugin, and so is the result.

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

private const val POOL_INPUT: String = "[*p, c, h, w] kernel=?"

private const val POOL_DEFAULTS: String = "stride=kernel padding=0 dilation=1 ceilMode=0"

private const val POOL_ROWS: String =
    "min((h + 2*padding - dilation*(kernel - 1) - 1 + ceilMode*(stride - 1)) / stride + 1, ceil_div(h + padding, stride))"

private const val POOL_COLUMNS: String =
    "min((w + 2*padding - dilation*(kernel - 1) - 1 + ceilMode*(stride - 1)) / stride + 1, ceil_div(w + padding, stride))"

private const val POOL_CONDITIONS: String =
    "rank(p) <= 1 \"needs a batch of planes or planes: axes\", kernel >= 1 \"kernel must be at least 1\", " +
        "stride >= 1 \"stride must be at least 1\", dilation >= 1 \"dilation must be at least 1\", " +
        "padding >= 0 \"padding cannot be negative\", " +
        "2*padding <= kernel \"padding is more than half of the kernel\", " +
        "h + 2*padding + ceilMode*(stride - 1) >= dilation*(kernel - 1) + 1 \"kernel is taller than the padded input\", " +
        "w + 2*padding + ceilMode*(stride - 1) >= dilation*(kernel - 1) + 1 \"kernel is wider than the padded input\""

/** [MaxPool2d] and [AvgPool2d]. */
internal const val POOL_RULE: String = "$POOL_INPUT $POOL_DEFAULTS -> [*p, c, $POOL_ROWS, $POOL_COLUMNS] where $POOL_CONDITIONS"

/** A pool that keeps rows and columns. */
internal const val POOL_KEEPING_RULE: String =
    "$POOL_INPUT $POOL_DEFAULTS -> [*p, c, h, w] where $POOL_CONDITIONS, " +
        "$POOL_ROWS == h \"the rows do not stay as they are\", $POOL_COLUMNS == w \"the columns do not stay as they are\""

/** A pool whose rows and columns are named. */
internal const val POOL_NAMED_RULE: String =
    "$POOL_INPUT rows=? columns=? $POOL_DEFAULTS -> [*p, c, $POOL_ROWS, $POOL_COLUMNS] where $POOL_CONDITIONS, " +
        "$POOL_ROWS == rows \"the number of rows differs\", $POOL_COLUMNS == columns \"the number of columns differs\""

/** A pool that halves rows and columns. */
internal const val POOL_HALVING_RULE: String =
    "$POOL_INPUT $POOL_DEFAULTS -> [*p, c, $POOL_ROWS, $POOL_COLUMNS] where $POOL_CONDITIONS, " +
        "2*$POOL_ROWS == h \"the rows are not halved\", 2*$POOL_COLUMNS == w \"the columns are not halved\""
