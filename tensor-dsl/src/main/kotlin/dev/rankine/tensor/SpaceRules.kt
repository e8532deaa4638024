package dev.rankine.tensor

// The shape rules of typed convolutions of lines and volumes and of transposed ones, for the compiler plugin: `KEEPING` where the last axes
// stay, `HALVING` and `DOUBLING` where they are halved or doubled, `NAMED` where they are named.

private const val SPAN = "(dilation*(k - 1) + 1)"
private const val SPAN_DEPTH = "(dilation*(kd - 1) + 1)"
private const val SPAN_HEIGHT = "(dilation*(kh - 1) + 1)"
private const val SPAN_WIDTH = "(dilation*(kw - 1) + 1)"

private const val CONV1D = "[*p, c, l] weight:[o, c, k] bias:[o]?"

private const val CONV1D_GROUPS = "[*p, c, l] weight:[o, share, k] bias:[o]? groups=?"

private const val CONV1D_FITS =
    " where stride >= 1 \"stride must be at least 1\", l + 2*padding >= $SPAN \"kernel is longer than the padded input\""

private const val CONV1D_LENGTH = "((l + 2*padding - $SPAN) / stride + 1)"

internal const val CONV1D_KEEPING: String =
    "$CONV1D stride=1 padding=0 dilation=1 -> [*p, o, l]$CONV1D_FITS" +
        ", $CONV1D_LENGTH == l \"the length does not stay as it is\""

internal const val CONV1D_HALVING: String =
    "$CONV1D stride=2 padding=0 dilation=1 -> [*p, o, l / 2]$CONV1D_FITS" +
        ", 2*$CONV1D_LENGTH == l \"the length is not halved\""

internal const val CONV1D_NAMED: String =
    "$CONV1D length=? stride=1 padding=0 dilation=1 -> [*p, o, $CONV1D_LENGTH]$CONV1D_FITS" +
        ", $CONV1D_LENGTH == length \"the number of elements differs\""

internal const val CONV1D_SAME: String = "$CONV1D -> [*p, o, l]"

internal const val CONV1D_GROUPS_KEEPING: String =
    "$CONV1D_GROUPS stride=1 padding=0 dilation=1 -> [*p, o, l]$CONV1D_FITS" +
        ", $CONV1D_LENGTH == l \"the length does not stay as it is\", c == share*groups \"channels do not fit the weight\""

internal const val CONV1D_GROUPS_HALVING: String =
    "$CONV1D_GROUPS stride=2 padding=0 dilation=1 -> [*p, o, l / 2]$CONV1D_FITS" +
        ", 2*$CONV1D_LENGTH == l \"the length is not halved\", c == share*groups \"channels do not fit the weight\""

internal const val CONV1D_GROUPS_NAMED: String =
    "$CONV1D_GROUPS length=? stride=1 padding=0 dilation=1 -> [*p, o, $CONV1D_LENGTH]$CONV1D_FITS" +
        ", $CONV1D_LENGTH == length \"the number of elements differs\", c == share*groups \"channels do not fit the weight\""

internal const val CONV1D_GROUPS_SAME: String = "$CONV1D_GROUPS -> [*p, o, l] where c == share*groups \"channels do not fit the weight\""

private const val CONV3D = "[*p, c, d, h, w] weight:[o, c, kd, kh, kw] bias:[o]?"

private const val CONV3D_GROUPS = "[*p, c, d, h, w] weight:[o, share, kd, kh, kw] bias:[o]? groups=?"

private const val CONV3D_FITS =
    " where stride >= 1 \"stride must be at least 1\"" +
        ", d + 2*padding >= $SPAN_DEPTH \"kernel is deeper than the padded input\"" +
        ", h + 2*padding >= $SPAN_HEIGHT \"kernel is taller than the padded input\"" +
        ", w + 2*padding >= $SPAN_WIDTH \"kernel is wider than the padded input\""

private const val CONV3D_PLANES = "((d + 2*padding - $SPAN_DEPTH) / stride + 1)"

private const val CONV3D_ROWS = "((h + 2*padding - $SPAN_HEIGHT) / stride + 1)"

private const val CONV3D_COLUMNS = "((w + 2*padding - $SPAN_WIDTH) / stride + 1)"

internal const val CONV3D_KEEPING: String =
    "$CONV3D stride=1 padding=0 dilation=1 -> [*p, o, d, h, w]$CONV3D_FITS" +
        ", $CONV3D_PLANES == d \"the planes do not stay as they are\", $CONV3D_ROWS == h \"the rows do not stay as they are\"" +
        ", $CONV3D_COLUMNS == w \"the columns do not stay as they are\""

