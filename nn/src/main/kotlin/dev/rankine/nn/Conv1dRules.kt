package dev.rankine.nn

// What convolutions of lines do, for the compiler plugin. Where padding is given by name, it is unknown to the plugin, and so is the result.

private const val CONV1D_INPUT: String = "[*p, c, l] input=? output=? kernel=?"

private const val CONV1D_DEFAULTS: String = "stride=1 padding=0 dilation=1 groups=1"

private const val CONV1D_SPAN: String = "((l + 2*padding - dilation*(kernel - 1) - 1) / stride + 1)"

private const val CONV1D_CONDITIONS: String =
    "rank(p) <= 1 \"needs a batch of lines or lines: axes\", " +
        "c == input \"the channels are not those that the convolution takes\", " +
        "groups >= 1 \"groups must be at least 1\", input % groups == 0 \"the channels do not divide into groups\", " +
        "output % groups == 0 \"the channels do not divide into groups\", kernel >= 1 \"kernel must be at least 1\", " +
        "stride >= 1 \"stride must be at least 1\", dilation >= 1 \"dilation must be at least 1\", " +
        "padding >= 0 \"padding cannot be negative\", " +
        "l + 2*padding >= dilation*(kernel - 1) + 1 \"kernel is longer than the padded input\""

/** [Conv1d]. */
internal const val CONV1D_LAYER_RULE: String = "$CONV1D_INPUT $CONV1D_DEFAULTS -> [*p, output, $CONV1D_SPAN] where $CONV1D_CONDITIONS"

/** [Conv1d] that keeps the length. */
internal const val CONV1D_KEEPING_RULE: String =
    "$CONV1D_INPUT $CONV1D_DEFAULTS -> [*p, output, l] where $CONV1D_CONDITIONS, " +
        "$CONV1D_SPAN == l \"the length does not stay as it is\""

/** [Conv1d] where the length is named. */
internal const val CONV1D_NAMED_RULE: String =
    "$CONV1D_INPUT length=? $CONV1D_DEFAULTS -> [*p, output, $CONV1D_SPAN] where $CONV1D_CONDITIONS, " +
        "$CONV1D_SPAN == length \"the number of elements differs\""

/** [Conv1d] that halves the length. */
internal const val CONV1D_HALVING_RULE: String =
    "$CONV1D_INPUT $CONV1D_DEFAULTS -> [*p, output, $CONV1D_SPAN] where $CONV1D_CONDITIONS, " +
        "2*$CONV1D_SPAN == l \"the length is not halved\""
