package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.Layout
import dev.rankine.shapes.Sizes

/** The element types that an elementwise op takes, and what becomes of the others. */
public enum class Types(internal val accepts: (DType) -> Boolean, internal val integersBecomeFloats: Boolean = false) {
    /** All types. */
    ANY({ true }),

    /** Integers and floating types. */
    NUMBERS({ it != DType.BOOL }),

    /** Floating types; bool and integers become the default floating type first. */
    FLOATS({ it.isFloating }, integersBecomeFloats = true),

    /** Floating types; others are refused. */
    FLOATS_ONLY({ it.isFloating }),

    /** Bool and integers. */
    BITS({ !it.isFloating }),
}

/**
 * A primitive of one input that maps every element.
 *
 * @param float what happens to a floating element, computed in double and rounded once.
 * @param int what happens to an integer or boolean element; needed if [types] has such.
 */
public fun unary(
    name: String,
    types: Types,
    names: Names,
    gradient: Gradient<Unit>,
    int: ((Long) -> Long)? = null,
    float: (Double) -> Double,
): Op1<Unit> =
    Op1(
        name,
        Loop(elementwise = true) { _, inputs, outputs ->
            val x = inputs[0]
            val y = outputs[0]
            if (x.dtype.isFloating) {
                for (i in 0 until y.count) y.set(i, float(x.double(i)))
            } else {
                for (i in 0 until y.count) y.set(i, int!!(x.long(i)))
            }
        },
        { call -> arrayOf(Spec(checked(call, types, 0), call.sizes())) },
        gradients(gradient),
        elementwisePreparation(types),
        names,
    )

/**
 * A primitive of two inputs that promotes and broadcasts them and combines elements at the same place.
 *
 * @param float what happens to two floating elements, computed in double and rounded once.
 * @param int what happens to two integer or boolean elements; needed if [types] has such.
 * @param prepare what happens to the operands first; promotion and broadcasting unless an op asks more.
 */
public fun binary(
    name: String,
    types: Types,
    names: Names,
    gradients: Gradients<Unit>,
    int: ((Long, Long) -> Long)? = null,
    prepare: Prepare = elementwisePreparation(types),
    float: (Double, Double) -> Double,
): Op2<Unit> =
    Op2(
        name,
        Loop(elementwise = true) { _, inputs, outputs ->
            val (a, b) = inputs
            val y = outputs[0]
            if (a.dtype.isFloating) {
                for (i in 0 until y.count) y.set(i, float(a.double(i), b.double(i)))
            } else {
                for (i in 0 until y.count) y.set(i, int!!(a.long(i), b.long(i)))
            }
        },
        { call -> arrayOf(Spec(checked(call, types, 0), call.sizes())) },
        gradients,
        prepare,
        names,
    )

/** A primitive of two inputs that promotes and broadcasts them and gives a bool for the elements at the same place. */
public fun comparison(name: String, names: Names, int: (Long, Long) -> Boolean, float: (Double, Double) -> Boolean): Op2<Unit> =
    Op2(
        name,
        Loop(elementwise = true) { _, inputs, outputs ->
            val (a, b) = inputs
            val y = outputs[0]
            for (i in 0 until y.count) {
                val holds = if (a.dtype.isFloating) float(a.double(i), b.double(i)) else int(a.long(i), b.long(i))
                y.set(i, if (holds) 1L else 0L)
            }
        },
        { call -> arrayOf(Spec(DType.BOOL, call.sizes())) },
        notDifferentiable("$name gives booleans", 2),
        elementwisePreparation(Types.ANY),
        names,
    )

/** A composite of one input: other ops and nothing else. */
public fun <A : Any> composite1(
    name: String,
    names: Names,
    gradients: Gradients<A> = Gradients.Derived,
    signature: Signature<A>? = null,
    prepare: Prepare? = null,
    define: (A, Value) -> Value,
): Op1<A> = Op1(name, Definition { attributes, inputs -> arrayOf(define(attributes, inputs[0])) }, signature, gradients, prepare, names)

/** A composite of two inputs: other ops and nothing else. */
public fun <A : Any> composite2(
    name: String,
    names: Names,
    gradients: Gradients<A> = Gradients.Derived,
    signature: Signature<A>? = null,
    prepare: Prepare? = null,
    define: (A, Value, Value) -> Value,
): Op2<A> =
    Op2(name, Definition { attributes, inputs -> arrayOf(define(attributes, inputs[0], inputs[1])) }, signature, gradients, prepare, names)

/** A composite of three inputs: other ops and nothing else. */
public fun <A : Any> composite3(
    name: String,
    names: Names,
    gradients: Gradients<A> = Gradients.Derived,
    signature: Signature<A>? = null,
    prepare: Prepare? = null,
    define: (A, Value, Value, Value) -> Value,
): Op3<A> =
    Op3(
        name,
        Definition { attributes, inputs -> arrayOf(define(attributes, inputs[0], inputs[1], inputs[2])) },
        signature,
        gradients,
        prepare,
        names,
    )

/** A view: the same storage under another layout. [sizes] gives the result's sizes and refuses what does not fit. */
public fun <A : Any> view(
    name: String,
    names: Names,
    gradient: Gradient<A>,
    copies: Boolean = false,
    sizes: (Call<out A>) -> Sizes,
    layout: (A, Layout) -> Layout?,
): Op1<A> = Op1(name, View(copies, layout), { call -> arrayOf(Spec(call.dtype(), sizes(call))) }, gradients(gradient), null, names)

/** The element type of input [i] if [types] has it. */
internal fun checked(call: Call<*>, types: Types, i: Int): DType {
    val dtype = call.dtype(i)
    if (!types.accepts(dtype)) throw refused(call.name, dtype)
    return dtype
}

internal fun refused(name: String, dtype: DType): DTypeException = DTypeException("$name: does not take $dtype", "convert with to(dtype)")
