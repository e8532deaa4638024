package dev.rankine.tensor

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec

/** The last axis cut into several; throws a `ShapeException` if they do not make it. `[Last] -> [A, B]` */
@ShapeRule("[whole] a=? b=? -> [a, b] where whole == a*b \"the parts do not make the axis\"")
@JvmName("unflatten1To2")
public fun <A : Dim<*>, B : Dim<*>, Last : Dim<*>> Tensor<Vec<Last>>.unflatten(a: Sized<A>, b: Sized<B>): Tensor<Mat<A, B>> =
    Tensor(unflattened(value, a.toAxis(), b.toAxis()))

/** The last axis cut into several; throws a `ShapeException` if they do not make it. `[Last] -> [A, B, C]` */
@ShapeRule("[whole] a=? b=? c=? -> [a, b, c] where whole == a*b*c \"the parts do not make the axis\"")
@JvmName("unflatten1To3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Last : Dim<*>> Tensor<Vec<Last>>.unflatten(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
): Tensor<Cube<A, B, C>> = Tensor(unflattened(value, a.toAxis(), b.toAxis(), c.toAxis()))

/** The last axis cut into several; throws a `ShapeException` if they do not make it. `[Last] -> [A, B, C, D]` */
@ShapeRule("[whole] a=? b=? c=? d=? -> [a, b, c, d] where whole == a*b*c*d \"the parts do not make the axis\"")
@JvmName("unflatten1To4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Last : Dim<*>> Tensor<Vec<Last>>.unflatten(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
): Tensor<Rank4<A, B, C, D>> = Tensor(unflattened(value, a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis()))

/** The last axis cut into several; throws a `ShapeException` if they do not make it. `[Last] -> [A, B, C, D, E]` */
@ShapeRule("[whole] a=? b=? c=? d=? e=? -> [a, b, c, d, e] where whole == a*b*c*d*e \"the parts do not make the axis\"")
@JvmName("unflatten1To5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Last : Dim<*>> Tensor<Vec<Last>>.unflatten(
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    e: Sized<E>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(unflattened(value, a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis(), e.toAxis()))

/** The last axis cut into several; throws a `ShapeException` if they do not make it. `[A, Last] -> [A, B, C]` */
@ShapeRule("[a, whole] b=? c=? -> [a, b, c] where whole == b*c \"the parts do not make the axis\"")
@JvmName("unflatten2To3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Last : Dim<*>> Tensor<Mat<A, Last>>.unflatten(
    b: Sized<B>,
    c: Sized<C>,
): Tensor<Cube<A, B, C>> = Tensor(unflattened(value, b.toAxis(), c.toAxis()))

/** The last axis cut into several; throws a `ShapeException` if they do not make it. `[A, Last] -> [A, B, C, D]` */
@ShapeRule("[a, whole] b=? c=? d=? -> [a, b, c, d] where whole == b*c*d \"the parts do not make the axis\"")
@JvmName("unflatten2To4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Last : Dim<*>> Tensor<Mat<A, Last>>.unflatten(
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
): Tensor<Rank4<A, B, C, D>> = Tensor(unflattened(value, b.toAxis(), c.toAxis(), d.toAxis()))

/** The last axis cut into several; throws a `ShapeException` if they do not make it. `[A, Last] -> [A, B, C, D, E]` */
@ShapeRule("[a, whole] b=? c=? d=? e=? -> [a, b, c, d, e] where whole == b*c*d*e \"the parts do not make the axis\"")
@JvmName("unflatten2To5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Last : Dim<*>> Tensor<Mat<A, Last>>.unflatten(
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    e: Sized<E>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(unflattened(value, b.toAxis(), c.toAxis(), d.toAxis(), e.toAxis()))

/** The last axis cut into several; throws a `ShapeException` if they do not make it. `[A, B, Last] -> [A, B, C, D]` */
@ShapeRule("[a, b, whole] c=? d=? -> [a, b, c, d] where whole == c*d \"the parts do not make the axis\"")
@JvmName("unflatten3To4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Last : Dim<*>> Tensor<Cube<A, B, Last>>.unflatten(
    c: Sized<C>,
    d: Sized<D>,
): Tensor<Rank4<A, B, C, D>> = Tensor(unflattened(value, c.toAxis(), d.toAxis()))

/** The last axis cut into several; throws a `ShapeException` if they do not make it. `[A, B, Last] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, whole] c=? d=? e=? -> [a, b, c, d, e] where whole == c*d*e \"the parts do not make the axis\"")
@JvmName("unflatten3To5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Last : Dim<*>> Tensor<Cube<A, B, Last>>.unflatten(
    c: Sized<C>,
    d: Sized<D>,
    e: Sized<E>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(unflattened(value, c.toAxis(), d.toAxis(), e.toAxis()))

/** The last axis cut into several; throws a `ShapeException` if they do not make it. `[A, B, C, Last] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, whole] d=? e=? -> [a, b, c, d, e] where whole == d*e \"the parts do not make the axis\"")
@JvmName("unflatten4To5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Last : Dim<*>> Tensor<Rank4<A, B, C, Last>>.unflatten(
    d: Sized<D>,
    e: Sized<E>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(unflattened(value, d.toAxis(), e.toAxis()))
