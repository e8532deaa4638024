package dev.rankine.ops

// What typed `unfold` and `fold` do, for the compiler plugin. Where height and width differ the numbers are unknown to it, and so is the result.

private const val WINDOW_DEFAULTS: String = "kernel=? dilation=1 padding=0 stride=1"

private const val WINDOW_SPAN: String = "(dilation*(kernel - 1) + 1)"

private const val WINDOW_NEEDS: String =
    "rank(p) <= 1 \"needs a batch of values or one: axes\", kernel >= 1 \"kernel must be at least 1\", " +
        "dilation >= 1 \"dilation must be at least 1\", padding >= 0 \"padding cannot be negative\", stride >= 1 \"stride must be at least 1\""

private const val UNFOLDED: String = "((h + 2*padding - $WINDOW_SPAN) / stride + 1)*((w + 2*padding - $WINDOW_SPAN) / stride + 1)"

private const val UNFOLDED_FIT: String =
    "$WINDOW_NEEDS, h + 2*padding >= $WINDOW_SPAN \"kernel is taller than the padded plane\", " +
        "w + 2*padding >= $WINDOW_SPAN \"kernel is wider than the padded plane\""

/** The rule of [unfold] with one number for both directions: `kernel`, `dilation`, `padding`, `stride`. */
public const val UNFOLD2D_RULE: String = "[*p, c, h, w] $WINDOW_DEFAULTS -> [*p, c*kernel*kernel, $UNFOLDED] where $UNFOLDED_FIT"

/** The rule of such an [unfold] whose `elements` and `windows` are named. */
public const val UNFOLD2D_NAMED_RULE: String =
    "[*p, c, h, w] elements=? windows=? $WINDOW_DEFAULTS -> [*p, c*kernel*kernel, $UNFOLDED] where $UNFOLDED_FIT, " +
        "c*kernel*kernel == elements \"the number of elements differs\", $UNFOLDED == windows \"the number of windows differs\""

private const val FOLDED: String =
    "((rows + 2*padding - $WINDOW_SPAN) / stride + 1)*((columns + 2*padding - $WINDOW_SPAN) / stride + 1)"

private const val FOLDED_FIT: String =
    "$WINDOW_NEEDS, rows + 2*padding >= $WINDOW_SPAN \"kernel is taller than the padded plane\", " +
        "columns + 2*padding >= $WINDOW_SPAN \"kernel is wider than the padded plane\", " +
        "e % (kernel*kernel) == 0 \"the columns do not divide into windows\", l == $FOLDED \"the number of windows differs\""

/** The rule of [fold] with one number for both directions, to so many `rows` and `columns`. */
public const val FOLD2D_RULE: String =
    "[*p, e, l] rows=? columns=? $WINDOW_DEFAULTS -> [*p, e / (kernel*kernel), rows, columns] where $FOLDED_FIT"

/** The rule of such a [fold] whose `channels` are named. */
public const val FOLD2D_NAMED_RULE: String =
    "[*p, e, l] channels=? rows=? columns=? $WINDOW_DEFAULTS -> [*p, e / (kernel*kernel), rows, columns] where $FOLDED_FIT, " +
        "e / (kernel*kernel) == channels \"the number of channels differs\""
