package dev.rankine.tensor

import dev.rankine.ops.Holder
import dev.rankine.ops.Value
import dev.rankine.ops.addInPlace
import dev.rankine.ops.div
import dev.rankine.ops.divInPlace
import dev.rankine.ops.eq
import dev.rankine.ops.ge
import dev.rankine.ops.gt
import dev.rankine.ops.invoke
import dev.rankine.ops.isSymbolic
import dev.rankine.ops.le
import dev.rankine.ops.logicalAnd
import dev.rankine.ops.logicalOr
import dev.rankine.ops.logicalXor
import dev.rankine.ops.lt
import dev.rankine.ops.maximum
import dev.rankine.ops.minimum
import dev.rankine.ops.minus
import dev.rankine.ops.mulInPlace
import dev.rankine.ops.ne
import dev.rankine.ops.plus
import dev.rankine.ops.pow
import dev.rankine.ops.remainder
import dev.rankine.ops.subInPlace
import dev.rankine.ops.times
import dev.rankine.ops.toText
import dev.rankine.shapes.DType
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/**
 * A value whose shape is a type. All computation is the value's; the type only says what fits.
 *
 * Invariant in [S]: a vector is not silently a matrix. A parameter `Tensor<out Mat<A, B>>` means "anything that broadcasts to `[A, B]`".
 *
 * The binary operators here take what broadcasts to this tensor; they are members, so that the compiler tries them first and a clash
 * is one line. The overloads beside them, one per rank, serve where this tensor has to stretch too.
 *
 * @property value the untyped value.
 */
public class Tensor<S : Shape>
    @PublishedApi
    internal constructor(public val value: Value) : Holder {
        /** The size of every axis. */
        public val sizes: Sizes get() = value.sizes

        /** The element type. */
        public val dtype: DType get() = value.dtype

        /** `this + other`, [other] broadcast to this shape. Bool adds as or. */
        @ShapeRule(ShapeRule.BROADCAST)
        public operator fun plus(other: Tensor<out S>): Tensor<S> = Tensor(value + other.value)

        /** `this - other`, [other] broadcast to this shape. */
        @ShapeRule(ShapeRule.BROADCAST)
        public operator fun minus(other: Tensor<out S>): Tensor<S> = Tensor(value - other.value)

        /** `this * other`, element by element, [other] broadcast to this shape. */
        @ShapeRule(ShapeRule.BROADCAST)
        public operator fun times(other: Tensor<out S>): Tensor<S> = Tensor(value * other.value)

        /** `this / other`, element by element, [other] broadcast to this shape; integers become floats. */
        @ShapeRule(ShapeRule.BROADCAST)
        public operator fun div(other: Tensor<out S>): Tensor<S> = Tensor(value / other.value)

        /** Whether elements are equal, as bool; NaN equals nothing. */
        @ShapeRule(ShapeRule.BROADCAST)
        public infix fun eq(other: Tensor<out S>): Tensor<S> = Tensor(eq(value, other.value))

        /** Whether elements differ, as bool; NaN differs from everything. */
        @ShapeRule(ShapeRule.BROADCAST)
        public infix fun ne(other: Tensor<out S>): Tensor<S> = Tensor(ne(value, other.value))

        /** Whether elements are less than those of [other], as bool. */
        @ShapeRule(ShapeRule.BROADCAST)
        public infix fun lt(other: Tensor<out S>): Tensor<S> = Tensor(lt(value, other.value))

        /** Whether elements are less than or equal to those of [other], as bool. */
        @ShapeRule(ShapeRule.BROADCAST)
        public infix fun le(other: Tensor<out S>): Tensor<S> = Tensor(le(value, other.value))

        /** Whether elements are greater than those of [other], as bool. */
        @ShapeRule(ShapeRule.BROADCAST)
        public infix fun gt(other: Tensor<out S>): Tensor<S> = Tensor(gt(value, other.value))

        /** Whether elements are greater than or equal to those of [other], as bool. */
        @ShapeRule(ShapeRule.BROADCAST)
        public infix fun ge(other: Tensor<out S>): Tensor<S> = Tensor(ge(value, other.value))

        /** Whether both elements are true (not zero), as bool. */
        @ShapeRule(ShapeRule.BROADCAST)
        public infix fun logicalAnd(other: Tensor<out S>): Tensor<S> = Tensor(logicalAnd(value, other.value))

        /** Whether one of both elements is true (not zero), as bool. */
        @ShapeRule(ShapeRule.BROADCAST)
        public infix fun logicalOr(other: Tensor<out S>): Tensor<S> = Tensor(logicalOr(value, other.value))

        /** Whether exactly one of both elements is true (not zero), as bool. */
        @ShapeRule(ShapeRule.BROADCAST)
        public infix fun logicalXor(other: Tensor<out S>): Tensor<S> = Tensor(logicalXor(value, other.value))

        /** The larger of both elements; NaN if one is. */
        @ShapeRule(ShapeRule.BROADCAST)
        public fun maximum(other: Tensor<out S>): Tensor<S> = Tensor(maximum(value, other.value))

        /** The smaller of both elements; NaN if one is. */
        @ShapeRule(ShapeRule.BROADCAST)
        public fun minimum(other: Tensor<out S>): Tensor<S> = Tensor(minimum(value, other.value))

        /** Elements to the power of those of [other]. */
        @ShapeRule(ShapeRule.BROADCAST)
        public fun pow(other: Tensor<out S>): Tensor<S> = Tensor(pow(value, other.value))

        /** What remains of `this / other` rounded down: it has the sign of [other]. */
        @ShapeRule(ShapeRule.BROADCAST)
        public fun remainder(other: Tensor<out S>): Tensor<S> = Tensor(remainder(value, other.value))

        /** Adds [other], broadcast to this shape, in place: declare the tensor as `val`. */
        @ShapeRule(ShapeRule.IN_PLACE)
        public operator fun plusAssign(other: Tensor<out S>) {
            value.addInPlace(other.value)
        }

        /** Subtracts [other], broadcast to this shape, in place: declare the tensor as `val`. */
        @ShapeRule(ShapeRule.IN_PLACE)
        public operator fun minusAssign(other: Tensor<out S>) {
            value.subInPlace(other.value)
        }

        /** Multiplies by [other], broadcast to this shape, in place: declare the tensor as `val`. */
        @ShapeRule(ShapeRule.IN_PLACE)
        public operator fun timesAssign(other: Tensor<out S>) {
            value.mulInPlace(other.value)
        }

        /** Divides by [other], broadcast to this shape, in place: declare the tensor as `val`. */
        @ShapeRule(ShapeRule.IN_PLACE)
        public operator fun divAssign(other: Tensor<out S>) {
            value.divInPlace(other.value)
        }

        override fun heldValues(): List<Value> = listOf(value)

        /** The elements, laid out as NumPy does, with sizes and element type: see [toText]. */
        override fun toString(): String = if (value.isSymbolic) value.toString() else value.toText()
    }
