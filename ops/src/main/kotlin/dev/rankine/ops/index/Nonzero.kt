@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The places of the elements that are not zero, one row per element in row-major order; int64. The elements are read. `[*p] -> [n, rank]` */
public fun nonzero(x: Value): Value {
    val elements = x.elementsOnHost()
    val places = (0 until elements.count).filter { if (x.dtype.isFloating) elements.double(it) != 0.0 else elements.long(it) != 0L }
    val found = LongArray(places.size * x.rank)
    for ((row, place) in places.withIndex()) {
        var rest = place
        for (axis in x.rank - 1 downTo 0) {
            found[row * x.rank + axis] = (rest % x.sizes[axis]).toLong()
            rest /= x.sizes[axis]
        }
    }
    return valueOf(found, DType.I64, Sizes.of(places.size, x.rank), x.backend)
}

/**
 * The elements of [x] where [mask], a bool broadcast with it, holds, in row-major order. The mask is read. `[*p] [*q] -> [n]`
 *
 * @throws DTypeException if [mask] is not bool.
 */
public fun maskedSelect(x: Value, mask: Value): Value {
    if (mask.dtype != DType.BOOL) throw DTypeException("masked_select: the mask is not bool: ${mask.dtype}", "compare it first")
    val sizes = Sizes.broadcast("masked_select", x.sizes, mask.sizes)
    return take(broadcastTo(x, sizes), select(nonzero(flatten(broadcastTo(mask, sizes))), 1, 0))
}

/** The elements of [x] in row-major order at the places [index] (int64 or int32, not negative). `[*p] [*q] -> [*q]` */
@ShapeRule("s index:t -> t")
public fun take(x: Value, index: Value): Value = reshape(indexSelect(flatten(x), 0, flatten(index)), index.sizes)