internal const val CONV3D_HALVING: String =
    "$CONV3D stride=2 padding=0 dilation=1 -> [*p, o, d / 2, h / 2, w / 2]$CONV3D_FITS" +
        ", 2*$CONV3D_PLANES == d \"the planes are not halved\", 2*$CONV3D_ROWS == h \"the rows are not halved\"" +
        ", 2*$CONV3D_COLUMNS == w \"the columns are not halved\""

internal const val CONV3D_NAMED: String =
    "$CONV3D depth=? rows=? columns=? stride=1 padding=0 dilation=1 -> " +
        "[*p, o, $CONV3D_PLANES, $CONV3D_ROWS, $CONV3D_COLUMNS]$CONV3D_FITS" +
        ", $CONV3D_PLANES == depth \"the number of planes differs\", $CONV3D_ROWS == rows \"the number of rows differs\"" +
        ", $CONV3D_COLUMNS == columns \"the number of columns differs\""

internal const val CONV3D_SAME: String = "$CONV3D -> [*p, o, d, h, w]"

internal const val CONV3D_GROUPS_KEEPING: String =
    "$CONV3D_GROUPS stride=1 padding=0 dilation=1 -> [*p, o, d, h, w]$CONV3D_FITS" +
        ", $CONV3D_PLANES == d \"the planes do not stay as they are\", $CONV3D_ROWS == h \"the rows do not stay as they are\"" +
        ", $CONV3D_COLUMNS == w \"the columns do not stay as they are\", c == share*groups \"channels do not fit the weight\""

internal const val CONV3D_GROUPS_HALVING: String =
    "$CONV3D_GROUPS stride=2 padding=0 dilation=1 -> [*p, o, d / 2, h / 2, w / 2]$CONV3D_FITS" +
        ", 2*$CONV3D_PLANES == d \"the planes are not halved\", 2*$CONV3D_ROWS == h \"the rows are not halved\"" +
        ", 2*$CONV3D_COLUMNS == w \"the columns are not halved\", c == share*groups \"channels do not fit the weight\""

internal const val CONV3D_GROUPS_NAMED: String =
    "$CONV3D_GROUPS depth=? rows=? columns=? stride=1 padding=0 dilation=1 -> " +
        "[*p, o, $CONV3D_PLANES, $CONV3D_ROWS, $CONV3D_COLUMNS]$CONV3D_FITS" +
        ", $CONV3D_PLANES == depth \"the number of planes differs\", $CONV3D_ROWS == rows \"the number of rows differs\"" +
        ", $CONV3D_COLUMNS == columns \"the number of columns differs\", c == share*groups \"channels do not fit the weight\""

internal const val CONV3D_GROUPS_SAME: String =
    "$CONV3D_GROUPS -> [*p, o, d, h, w] where c == share*groups \"channels do not fit the weight\""

private const val CONV_TRANSPOSE1D = "[*p, c, l] weight:[c, o, k] bias:[o]?"

private const val CONV_TRANSPOSE1D_FITS =
    " where stride >= 1 \"stride must be at least 1\", padding >= 0 \"padding cannot be negative\"" +
        ", max(stride, dilation) > outputPadding \"output padding must be smaller than stride or dilation\""

private const val CONV_TRANSPOSE1D_LENGTH = "((l - 1)*stride - 2*padding + $SPAN + outputPadding)"

internal const val CONV_TRANSPOSE1D_KEEPING: String =
    "$CONV_TRANSPOSE1D stride=1 padding=0 outputPadding=0 dilation=1 -> [*p, o, l]$CONV_TRANSPOSE1D_FITS" +
        ", $CONV_TRANSPOSE1D_LENGTH == l \"the length does not stay as it is\""

internal const val CONV_TRANSPOSE1D_DOUBLING: String =
    "$CONV_TRANSPOSE1D stride=2 padding=0 outputPadding=0 dilation=1 -> [*p, o, 2*l]$CONV_TRANSPOSE1D_FITS" +
        ", $CONV_TRANSPOSE1D_LENGTH == 2*l \"the length is not doubled\""

internal const val CONV_TRANSPOSE1D_NAMED: String =
    "$CONV_TRANSPOSE1D length=? stride=1 padding=0 outputPadding=0 dilation=1 -> [*p, o, $CONV_TRANSPOSE1D_LENGTH]" +
        "$CONV_TRANSPOSE1D_FITS, $CONV_TRANSPOSE1D_LENGTH == length \"the number of elements differs\""

private const val CONV_TRANSPOSE2D = "[*p, c, h, w] weight:[c, o, kh, kw] bias:[o]?"

private const val CONV_TRANSPOSE2D_FITS =
    " where stride >= 1 \"stride must be at least 1\", padding >= 0 \"padding cannot be negative\"" +
        ", max(stride, dilation) > outputPadding \"output padding must be smaller than stride or dilation\""

