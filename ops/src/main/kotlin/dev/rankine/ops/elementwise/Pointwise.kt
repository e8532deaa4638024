package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

// Composites that map elements at the same place. 16-bit floats are widened first: the definition runs in float32 and rounds once,
// as a kernel does, instead of once per step.

/** A composite of one input that maps every element. Types as in [types]; the result has the type of the prepared input. */
internal fun <A : Any> pointwise1(
    name: String,
    types: Types,
    names: Names,
    gradient: Gradients<A> = Gradients.Derived,
    define: (A, Value) -> Value,
): Op1<A> =
    Op1(
        name,
        widened { attributes, inputs -> define(attributes, inputs[0]) },
        sameSizes(types),
        gradient,
        elementwisePreparation(types),
        names,
    )

/** A composite of two inputs, promoted and broadcast, that maps elements at the same place. */
internal fun <A : Any> pointwise2(
    name: String,
    types: Types,
    names: Names,
    gradients: Gradients<A> = Gradients.Derived,
    define: (A, Value, Value) -> Value,
): Op2<A> =
    Op2(
        name,
        widened { attributes, inputs -> define(attributes, inputs[0], inputs[1]) },
        sameSizes(types),
        gradients,
        elementwisePreparation(types),
        names,
    )

/** A composite of three inputs, promoted and broadcast, that maps elements at the same place. */
internal fun <A : Any> pointwise3(
    name: String,
    types: Types,
    names: Names,
    gradients: Gradients<A> = Gradients.Derived,
    define: (A, Value, Value, Value) -> Value,
): Op3<A> =
    Op3(
        name,
        widened { attributes, inputs -> define(attributes, inputs[0], inputs[1], inputs[2]) },
        sameSizes(types),
        gradients,
        elementwisePreparation(types),
        names,
    )

/** A scalar [number] of the very type of [x]; integers get its whole part. */
internal fun inTypeOf(x: Value, number: Number): Value =
    full(Sizes.SCALAR, if (x.dtype.isFloating) number.toDouble() else number.toLong(), x.dtype, x.backend)

private fun <A : Any> widened(define: (A, Array<Value>) -> Value): Definition<A> =
    Definition { attributes, inputs ->
        val dtype = inputs[0].dtype
        if (dtype.isFloating && dtype.bytes == 2) {
            arrayOf(to(define(attributes, Array(inputs.size) { to(inputs[it], DType.F32) }), dtype))
        } else {
            arrayOf(define(attributes, inputs))
        }
    }

private fun sameSizes(types: Types): Signature<Any> = Signature { call -> arrayOf(Spec(checked(call, types, 0), call.sizes())) }
