package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.toLongArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

/**
 * True, `[T, N]`, at the steps that each of the [sequences], `[T, N, *]`, has; null where all have all.
 *
 * @throws ShapeException if [lengths] are not `[N]`, or one is not in `[1, T]`.
 * @throws DTypeException if they are no integers.
 */
internal fun sequenceMask(op: String, lengths: Value, sequences: Value): Value? {
    val (t, n) = sequences.sizes[0] to sequences.sizes[1]
    val sizes = listOf("input" to sequences.sizes.pick(intArrayOf(1, 0, 2)), "lengths" to lengths.sizes)
    if (lengths.dtype.isFloating || lengths.dtype == DType.BOOL) {
        throw DTypeException("$op: lengths are integers: ${lengths.dtype} given", "convert with to(DType.I64)")
    }
    if (lengths.sizes.toList() != listOf(n)) throw ShapeException("$op: needs one length for each of $n sequences", sizes)
    val numbers = lengths.toLongArray()
    val wrong = numbers.indexOfFirst { it !in 1..t }
    if (wrong >= 0) throw ShapeException("$op: a length is not in [1, $t]: ${numbers[wrong]} at [$wrong]", sizes)
    if (numbers.all { it == t.toLong() }) return null
    return valueOf(ByteArray(t * n) { if (it / n < numbers[it % n]) 1 else 0 }, DType.BOOL, Sizes.of(t, n), sequences.backend)
}
