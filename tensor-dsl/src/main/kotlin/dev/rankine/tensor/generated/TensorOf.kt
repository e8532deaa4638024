package dev.rankine.tensor

import dev.rankine.ops.valueOf
import dev.rankine.shapes.Cube
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec

/** A copy of [elements], in row-major order, as `DType.F32`. `-> [A]` */
@ShapeRule("a=? elements... -> [a] where rank(elements) == a \"number of elements differs\"")
@JvmName("tensorOfF321")
public fun <A : Dim<*>> tensorOf(elements: FloatArray, a: Sized<A>): Tensor<Vec<A>> =
    Tensor(valueOf(elements, DType.F32, Sizes.named(a.toAxis())))

/** A copy of [elements], in row-major order, as `DType.F32`. `-> [A, B]` */
@ShapeRule("a=? b=? elements... -> [a, b] where rank(elements) == a*b \"number of elements differs\"")
@JvmName("tensorOfF322")
public fun <A : Dim<*>, B : Dim<*>> tensorOf(elements: FloatArray, a: Sized<A>, b: Sized<B>): Tensor<Mat<A, B>> =
    Tensor(valueOf(elements, DType.F32, Sizes.named(a.toAxis(), b.toAxis())))

/** A copy of [elements], in row-major order, as `DType.F32`. `-> [A, B, C]` */
@ShapeRule("a=? b=? c=? elements... -> [a, b, c] where rank(elements) == a*b*c \"number of elements differs\"")
@JvmName("tensorOfF323")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> tensorOf(
    elements: FloatArray,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
): Tensor<Cube<A, B, C>> = Tensor(valueOf(elements, DType.F32, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis())))

/** A copy of [elements], in row-major order, as `DType.F32`. `-> [A, B, C, D]` */
@ShapeRule("a=? b=? c=? d=? elements... -> [a, b, c, d] where rank(elements) == a*b*c*d \"number of elements differs\"")
@JvmName("tensorOfF324")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> tensorOf(
    elements: FloatArray,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
): Tensor<Rank4<A, B, C, D>> = Tensor(valueOf(elements, DType.F32, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis())))

/** A copy of [elements], in row-major order, as `DType.F32`. `-> [A, B, C, D, E]` */
@ShapeRule("a=? b=? c=? d=? e=? elements... -> [a, b, c, d, e] where rank(elements) == a*b*c*d*e \"number of elements differs\"")
@JvmName("tensorOfF325")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> tensorOf(
    elements: FloatArray,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    e: Sized<E>,
): Tensor<Rank5<A, B, C, D, E>> =
    Tensor(valueOf(elements, DType.F32, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis(), e.toAxis())))

/** A copy of [elements], in row-major order, as `DType.F64`. `-> [A]` */
@ShapeRule("a=? elements... -> [a] where rank(elements) == a \"number of elements differs\"")
@JvmName("tensorOfF641")
public fun <A : Dim<*>> tensorOf(elements: DoubleArray, a: Sized<A>): Tensor<Vec<A>> =
    Tensor(valueOf(elements, DType.F64, Sizes.named(a.toAxis())))

/** A copy of [elements], in row-major order, as `DType.F64`. `-> [A, B]` */
@ShapeRule("a=? b=? elements... -> [a, b] where rank(elements) == a*b \"number of elements differs\"")
@JvmName("tensorOfF642")
public fun <A : Dim<*>, B : Dim<*>> tensorOf(elements: DoubleArray, a: Sized<A>, b: Sized<B>): Tensor<Mat<A, B>> =
    Tensor(valueOf(elements, DType.F64, Sizes.named(a.toAxis(), b.toAxis())))

/** A copy of [elements], in row-major order, as `DType.F64`. `-> [A, B, C]` */
@ShapeRule("a=? b=? c=? elements... -> [a, b, c] where rank(elements) == a*b*c \"number of elements differs\"")
@JvmName("tensorOfF643")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> tensorOf(
    elements: DoubleArray,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
): Tensor<Cube<A, B, C>> = Tensor(valueOf(elements, DType.F64, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis())))

