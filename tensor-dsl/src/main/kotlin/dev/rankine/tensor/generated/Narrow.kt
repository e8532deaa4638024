package dev.rankine.tensor

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A] -> [Part]` */
@ShapeRule("[a] start=? part=? -> [part] where place(start, a) >= 0 \"not all there\", place(start, a) + part <= a \"not all there\"")
@JvmName("narrow1A")
public fun <A : Dim<*>, Part : Dim<*>> Tensor<Vec<A>>.narrow(over: A, start: Int, part: Sized<Part>): Tensor<Vec<Part>> =
    Tensor(narrowed(value, 0, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B] -> [Part, B]` */
@ShapeRule(
    "[a, b] start=? part=? -> [part, b] where " +
        "place(start, a) >= 0 \"not all there\", " +
        "place(start, a) + part <= a \"not all there\"",
)
@JvmName("narrow2A")
public fun <A : Dim<*>, B : Dim<*>, Part : Dim<*>> Tensor<Mat<A, B>>.narrow(over: A, start: Int, part: Sized<Part>): Tensor<Mat<Part, B>> =
    Tensor(narrowed(value, 0, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B] -> [A, Part]` */
@ShapeRule(
    "[a, b] start=? part=? -> [a, part] where " +
        "place(start, b) >= 0 \"not all there\", " +
        "place(start, b) + part <= b \"not all there\"",
)
@JvmName("narrow2B")
public fun <A : Dim<*>, B : Dim<*>, Part : Dim<*>> Tensor<Mat<A, B>>.narrow(over: B, start: Int, part: Sized<Part>): Tensor<Mat<A, Part>> =
    Tensor(narrowed(value, 1, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C] -> [Part, B, C]` */
@ShapeRule(
    "[a, b, c] start=? part=? -> [part, b, c] where " +
        "place(start, a) >= 0 \"not all there\", " +
        "place(start, a) + part <= a \"not all there\"",
)
@JvmName("narrow3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Part : Dim<*>> Tensor<Cube<A, B, C>>.narrow(
    over: A,
    start: Int,
    part: Sized<Part>,
): Tensor<Cube<Part, B, C>> = Tensor(narrowed(value, 0, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C] -> [A, Part, C]` */
@ShapeRule(
    "[a, b, c] start=? part=? -> [a, part, c] where " +
        "place(start, b) >= 0 \"not all there\", " +
        "place(start, b) + part <= b \"not all there\"",
)
@JvmName("narrow3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Part : Dim<*>> Tensor<Cube<A, B, C>>.narrow(
    over: B,
    start: Int,
    part: Sized<Part>,
): Tensor<Cube<A, Part, C>> = Tensor(narrowed(value, 1, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C] -> [A, B, Part]` */
@ShapeRule(
    "[a, b, c] start=? part=? -> [a, b, part] where " +
        "place(start, c) >= 0 \"not all there\", " +
        "place(start, c) + part <= c \"not all there\"",
)
@JvmName("narrow3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Part : Dim<*>> Tensor<Cube<A, B, C>>.narrow(
    over: C,
    start: Int,
    part: Sized<Part>,
): Tensor<Cube<A, B, Part>> = Tensor(narrowed(value, 2, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C, D] -> [Part, B, C, D]` */
@ShapeRule(
    "[a, b, c, d] start=? part=? -> [part, b, c, d] where " +
        "place(start, a) >= 0 \"not all there\", " +
        "place(start, a) + part <= a \"not all there\"",
)
@JvmName("narrow4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Part : Dim<*>> Tensor<Rank4<A, B, C, D>>.narrow(
    over: A,
    start: Int,
    part: Sized<Part>,
): Tensor<Rank4<Part, B, C, D>> = Tensor(narrowed(value, 0, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C, D] -> [A, Part, C, D]` */
@ShapeRule(
    "[a, b, c, d] start=? part=? -> [a, part, c, d] where " +
        "place(start, b) >= 0 \"not all there\", " +
        "place(start, b) + part <= b \"not all there\"",
)
@JvmName("narrow4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Part : Dim<*>> Tensor<Rank4<A, B, C, D>>.narrow(
    over: B,
    start: Int,
    part: Sized<Part>,
): Tensor<Rank4<A, Part, C, D>> = Tensor(narrowed(value, 1, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C, D] -> [A, B, Part, D]` */
@ShapeRule(
    "[a, b, c, d] start=? part=? -> [a, b, part, d] where " +
        "place(start, c) >= 0 \"not all there\", " +
        "place(start, c) + part <= c \"not all there\"",
)
@JvmName("narrow4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Part : Dim<*>> Tensor<Rank4<A, B, C, D>>.narrow(
    over: C,
    start: Int,
    part: Sized<Part>,
): Tensor<Rank4<A, B, Part, D>> = Tensor(narrowed(value, 2, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C, D] -> [A, B, C, Part]` */
@ShapeRule(
    "[a, b, c, d] start=? part=? -> [a, b, c, part] where " +
        "place(start, d) >= 0 \"not all there\", " +
        "place(start, d) + part <= d \"not all there\"",
)
@JvmName("narrow4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Part : Dim<*>> Tensor<Rank4<A, B, C, D>>.narrow(
    over: D,
    start: Int,
    part: Sized<Part>,
): Tensor<Rank4<A, B, C, Part>> = Tensor(narrowed(value, 3, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C, D, E] -> [Part, B, C, D, E]` */
@ShapeRule(
    "[a, b, c, d, e] start=? part=? -> [part, b, c, d, e] where " +
        "place(start, a) >= 0 \"not all there\", " +
        "place(start, a) + part <= a \"not all there\"",
)
@JvmName("narrow5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Part : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.narrow(
    over: A,
    start: Int,
    part: Sized<Part>,
): Tensor<Rank5<Part, B, C, D, E>> = Tensor(narrowed(value, 0, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C, D, E] -> [A, Part, C, D, E]` */
@ShapeRule(
    "[a, b, c, d, e] start=? part=? -> [a, part, c, d, e] where " +
        "place(start, b) >= 0 \"not all there\", " +
        "place(start, b) + part <= b \"not all there\"",
)
@JvmName("narrow5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Part : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.narrow(
    over: B,
    start: Int,
    part: Sized<Part>,
): Tensor<Rank5<A, Part, C, D, E>> = Tensor(narrowed(value, 1, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C, D, E] -> [A, B, Part, D, E]` */
@ShapeRule(
    "[a, b, c, d, e] start=? part=? -> [a, b, part, d, e] where " +
        "place(start, c) >= 0 \"not all there\", " +
        "place(start, c) + part <= c \"not all there\"",
)
@JvmName("narrow5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Part : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.narrow(
    over: C,
    start: Int,
    part: Sized<Part>,
): Tensor<Rank5<A, B, Part, D, E>> = Tensor(narrowed(value, 2, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C, D, E] -> [A, B, C, Part, E]` */
@ShapeRule(
    "[a, b, c, d, e] start=? part=? -> [a, b, c, part, e] where " +
        "place(start, d) >= 0 \"not all there\", " +
        "place(start, d) + part <= d \"not all there\"",
)
@JvmName("narrow5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Part : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.narrow(
    over: D,
    start: Int,
    part: Sized<Part>,
): Tensor<Rank5<A, B, C, Part, E>> = Tensor(narrowed(value, 3, start, part.toAxis()))

/** The elements from [start] on along [over], as many as [part] says, without a copy. `[A, B, C, D, E] -> [A, B, C, D, Part]` */
@ShapeRule(
    "[a, b, c, d, e] start=? part=? -> [a, b, c, d, part] where " +
        "place(start, e) >= 0 \"not all there\", " +
        "place(start, e) + part <= e \"not all there\"",
)
@JvmName("narrow5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Part : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.narrow(
    over: E,
    start: Int,
    part: Sized<Part>,
): Tensor<Rank5<A, B, C, D, Part>> = Tensor(narrowed(value, 4, start, part.toAxis()))
