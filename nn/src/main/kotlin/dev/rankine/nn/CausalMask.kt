@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Backend
import dev.rankine.ops.Backends
import dev.rankine.ops.Value
import dev.rankine.ops.full
import dev.rankine.ops.invoke
import dev.rankine.ops.logicalOr
import dev.rankine.ops.maskedFill
import dev.rankine.ops.triu
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/**
 * The mask of attention that keeps a place from looking at later ones: true above the diagonal. `-> [length, length]`, bool.
 * PyTorch's `generate_square_subsequent_mask` has minus infinity there; both mean the same.
 */
@JvmOverloads
public fun causalMask(length: Int, backend: Backend = Backends.current): Value =
    triu(full(Sizes.of(length, length), 1, DType.BOOL, backend), diagonal = 1)

/** What [mask] hides, and the places after each of the [length] ones too. */
internal fun causal(mask: Value?, length: Int, backend: Backend): Value {
    val later = causalMask(length, backend)
    return when {
        mask == null -> later
        mask.dtype == DType.BOOL -> logicalOr(mask, later)
        else -> maskedFill(mask, later, Double.NEGATIVE_INFINITY)
    }
}
