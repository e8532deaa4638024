package dev.rankine.tensor

// The shape rules of what slides over planes, for the compiler plugin: `KEEPING` where rows and columns stay, `HALVING` where they are
// halved, `NAMED` where they are named. A pool's stride is its kernel where none is given: 0 in the rule.

private const val KERNEL_HEIGHT = "(dilation*(kh - 1) + 1)"
private const val KERNEL_WIDTH = "(dilation*(kw - 1) + 1)"
private const val WINDOW = "(dilation*(kernel - 1) + 1)"
private const val STEP = "(stride + kernel*(1 - min(stride, 1)))"

private const val CONV2D_FITS =
    " where stride >= 1 \"stride must be at least 1\", h + 2*padding >= $KERNEL_HEIGHT \"kernel is taller than the padded input\"" +
        ", w + 2*padding >= $KERNEL_WIDTH \"kernel is wider than the padded input\""
private const val CONV2D_ROWS = "((h + 2*padding - $KERNEL_HEIGHT) / stride + 1)"
private const val CONV2D_COLUMNS = "((w + 2*padding - $KERNEL_WIDTH) / stride + 1)"
private const val MAX_POOL2D_FITS =
    " where kernel >= 1 \"kernel is empty\", stride >= 0 \"stride must be at least 1\"" +
        ", h + 2*padding >= $WINDOW \"kernel is taller than the padded input\"" +
        ", w + 2*padding >= $WINDOW \"kernel is wider than the padded input\""
private const val MAX_POOL2D_ROWS = "((h + 2*padding - $WINDOW) / $STEP + 1)"
private const val MAX_POOL2D_COLUMNS = "((w + 2*padding - $WINDOW) / $STEP + 1)"
private const val AVG_POOL2D_FITS =
    " where kernel >= 1 \"kernel is empty\", stride >= 0 \"stride must be at least 1\"" +
        ", h + 2*padding >= kernel \"kernel is taller than the padded input\"" +
        ", w + 2*padding >= kernel \"kernel is wider than the padded input\""
private const val AVG_POOL2D_ROWS = "((h + 2*padding - kernel) / $STEP + 1)"
private const val AVG_POOL2D_COLUMNS = "((w + 2*padding - kernel) / $STEP + 1)"

private const val CONV2D = "[*p, c, h, w] weight:[o, c, kh, kw] bias:[o]?"
private const val CONV2D_GROUPS = "[*p, c, h, w] weight:[o, share, kh, kw] bias:[o]? groups=?"
private const val GROUPED = ", c == share*groups \"channels do not fit the weight\""
private const val POOL2D = "[*p, h, w] kernel=?"
private const val MAX_POOL2D = "stride=0 padding=0 dilation=1"
private const val AVG_POOL2D = "stride=0 padding=0"

private const val ROWS = " \"the number of rows differs\""
private const val COLUMNS = " \"the number of columns differs\""

internal const val CONV2D_KEEPING: String =
    "$CONV2D stride=1 padding=0 dilation=1 -> [*p, o, h, w]$CONV2D_FITS, $CONV2D_ROWS == h$ROWS, $CONV2D_COLUMNS == w$COLUMNS"
internal const val CONV2D_HALVING: String =
    "$CONV2D stride=2 padding=0 dilation=1 -> [*p, o, h / 2, w / 2]$CONV2D_FITS, 2*$CONV2D_ROWS == h$ROWS, 2*$CONV2D_COLUMNS == w$COLUMNS"
internal const val CONV2D_NAMED: String =
    "$CONV2D rows=? columns=? stride=1 padding=0 dilation=1 -> [*p, o, $CONV2D_ROWS, $CONV2D_COLUMNS]$CONV2D_FITS" +
        ", $CONV2D_ROWS == rows$ROWS, $CONV2D_COLUMNS == columns$COLUMNS"
internal const val CONV2D_GROUPS_KEEPING: String =
    "$CONV2D_GROUPS stride=1 padding=0 dilation=1 -> [*p, o, h, w]$CONV2D_FITS" +
        ", $CONV2D_ROWS == h$ROWS, $CONV2D_COLUMNS == w$COLUMNS$GROUPED"
internal const val CONV2D_GROUPS_HALVING: String =
    "$CONV2D_GROUPS stride=2 padding=0 dilation=1 -> [*p, o, h / 2, w / 2]$CONV2D_FITS" +
        ", 2*$CONV2D_ROWS == h$ROWS, 2*$CONV2D_COLUMNS == w$COLUMNS$GROUPED"
internal const val CONV2D_GROUPS_NAMED: String =
    "$CONV2D_GROUPS rows=? columns=? stride=1 padding=0 dilation=1 -> [*p, o, $CONV2D_ROWS, $CONV2D_COLUMNS]$CONV2D_FITS" +
        ", $CONV2D_ROWS == rows$ROWS, $CONV2D_COLUMNS == columns$COLUMNS$GROUPED"
internal const val CONV2D_SAME: String = "$CONV2D -> [*p, o, h, w]"
internal const val CONV2D_GROUPS_SAME: String = "$CONV2D_GROUPS -> [*p, o, h, w] where c == share*groups \"channels do not fit the weight\""

internal const val MAX_POOL2D_KEEPING: String =
    "$POOL2D $MAX_POOL2D -> [*p, h, w]$MAX_POOL2D_FITS, $MAX_POOL2D_ROWS == h$ROWS, $MAX_POOL2D_COLUMNS == w$COLUMNS"
internal const val MAX_POOL2D_HALVING: String =
    "$POOL2D $MAX_POOL2D -> [*p, h / 2, w / 2]$MAX_POOL2D_FITS, 2*$MAX_POOL2D_ROWS == h$ROWS, 2*$MAX_POOL2D_COLUMNS == w$COLUMNS"
internal const val MAX_POOL2D_NAMED: String =
    "$POOL2D rows=? columns=? $MAX_POOL2D -> [*p, $MAX_POOL2D_ROWS, $MAX_POOL2D_COLUMNS]$MAX_POOL2D_FITS" +
        ", $MAX_POOL2D_ROWS == rows$ROWS, $MAX_POOL2D_COLUMNS == columns$COLUMNS"

internal const val AVG_POOL2D_KEEPING: String =
    "$POOL2D $AVG_POOL2D -> [*p, h, w]$AVG_POOL2D_FITS, $AVG_POOL2D_ROWS == h$ROWS, $AVG_POOL2D_COLUMNS == w$COLUMNS"
internal const val AVG_POOL2D_HALVING: String =
    "$POOL2D $AVG_POOL2D -> [*p, h / 2, w / 2]$AVG_POOL2D_FITS, 2*$AVG_POOL2D_ROWS == h$ROWS, 2*$AVG_POOL2D_COLUMNS == w$COLUMNS"
internal const val AVG_POOL2D_NAMED: String =
    "$POOL2D rows=? columns=? $AVG_POOL2D -> [*p, $AVG_POOL2D_ROWS, $AVG_POOL2D_COLUMNS]$AVG_POOL2D_FITS" +
        ", $AVG_POOL2D_ROWS == rows$ROWS, $AVG_POOL2D_COLUMNS == columns$COLUMNS"
