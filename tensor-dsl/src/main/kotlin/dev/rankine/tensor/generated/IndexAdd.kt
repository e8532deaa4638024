package dev.rankine.tensor

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** A copy with the slices of [source] added along [over] at the numbers (int64) in [index]. `[A] -> [A]` */
@ShapeRule("[a] [part] [part] -> [a]")
@JvmName("indexAdd1A")
public fun <A : Dim<*>, Part : Dim<*>> Tensor<Vec<A>>.indexAdd(
    over: A,
    index: Tensor<Vec<Part>>,
    source: Tensor<Vec<Part>>,
): Tensor<Vec<A>> = Tensor(added(value, 0, index.value, source.value))

/** A copy with the slices of [source] added along [over] at the numbers (int64) in [index]. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] [part] [part, b] -> [a, b]")
@JvmName("indexAdd2A")
public fun <A : Dim<*>, B : Dim<*>, Part : Dim<*>> Tensor<Mat<A, B>>.indexAdd(
    over: A,
    index: Tensor<Vec<Part>>,
    source: Tensor<Mat<Part, B>>,
): Tensor<Mat<A, B>> = Tensor(added(value, 0, index.value, source.value))

/** A copy with the slices of [source] added along [over] at the numbers (int64) in [index]. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] [part] [a, part] -> [a, b]")
@JvmName("indexAdd2B")
public fun <A : Dim<*>, B : Dim<*>, Part : Dim<*>> Tensor<Mat<A, B>>.indexAdd(
    over: B,
    index: Tensor<Vec<Part>>,
    source: Tensor<Mat<A, Part>>,
): Tensor<Mat<A, B>> = Tensor(added(value, 1, index.value, source.value))

/** A copy with the slices of [source] added along [over] at the numbers (int64) in [index]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] [part] [part, b, c] -> [a, b, c]")
@JvmName("indexAdd3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Part : Dim<*>> Tensor<Cube<A, B, C>>.indexAdd(
    over: A,
    index: Tensor<Vec<Part>>,
    source: Tensor<Cube<Part, B, C>>,
): Tensor<Cube<A, B, C>> = Tensor(added(value, 0, index.value, source.value))

/** A copy with the slices of [source] added along [over] at the numbers (int64) in [index]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] [part] [a, part, c] -> [a, b, c]")
@JvmName("indexAdd3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Part : Dim<*>> Tensor<Cube<A, B, C>>.indexAdd(
    over: B,
    index: Tensor<Vec<Part>>,
    source: Tensor<Cube<A, Part, C>>,
): Tensor<Cube<A, B, C>> = Tensor(added(value, 1, index.value, source.value))

/** A copy with the slices of [source] added along [over] at the numbers (int64) in [index]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] [part] [a, b, part] -> [a, b, c]")
@JvmName("indexAdd3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Part : Dim<*>> Tensor<Cube<A, B, C>>.indexAdd(
    over: C,
    index: Tensor<Vec<Part>>,
    source: Tensor<Cube<A, B, Part>>,
): Tensor<Cube<A, B, C>> = Tensor(added(value, 2, index.value, source.value))

/** A copy with the slices of [source] added along [over] at the numbers (int64) in [index]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] [part] [part, b, c, d] -> [a, b, c, d]")
@JvmName("indexAdd4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Part : Dim<*>> Tensor<Rank4<A, B, C, D>>.indexAdd(
    over: A,
    index: Tensor<Vec<Part>>,
    source: Tensor<Rank4<Part, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(added(value, 0, index.value, source.value))

/** A copy with the slices of [source] added along [over] at the numbers (int64) in [index]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] [part] [a, part, c, d] -> [a, b, c, d]")
@JvmName("indexAdd4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Part : Dim<*>> Tensor<Rank4<A, B, C, D>>.indexAdd(
    over: B,
    index: Tensor<Vec<Part>>,
    source: Tensor<Rank4<A, Part, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(added(value, 1, index.value, source.value))

/** A copy with the slices of [source] added along [over] at the numbers (int64) in [index]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] [part] [a, b, part, d] -> [a, b, c, d]")
@JvmName("indexAdd4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Part : Dim<*>> Tensor<Rank4<A, B, C, D>>.indexAdd(
    over: C,
    index: Tensor<Vec<Part>>,
    source: Tensor<Rank4<A, B, Part, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(added(value, 2, index.value, source.value))

/** A copy with the slices of [source] added along [over] at the numbers (int64) in [index]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] [part] [a, b, c, part] -> [a, b, c, d]")
@JvmName("indexAdd4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Part : Dim<*>> Tensor<Rank4<A, B, C, D>>.indexAdd(
    over: D,
    index: Tensor<Vec<Part>>,
    source: Tensor<Rank4<A, B, C, Part>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(added(value, 3, index.value, source.value))

/** A copy with the slices of [source] added along [over] at the numbers (int64) in [index]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] [part] [part, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("indexAdd5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Part : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.indexAdd(
    over: A,
    index: Tensor<Vec<Part>>,
    source: Tensor<Rank5<Part, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(added(value, 0, index.value, source.value))

/** A copy with the slices of [source] added along [over] at the numbers (int64) in [index]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] [part] [a, part, c, d, e] -> [a, b, c, d, e]")
@JvmName("indexAdd5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Part : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.indexAdd(
    over: B,
    index: Tensor<Vec<Part>>,
    source: Tensor<Rank5<A, Part, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(added(value, 1, index.value, source.value))

/** A copy with the slices of [source] added along [over] at the numbers (int64) in [index]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] [part] [a, b, part, d, e] -> [a, b, c, d, e]")
@JvmName("indexAdd5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Part : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.indexAdd(
    over: C,
    index: Tensor<Vec<Part>>,
    source: Tensor<Rank5<A, B, Part, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(added(value, 2, index.value, source.value))

/** A copy with the slices of [source] added along [over] at the numbers (int64) in [index]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] [part] [a, b, c, part, e] -> [a, b, c, d, e]")
@JvmName("indexAdd5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Part : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.indexAdd(
    over: D,
    index: Tensor<Vec<Part>>,
    source: Tensor<Rank5<A, B, C, Part, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(added(value, 3, index.value, source.value))

/** A copy with the slices of [source] added along [over] at the numbers (int64) in [index]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] [part] [a, b, c, d, part] -> [a, b, c, d, e]")
@JvmName("indexAdd5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Part : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.indexAdd(
    over: E,
    index: Tensor<Vec<Part>>,
    source: Tensor<Rank5<A, B, C, D, Part>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(added(value, 4, index.value, source.value))
