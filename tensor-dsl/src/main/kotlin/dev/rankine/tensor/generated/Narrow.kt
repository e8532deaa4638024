package dev.rankine.tensor

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A] -> [Part]` */
@JvmName("narrow1A")
public fun <A : Dim<*>, Part : Dim<*>> Tensor<Vec<A>>.narrow(over: A, start: Int, part: Sized<Part>): Tensor<Vec<Part>> =
    Tensor(narrowed(value, 0, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B] -> [Part, B]` */
@JvmName("narrow2A")
public fun <A : Dim<*>, B : Dim<*>, Part : Dim<*>> Tensor<Mat<A, B>>.narrow(over: A, start: Int, part: Sized<Part>): Tensor<Mat<Part, B>> =
    Tensor(narrowed(value, 0, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B] -> [A, Part]` */
@JvmName("narrow2B")
public fun <A : Dim<*>, B : Dim<*>, Part : Dim<*>> Tensor<Mat<A, B>>.narrow(over: B, start: Int, part: Sized<Part>): Tensor<Mat<A, Part>> =
    Tensor(narrowed(value, 1, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C] -> [Part, B, C]` */
@JvmName("narrow3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Part : Dim<*>> Tensor<Cube<A, B, C>>.narrow(
    over: A,
    start: Int,
    part: Sized<Part>,
): Tensor<Cube<Part, B, C>> = Tensor(narrowed(value, 0, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C] -> [A, Part, C]` */
@JvmName("narrow3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Part : Dim<*>> Tensor<Cube<A, B, C>>.narrow(
    over: B,
    start: Int,
    part: Sized<Part>,
): Tensor<Cube<A, Part, C>> = Tensor(narrowed(value, 1, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C] -> [A, B, Part]` */
@JvmName("narrow3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Part : Dim<*>> Tensor<Cube<A, B, C>>.narrow(
    over: C,
    start: Int,
    part: Sized<Part>,
): Tensor<Cube<A, B, Part>> = Tensor(narrowed(value, 2, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C, D] -> [Part, B, C, D]` */
@JvmName("narrow4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Part : Dim<*>> Tensor<Rank4<A, B, C, D>>.narrow(
    over: A,
    start: Int,
    part: Sized<Part>,
): Tensor<Rank4<Part, B, C, D>> = Tensor(narrowed(value, 0, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C, D] -> [A, Part, C, D]` */
@JvmName("narrow4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Part : Dim<*>> Tensor<Rank4<A, B, C, D>>.narrow(
    over: B,
    start: Int,
    part: Sized<Part>,
): Tensor<Rank4<A, Part, C, D>> = Tensor(narrowed(value, 1, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C, D] -> [A, B, Part, D]` */
@JvmName("narrow4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Part : Dim<*>> Tensor<Rank4<A, B, C, D>>.narrow(
    over: C,
    start: Int,
    part: Sized<Part>,
): Tensor<Rank4<A, B, Part, D>> = Tensor(narrowed(value, 2, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C, D] -> [A, B, C, Part]` */
@JvmName("narrow4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Part : Dim<*>> Tensor<Rank4<A, B, C, D>>.narrow(
    over: D,
    start: Int,
    part: Sized<Part>,
): Tensor<Rank4<A, B, C, Part>> = Tensor(narrowed(value, 3, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C, D, E] -> [Part, B, C, D, E]` */
@JvmName("narrow5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Part : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.narrow(
    over: A,
    start: Int,
    part: Sized<Part>,
): Tensor<Rank5<Part, B, C, D, E>> = Tensor(narrowed(value, 0, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C, D, E] -> [A, Part, C, D, E]` */
@JvmName("narrow5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Part : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.narrow(
    over: B,
    start: Int,
    part: Sized<Part>,
): Tensor<Rank5<A, Part, C, D, E>> = Tensor(narrowed(value, 1, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C, D, E] -> [A, B, Part, D, E]` */
@JvmName("narrow5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Part : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.narrow(
    over: C,
    start: Int,
    part: Sized<Part>,
): Tensor<Rank5<A, B, Part, D, E>> = Tensor(narrowed(value, 2, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C, D, E] -> [A, B, C, Part, E]` */
@JvmName("narrow5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Part : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.narrow(
    over: D,
    start: Int,
    part: Sized<Part>,
): Tensor<Rank5<A, B, C, Part, E>> = Tensor(narrowed(value, 3, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C, D, E] -> [A, B, C, D, Part]` */
@JvmName("narrow5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Part : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.narrow(
    over: E,
    start: Int,
    part: Sized<Part>,
): Tensor<Rank5<A, B, C, D, Part>> = Tensor(narrowed(value, 4, start, part.toAxis()))