/** A copy of [elements], in row-major order, as `DType.F64`. `-> [A, B, C, D]` */
@ShapeRule("a=? b=? c=? d=? elements... -> [a, b, c, d] where rank(elements) == a*b*c*d \"number of elements differs\"")
@JvmName("tensorOfF644")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> tensorOf(
    elements: DoubleArray,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
): Tensor<Rank4<A, B, C, D>> = Tensor(valueOf(elements, DType.F64, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis())))

/** A copy of [elements], in row-major order, as `DType.F64`. `-> [A, B, C, D, E]` */
@ShapeRule("a=? b=? c=? d=? e=? elements... -> [a, b, c, d, e] where rank(elements) == a*b*c*d*e \"number of elements differs\"")
@JvmName("tensorOfF645")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> tensorOf(
    elements: DoubleArray,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    e: Sized<E>,
): Tensor<Rank5<A, B, C, D, E>> =
    Tensor(valueOf(elements, DType.F64, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis(), e.toAxis())))

/** A copy of [elements], in row-major order, as `DType.I64`. `-> [A]` */
@ShapeRule("a=? elements... -> [a] where rank(elements) == a \"number of elements differs\"")
@JvmName("tensorOfI641")
public fun <A : Dim<*>> tensorOf(elements: LongArray, a: Sized<A>): Tensor<Vec<A>> =
    Tensor(valueOf(elements, DType.I64, Sizes.named(a.toAxis())))

/** A copy of [elements], in row-major order, as `DType.I64`. `-> [A, B]` */
@ShapeRule("a=? b=? elements... -> [a, b] where rank(elements) == a*b \"number of elements differs\"")
@JvmName("tensorOfI642")
public fun <A : Dim<*>, B : Dim<*>> tensorOf(elements: LongArray, a: Sized<A>, b: Sized<B>): Tensor<Mat<A, B>> =
    Tensor(valueOf(elements, DType.I64, Sizes.named(a.toAxis(), b.toAxis())))

/** A copy of [elements], in row-major order, as `DType.I64`. `-> [A, B, C]` */
@ShapeRule("a=? b=? c=? elements... -> [a, b, c] where rank(elements) == a*b*c \"number of elements differs\"")
@JvmName("tensorOfI643")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> tensorOf(
    elements: LongArray,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
): Tensor<Cube<A, B, C>> = Tensor(valueOf(elements, DType.I64, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis())))

/** A copy of [elements], in row-major order, as `DType.I64`. `-> [A, B, C, D]` */
@ShapeRule("a=? b=? c=? d=? elements... -> [a, b, c, d] where rank(elements) == a*b*c*d \"number of elements differs\"")
@JvmName("tensorOfI644")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> tensorOf(
    elements: LongArray,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
): Tensor<Rank4<A, B, C, D>> = Tensor(valueOf(elements, DType.I64, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis())))

/** A copy of [elements], in row-major order, as `DType.I64`. `-> [A, B, C, D, E]` */
@ShapeRule("a=? b=? c=? d=? e=? elements... -> [a, b, c, d, e] where rank(elements) == a*b*c*d*e \"number of elements differs\"")
@JvmName("tensorOfI645")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> tensorOf(
    elements: LongArray,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    e: Sized<E>,
): Tensor<Rank5<A, B, C, D, E>> =
    Tensor(valueOf(elements, DType.I64, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis(), e.toAxis())))

/** A copy of [elements], in row-major order, as `DType.I32`. `-> [A]` */
@ShapeRule("a=? elements... -> [a] where rank(elements) == a \"number of elements differs\"")
@JvmName("tensorOfI321")
public fun <A : Dim<*>> tensorOf(elements: IntArray, a: Sized<A>): Tensor<Vec<A>> =
    Tensor(valueOf(elements, DType.I32, Sizes.named(a.toAxis())))

/** A copy of [elements], in row-major order, as `DType.I32`. `-> [A, B]` */
@ShapeRule("a=? b=? elements... -> [a, b] where rank(elements) == a*b \"number of elements differs\"")
@JvmName("tensorOfI322")
public fun <A : Dim<*>, B : Dim<*>> tensorOf(elements: IntArray, a: Sized<A>, b: Sized<B>): Tensor<Mat<A, B>> =
    Tensor(valueOf(elements, DType.I32, Sizes.named(a.toAxis(), b.toAxis())))