private const val CONV_TRANSPOSE2D_ROWS = "((h - 1)*stride - 2*padding + $SPAN_HEIGHT + outputPadding)"

private const val CONV_TRANSPOSE2D_COLUMNS = "((w - 1)*stride - 2*padding + $SPAN_WIDTH + outputPadding)"

internal const val CONV_TRANSPOSE2D_KEEPING: String =
    "$CONV_TRANSPOSE2D stride=1 padding=0 outputPadding=0 dilation=1 -> [*p, o, h, w]$CONV_TRANSPOSE2D_FITS" +
        ", $CONV_TRANSPOSE2D_ROWS == h \"the rows do not stay as they are\"" +
        ", $CONV_TRANSPOSE2D_COLUMNS == w \"the columns do not stay as they are\""

internal const val CONV_TRANSPOSE2D_DOUBLING: String =
    "$CONV_TRANSPOSE2D stride=2 padding=0 outputPadding=0 dilation=1 -> [*p, o, 2*h, 2*w]$CONV_TRANSPOSE2D_FITS" +
        ", $CONV_TRANSPOSE2D_ROWS == 2*h \"the rows are not doubled\"" +
        ", $CONV_TRANSPOSE2D_COLUMNS == 2*w \"the columns are not doubled\""

internal const val CONV_TRANSPOSE2D_NAMED: String =
    "$CONV_TRANSPOSE2D rows=? columns=? stride=1 padding=0 outputPadding=0 dilation=1 -> " +
        "[*p, o, $CONV_TRANSPOSE2D_ROWS, $CONV_TRANSPOSE2D_COLUMNS]$CONV_TRANSPOSE2D_FITS" +
        ", $CONV_TRANSPOSE2D_ROWS == rows \"the number of rows differs\"" +
        ", $CONV_TRANSPOSE2D_COLUMNS == columns \"the number of columns differs\""

private const val CONV_TRANSPOSE3D = "[*p, c, d, h, w] weight:[c, o, kd, kh, kw] bias:[o]?"

private const val CONV_TRANSPOSE3D_FITS =
    " where stride >= 1 \"stride must be at least 1\", padding >= 0 \"padding cannot be negative\"" +
        ", max(stride, dilation) > outputPadding \"output padding must be smaller than stride or dilation\""

private const val CONV_TRANSPOSE3D_PLANES = "((d - 1)*stride - 2*padding + $SPAN_DEPTH + outputPadding)"

private const val CONV_TRANSPOSE3D_ROWS = "((h - 1)*stride - 2*padding + $SPAN_HEIGHT + outputPadding)"

private const val CONV_TRANSPOSE3D_COLUMNS = "((w - 1)*stride - 2*padding + $SPAN_WIDTH + outputPadding)"

internal const val CONV_TRANSPOSE3D_KEEPING: String =
    "$CONV_TRANSPOSE3D stride=1 padding=0 outputPadding=0 dilation=1 -> [*p, o, d, h, w]$CONV_TRANSPOSE3D_FITS" +
        ", $CONV_TRANSPOSE3D_PLANES == d \"the planes do not stay as they are\"" +
        ", $CONV_TRANSPOSE3D_ROWS == h \"the rows do not stay as they are\"" +
        ", $CONV_TRANSPOSE3D_COLUMNS == w \"the columns do not stay as they are\""

internal const val CONV_TRANSPOSE3D_DOUBLING: String =
    "$CONV_TRANSPOSE3D stride=2 padding=0 outputPadding=0 dilation=1 -> [*p, o, 2*d, 2*h, 2*w]$CONV_TRANSPOSE3D_FITS" +
        ", $CONV_TRANSPOSE3D_PLANES == 2*d \"the planes are not doubled\"" +
        ", $CONV_TRANSPOSE3D_ROWS == 2*h \"the rows are not doubled\"" +
        ", $CONV_TRANSPOSE3D_COLUMNS == 2*w \"the columns are not doubled\""

internal const val CONV_TRANSPOSE3D_NAMED: String =
    "$CONV_TRANSPOSE3D depth=? rows=? columns=? stride=1 padding=0 outputPadding=0 dilation=1 -> " +
        "[*p, o, $CONV_TRANSPOSE3D_PLANES, $CONV_TRANSPOSE3D_ROWS, $CONV_TRANSPOSE3D_COLUMNS]$CONV_TRANSPOSE3D_FITS" +
        ", $CONV_TRANSPOSE3D_PLANES == depth \"the number of planes differs\"" +
        ", $CONV_TRANSPOSE3D_ROWS == rows \"the number of rows differs\"" +
        ", $CONV_TRANSPOSE3D_COLUMNS == columns \"the number of columns differs\""
