@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/**
 * The [sizes], the element type ([dtype]) and the number that every element gets: [number] is a `Double` for floating types,
 * a `Long` for others.
 */
public data class FullAttributes(public val sizes: Sizes, public val number: Number, public val dtype: DType)

/** Every element the same number. The row behind [full]. */
public val fullOp: Op0<FullAttributes> =
    Op0(
        "full",
        Loop { attributes, _, outputs ->
            val y = outputs[0]
            val number = attributes.number
            for (i in 0 until y.count) if (number is Long) y.set(i, number) else y.set(i, number.toDouble())
        },
        { call -> arrayOf(Spec(call.attributes.dtype, call.attributes.sizes)) },
        Names("full", "full"),
    )

/** Every element [number]. `-> sizes`. */
@ShapeRule(CREATE_RULE)
@JvmOverloads
public fun full(sizes: Sizes, number: Number, dtype: DType = DType.F32, backend: Backend = Backends.current): Value =
    fullOp.on(backend, FullAttributes(sizes, if (number is Double || number is Float) number.toDouble() else number.toLong(), dtype))

/** Zeros. `-> sizes`. */
@ShapeRule(CREATE_RULE)
@JvmOverloads
public fun zeros(sizes: Sizes, dtype: DType = DType.F32, backend: Backend = Backends.current): Value = full(sizes, 0, dtype, backend)

/** Ones. `-> sizes`. */
@ShapeRule(CREATE_RULE)
@JvmOverloads
public fun ones(sizes: Sizes, dtype: DType = DType.F32, backend: Backend = Backends.current): Value = full(sizes, 1, dtype, backend)

/** Every element [number], with the sizes of [x]. */
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun fullLike(x: Value, number: Number, dtype: DType = x.dtype): Value = full(x.sizes, number, dtype, x.backend)

/** Zeros with the sizes and type of [x]. */
@ShapeRule(ShapeRule.SAME)
public fun zerosLike(x: Value): Value = fullLike(x, 0)

/** Ones with the sizes and type of [x]. */
@ShapeRule(ShapeRule.SAME)
public fun onesLike(x: Value): Value = fullLike(x, 1)