/** A copy of [elements], in row-major order, as `DType.I32`. `-> [A, B, C]` */
@ShapeRule("a=? b=? c=? elements... -> [a, b, c] where rank(elements) == a*b*c \"number of elements differs\"")
@JvmName("tensorOfI323")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> tensorOf(elements: IntArray, a: Sized<A>, b: Sized<B>, c: Sized<C>): Tensor<Cube<A, B, C>> =
    Tensor(valueOf(elements, DType.I32, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis())))

/** A copy of [elements], in row-major order, as `DType.I32`. `-> [A, B, C, D]` */
@ShapeRule("a=? b=? c=? d=? elements... -> [a, b, c, d] where rank(elements) == a*b*c*d \"number of elements differs\"")
@JvmName("tensorOfI324")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> tensorOf(
    elements: IntArray,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
): Tensor<Rank4<A, B, C, D>> = Tensor(valueOf(elements, DType.I32, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis())))

/** A copy of [elements], in row-major order, as `DType.I32`. `-> [A, B, C, D, E]` */
@ShapeRule("a=? b=? c=? d=? e=? elements... -> [a, b, c, d, e] where rank(elements) == a*b*c*d*e \"number of elements differs\"")
@JvmName("tensorOfI325")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> tensorOf(
    elements: IntArray,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    e: Sized<E>,
): Tensor<Rank5<A, B, C, D, E>> =
    Tensor(valueOf(elements, DType.I32, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis(), e.toAxis())))

/** A copy of [elements], in row-major order, as `DType.BOOL`. `-> [A]` */
@ShapeRule("a=? elements... -> [a] where rank(elements) == a \"number of elements differs\"")
@JvmName("tensorOfBOOL1")
public fun <A : Dim<*>> tensorOf(elements: BooleanArray, a: Sized<A>): Tensor<Vec<A>> =
    Tensor(valueOf(bytes(elements), DType.BOOL, Sizes.named(a.toAxis())))

/** A copy of [elements], in row-major order, as `DType.BOOL`. `-> [A, B]` */
@ShapeRule("a=? b=? elements... -> [a, b] where rank(elements) == a*b \"number of elements differs\"")
@JvmName("tensorOfBOOL2")
public fun <A : Dim<*>, B : Dim<*>> tensorOf(elements: BooleanArray, a: Sized<A>, b: Sized<B>): Tensor<Mat<A, B>> =
    Tensor(valueOf(bytes(elements), DType.BOOL, Sizes.named(a.toAxis(), b.toAxis())))

/** A copy of [elements], in row-major order, as `DType.BOOL`. `-> [A, B, C]` */
@ShapeRule("a=? b=? c=? elements... -> [a, b, c] where rank(elements) == a*b*c \"number of elements differs\"")
@JvmName("tensorOfBOOL3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> tensorOf(
    elements: BooleanArray,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
): Tensor<Cube<A, B, C>> = Tensor(valueOf(bytes(elements), DType.BOOL, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis())))

/** A copy of [elements], in row-major order, as `DType.BOOL`. `-> [A, B, C, D]` */
@ShapeRule("a=? b=? c=? d=? elements... -> [a, b, c, d] where rank(elements) == a*b*c*d \"number of elements differs\"")
@JvmName("tensorOfBOOL4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> tensorOf(
    elements: BooleanArray,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
): Tensor<Rank4<A, B, C, D>> = Tensor(valueOf(bytes(elements), DType.BOOL, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis())))

/** A copy of [elements], in row-major order, as `DType.BOOL`. `-> [A, B, C, D, E]` */
@ShapeRule("a=? b=? c=? d=? e=? elements... -> [a, b, c, d, e] where rank(elements) == a*b*c*d*e \"number of elements differs\"")
@JvmName("tensorOfBOOL5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> tensorOf(
    elements: BooleanArray,
    a: Sized<A>,
    b: Sized<B>,
    c: Sized<C>,
    d: Sized<D>,
    e: Sized<E>,
): Tensor<Rank5<A, B, C, D, E>> =
    Tensor(valueOf(bytes(elements), DType.BOOL, Sizes.named(a.toAxis(), b.toAxis(), c.toAxis(), d.toAxis(), e.toAxis())))
