package dev.rankine.nn

// What transposed convolutions of lines do, for the compiler plugin.

private const val TRANSPOSED1D_INPUT: String = "[*p, c, l] input=? output=? kernel=?"

private const val TRANSPOSED1D_DEFAULTS: String = "stride=1 padding=0 outputPadding=0 groups=1 dilation=1"

private const val TRANSPOSED1D_SPAN: String = "((l - 1)*stride - 2*padding + dilation*(kernel - 1) + 1)"

private const val TRANSPOSED1D_CONDITIONS: String =
    "rank(p) <= 1 \"needs a batch of lines or lines: axes\", " +
        "c == input \"the channels are not those that the convolution takes\", " +
        "groups >= 1 \"groups must be at least 1\", input % groups == 0 \"the channels do not divide into groups\", " +
        "output % groups == 0 \"the channels do not divide into groups\", kernel >= 1 \"kernel must be at least 1\", " +
        "stride >= 1 \"stride must be at least 1\", dilation >= 1 \"dilation must be at least 1\", " +
        "padding >= 0 \"padding cannot be negative\", outputPadding >= 0 \"output padding cannot be negative\", " +
        "max(stride, dilation) > outputPadding \"output padding must be smaller than stride or dilation\""

/** [ConvTranspose1d]. */
internal const val TRANSPOSED1D_LAYER_RULE: String =
    "$TRANSPOSED1D_INPUT $TRANSPOSED1D_DEFAULTS -> [*p, output, ($TRANSPOSED1D_SPAN + outputPadding)] where $TRANSPOSED1D_CONDITIONS"

/** [ConvTranspose1d] that keeps the length. */
internal const val TRANSPOSED1D_KEEPING_RULE: String =
    "$TRANSPOSED1D_INPUT $TRANSPOSED1D_DEFAULTS -> [*p, output, l] where $TRANSPOSED1D_CONDITIONS, " +
        "($TRANSPOSED1D_SPAN + outputPadding) == l \"the length does not stay as it is\""

/** [ConvTranspose1d] where the length is named. */
internal const val TRANSPOSED1D_NAMED_RULE: String =
    "$TRANSPOSED1D_INPUT length=? $TRANSPOSED1D_DEFAULTS -> [*p, output, length] where $TRANSPOSED1D_CONDITIONS, " +
        "length >= $TRANSPOSED1D_SPAN \"there are more elements than that\", " +
        "length < $TRANSPOSED1D_SPAN + stride \"there are fewer elements than that\""

/** [ConvTranspose1d] that doubles the length. */
internal const val TRANSPOSED1D_DOUBLING_RULE: String =
    "$TRANSPOSED1D_INPUT $TRANSPOSED1D_DEFAULTS -> [*p, output, 2*l] where $TRANSPOSED1D_CONDITIONS, " +
        "2*l >= $TRANSPOSED1D_SPAN \"the length is not doubled\", " +
        "2*l < $TRANSPOSED1D_SPAN + stride \"the length is not doubled\""
