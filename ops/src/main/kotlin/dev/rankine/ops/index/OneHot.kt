@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** How many [classes] there are. */
public data class OneHotAttributes(public val classes: Int)

/** Classes as rows of zeros with a single one. The row behind [oneHot]. */
public val oneHotOp: Op1<OneHotAttributes> =
    composite1("one_hot", Names("nn.functional.one_hot"), notDifferentiable("a class number has no gradient")) { attributes, x ->
        checkIndex("one_hot", x)
        scatter(full(x.sizes + Sizes.of(attributes.classes), 0, DType.I64, x.backend), -1, unsqueeze(x, -1), 1)
    }

/** The rule of [oneHot]; where it is -1, the number of classes is not known. */
internal const val ONE_HOT_RULE: String =
    "s unknown=? numClasses=-1 -> [*s, place(numClasses, unknown)] where numClasses != 0 \"needs at least one class\""

/**
 * For every class number of [indices] (int64 or int32) a row of zeros with a one at that place; int64. `[*p] -> [*p, numClasses]`
 *
 * @param numClasses how many classes there are; -1 reads the largest number and adds 1.
 * @throws ShapeException if a number is out of range, or there are no numbers to count classes from.
 */
@ShapeRule(ONE_HOT_RULE)
@JvmOverloads
public fun oneHot(indices: Value, numClasses: Int = -1): Value {
    if (numClasses > 0) return oneHotOp(OneHotAttributes(numClasses), indices)
    if (numClasses != -1) throw ShapeException("one_hot: needs at least one class: $numClasses")
    checkIndex("one_hot", indices)
    if (indices.elements == 0) {
        throw ShapeException("one_hot: no numbers to count classes from", listOf("input" to indices.sizes), "pass numClasses")
    }
    val largest = indices.toLongArray().max()
    return oneHotOp(OneHotAttributes(Math.toIntExact(maxOf(largest, 0L) + 1)), indices)
}
