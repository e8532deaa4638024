package dev.rankine.nn

import dev.rankine.ops.Value

/**
 * Which places of a decoder may not look at which. Each is true where a place must not look, or numbers that are added to the scores.
 *
 * @property own `[T, T]`, or `[N * heads, T, T]`: of the sequence to itself.
 * @property ownPadding `[N, T]`: places of the sequence that are none.
 * @property memory `[T, S]`, or `[N * heads, T, S]`: of the sequence to the memory.
 * @property memoryPadding `[N, S]`: places of the memory that are none.
 * @property isCausal whether no place of the sequence looks at later ones, whatever [own] says; see [causalMask].
 */
public class DecoderMasks(
    public val own: Value? = null,
    public val ownPadding: Value? = null,
    public val memory: Value? = null,
    public val memoryPadding: Value? = null,
    public val isCausal: Boolean = false,
)
