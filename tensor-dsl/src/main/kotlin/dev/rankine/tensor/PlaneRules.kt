package dev.rankine.tensor

// The shape rules of typed convolutions, for the compiler plugin: `KEEPING` where rows and columns stay, `HALVING` where they are halved,
// `NAMED` where they are named.

private const val KERNEL_HEIGHT = "(dilation*(kh - 1) + 1)"
private const val KERNEL_WIDTH = "(dilation*(kw - 1) + 1)"

private const val CONV2D_FITS =
    " where stride >= 1 \"stride must be at least 1\", h + 2*padding >= $KERNEL_HEIGHT \"kernel is taller than the padded input\"" +
        ", w + 2*padding >= $KERNEL_WIDTH \"kernel is wider than the padded input\""
private const val CONV2D_ROWS = "((h + 2*padding - $KERNEL_HEIGHT) / stride + 1)"
private const val CONV2D_COLUMNS = "((w + 2*padding - $KERNEL_WIDTH) / stride + 1)"

private const val CONV2D = "[*p, c, h, w] weight:[o, c, kh, kw] bias:[o]?"
private const val CONV2D_GROUPS = "[*p, c, h, w] weight:[o, share, kh, kw] bias:[o]? groups=?"
private const val GROUPED = ", c == share*groups \"channels do not fit the weight\""

private const val ROWS = " \"the number of rows differs\""
private const val COLUMNS = " \"the number of columns differs\""
private const val KEPT_ROWS = " \"the rows do not stay as they are\""
private const val KEPT_COLUMNS = " \"the columns do not stay as they are\""
private const val HALF_ROWS = " \"the rows are not halved\""
private const val HALF_COLUMNS = " \"the columns are not halved\""

internal const val CONV2D_KEEPING: String =
    "$CONV2D stride=1 padding=0 dilation=1 -> [*p, o, h, w]$CONV2D_FITS, $CONV2D_ROWS == h$KEPT_ROWS, $CONV2D_COLUMNS == w$KEPT_COLUMNS"
internal const val CONV2D_HALVING: String =
    "$CONV2D stride=2 padding=0 dilation=1 -> [*p, o, h / 2, w / 2]$CONV2D_FITS, 2*$CONV2D_ROWS == h$HALF_ROWS, 2*$CONV2D_COLUMNS == w$HALF_COLUMNS"
internal const val CONV2D_NAMED: String =
    "$CONV2D rows=? columns=? stride=1 padding=0 dilation=1 -> [*p, o, $CONV2D_ROWS, $CONV2D_COLUMNS]$CONV2D_FITS" +
        ", $CONV2D_ROWS == rows$ROWS, $CONV2D_COLUMNS == columns$COLUMNS"
internal const val CONV2D_GROUPS_KEEPING: String =
    "$CONV2D_GROUPS stride=1 padding=0 dilation=1 -> [*p, o, h, w]$CONV2D_FITS" +
        ", $CONV2D_ROWS == h$KEPT_ROWS, $CONV2D_COLUMNS == w$KEPT_COLUMNS$GROUPED"
internal const val CONV2D_GROUPS_HALVING: String =
    "$CONV2D_GROUPS stride=2 padding=0 dilation=1 -> [*p, o, h / 2, w / 2]$CONV2D_FITS" +
        ", 2*$CONV2D_ROWS == h$HALF_ROWS, 2*$CONV2D_COLUMNS == w$HALF_COLUMNS$GROUPED"
internal const val CONV2D_GROUPS_NAMED: String =
    "$CONV2D_GROUPS rows=? columns=? stride=1 padding=0 dilation=1 -> [*p, o, $CONV2D_ROWS, $CONV2D_COLUMNS]$CONV2D_FITS" +
        ", $CONV2D_ROWS == rows$ROWS, $CONV2D_COLUMNS == columns$COLUMNS$GROUPED"
internal const val CONV2D_SAME: String = "$CONV2D -> [*p, o, h, w]"
internal const val CONV2D_GROUPS_SAME: String = "$CONV2D_GROUPS -> [*p, o, h, w] where c == share*groups \"channels do not fit the weight\""
