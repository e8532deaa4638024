package dev.rankine.ops

// What typed pools do, for the compiler plugin. Where height and width differ the numbers are unknown to it, and so is the result.

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

/** The rule of a pool with one number for both directions: `kernel`, `stride`, `padding`, `dilation`, `ceilMode`. */
public const val POOL2D_RULE: String = "$POOL_INPUT $POOL_DEFAULTS -> [*p, c, $POOL_ROWS, $POOL_COLUMNS] where $POOL_CONDITIONS"

/** The rule of such a pool that keeps rows and columns. */
public const val POOL2D_KEEPING_RULE: String =
    "$POOL_INPUT $POOL_DEFAULTS -> [*p, c, h, w] where $POOL_CONDITIONS, " +
        "$POOL_ROWS == h \"the rows do not stay as they are\", $POOL_COLUMNS == w \"the columns do not stay as they are\""

/** The rule of such a pool whose `rows` and `columns` are named. */
public const val POOL2D_NAMED_RULE: String =
    "$POOL_INPUT rows=? columns=? $POOL_DEFAULTS -> [*p, c, $POOL_ROWS, $POOL_COLUMNS] where $POOL_CONDITIONS, " +
        "$POOL_ROWS == rows \"the number of rows differs\", $POOL_COLUMNS == columns \"the number of columns differs\""

/** The rule of such a pool that halves rows and columns. */
public const val POOL2D_HALVING_RULE: String =
    "$POOL_INPUT $POOL_DEFAULTS -> [*p, c, $POOL_ROWS, $POOL_COLUMNS] where $POOL_CONDITIONS, " +
        "2*$POOL_ROWS == h \"the rows are not halved\", 2*$POOL_COLUMNS == w \"the columns are not halved\""
