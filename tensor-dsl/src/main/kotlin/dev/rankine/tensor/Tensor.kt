package dev.rankine.tensor

import dev.rankine.ops.Holder
import dev.rankine.ops.Value
import dev.rankine.ops.addInPlace
import dev.rankine.ops.addcdiv
import dev.rankine.ops.addcmul
import dev.rankine.ops.and
import dev.rankine.ops.atan2
import dev.rankine.ops.bitwiseAnd
import dev.rankine.ops.bitwiseOr
import dev.rankine.ops.bitwiseXor
import dev.rankine.ops.clamp
import dev.rankine.ops.div
import dev.rankine.ops.divInPlace
import dev.rankine.ops.eq
import dev.rankine.ops.floorDivide
import dev.rankine.ops.fmod
import dev.rankine.ops.ge
import dev.rankine.ops.gt
import dev.rankine.ops.hypot
import dev.rankine.ops.invoke
import dev.rankine.ops.isSymbolic
import dev.rankine.ops.le
import dev.rankine.ops.lerp
import dev.rankine.ops.logaddexp
import dev.rankine.ops.logicalAnd
import dev.rankine.ops.logicalOr
import dev.rankine.ops.logicalXor
import dev.rankine.ops.lt
import dev.rankine.ops.maximum
import dev.rankine.ops.minimum
import dev.rankine.ops.minus
import dev.rankine.ops.mulInPlace
import dev.rankine.ops.ne
import dev.rankine.ops.or
import dev.rankine.ops.plus
import dev.rankine.ops.pow
import dev.rankine.ops.rem
import dev.rankine.ops.remainder
import dev.rankine.ops.subInPlace
import dev.rankine.ops.times
import dev.rankine.ops.toText
import dev.rankine.ops.truncDivide
import dev.rankine.ops.where
import dev.rankine.ops.xlogy
import dev.rankine.ops.xor
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

        /** The angle of the point `(other, this)`, from -pi to pi; integers become floats. */
        @ShapeRule(ShapeRule.BROADCAST)
        public fun atan2(other: Tensor<out S>): Tensor<S> = Tensor(atan2(value, other.value))

        /** `sqrt(this^2 + other^2)`, without overflow. */
        @ShapeRule(ShapeRule.BROADCAST)
        public fun hypot(other: Tensor<out S>): Tensor<S> = Tensor(hypot(value, other.value))

        /** `this * log(other)`: zero where this is zero, unless [other] is NaN. */
        @ShapeRule(ShapeRule.BROADCAST)
        public fun xlogy(other: Tensor<out S>): Tensor<S> = Tensor(xlogy(value, other.value))

        /** `log(e^this + e^other)`, without overflow. */
        @ShapeRule(ShapeRule.BROADCAST)
        public fun logaddexp(other: Tensor<out S>): Tensor<S> = Tensor(logaddexp(value, other.value))

        /** `this / other` rounded down. */
        @ShapeRule(ShapeRule.BROADCAST)
        public fun floorDivide(other: Tensor<out S>): Tensor<S> = Tensor(floorDivide(value, other.value))

        /** `this / other` without its fraction. */
        @ShapeRule(ShapeRule.BROADCAST)
        public fun truncDivide(other: Tensor<out S>): Tensor<S> = Tensor(truncDivide(value, other.value))

        /** What remains of `this / other` without its fraction: it has the sign of this. */
        @ShapeRule(ShapeRule.BROADCAST)
        public fun fmod(other: Tensor<out S>): Tensor<S> = Tensor(fmod(value, other.value))

        /** The bits that both have; on bool the logical and. */
        @ShapeRule(ShapeRule.BROADCAST)
        public infix fun bitwiseAnd(other: Tensor<out S>): Tensor<S> = Tensor(bitwiseAnd(value, other.value))

        /** The bits that at least one has; on bool the logical or. */
        @ShapeRule(ShapeRule.BROADCAST)
        public infix fun bitwiseOr(other: Tensor<out S>): Tensor<S> = Tensor(bitwiseOr(value, other.value))

        /** The bits that exactly one has; on bool the exclusive or. */
        @ShapeRule(ShapeRule.BROADCAST)
        public infix fun bitwiseXor(other: Tensor<out S>): Tensor<S> = Tensor(bitwiseXor(value, other.value))

        /** `this % other`, as [remainder]. */
        @ShapeRule(ShapeRule.BROADCAST)
        public operator fun rem(other: Tensor<out S>): Tensor<S> = Tensor(value % other.value)

        /** The bits that both have; on bool the logical and. As [bitwiseAnd]. */
        @ShapeRule(ShapeRule.BROADCAST)
        public infix fun and(other: Tensor<out S>): Tensor<S> = Tensor(value and other.value)

        /** The bits that at least one has; on bool the logical or. As [bitwiseOr]. */
        @ShapeRule(ShapeRule.BROADCAST)
        public infix fun or(other: Tensor<out S>): Tensor<S> = Tensor(value or other.value)

        /** The bits that exactly one has; on bool the exclusive or. As [bitwiseXor]. */
        @ShapeRule(ShapeRule.BROADCAST)
        public infix fun xor(other: Tensor<out S>): Tensor<S> = Tensor(value xor other.value)

        /** `this + weight (end - this)`; both broadcast to this shape. */
        @ShapeRule("a b c -> broadcast(a, b, c)")
        public fun lerp(end: Tensor<out S>, weight: Tensor<out S>): Tensor<S> = Tensor(lerp(value, end.value, weight.value))

        /** `this + number a b`; both broadcast to this shape. */
        @ShapeRule("a b c -> broadcast(a, b, c)")
        public fun addcmul(a: Tensor<out S>, b: Tensor<out S>, number: Number = 1): Tensor<S> =
            Tensor(addcmul(value, a.value, b.value, number))

        /** `this + number a / b`; both broadcast to this shape. */
        @ShapeRule("a b c -> broadcast(a, b, c)")
        public fun addcdiv(a: Tensor<out S>, b: Tensor<out S>, number: Number = 1): Tensor<S> =
            Tensor(addcdiv(value, a.value, b.value, number))

        /**
         * Elements below those of [min] become these, those above [max] become these; both broadcast to this shape. NaN wins.
         *
         * @throws IllegalArgumentException if neither bound is given.
         */
        public fun clamp(min: Tensor<out S>?, max: Tensor<out S>?): Tensor<S> = Tensor(clamp(value, min?.value, max?.value))

        /**
         * The element of this tensor where [condition], a bool, is true, else that of [other]; both broadcast to this shape.
         *
         * @throws dev.rankine.shapes.DTypeException if the condition is not bool.
         */
        @ShapeRule("a condition b -> broadcast(a, condition, b)")
        public fun where(condition: Tensor<out S>, other: Tensor<out S>): Tensor<S> = Tensor(where(condition.value, value, other.value))

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
