@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Backend
import dev.rankine.ops.Backends
import dev.rankine.ops.Value
import dev.rankine.ops.full
import dev.rankine.ops.invoke
import dev.rankine.ops.triu
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/**
 * The mask of attention that keeps a place from looking at later ones: true above the diagonal. `-> [length, length]`, bool.
 * PyTorch's `generate_square_subsequent_mask` has minus infinity there; both mean the same.
 */
@JvmOverloads
public fun causalMask(length: Int, backend: Backend = Backends.current): Value = laterKeys(length, length, backend)

/** True where the key is after the query. `-> [queries, keys]`, bool. */
internal fun laterKeys(queries: Int, keys: Int, backend: Backend): Value =
    triu(full(Sizes.of(queries, keys), 1, DType.BOOL, backend), diagonal = 1)
