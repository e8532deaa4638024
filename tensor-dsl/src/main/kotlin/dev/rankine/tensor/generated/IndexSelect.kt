package dev.rankine.tensor

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The slices along [over] that [index] (int64) names, in its order. `[A] [Part] -> [Part]` */
@ShapeRule("[a] [part] -> [part]")
@JvmName("indexSelect1A")
public fun <A : Dim<*>, Part : Dim<*>> Tensor<Vec<A>>.indexSelect(over: A, index: Tensor<Vec<Part>>): Tensor<Vec<Part>> =
    Tensor(selected(value, 0, index.value))

/** The slices along [over] that [index] (int64) names, in its order. `[A, B] [Part] -> [Part, B]` */
@ShapeRule("[a, b] [part] -> [part, b]")
@JvmName("indexSelect2A")
public fun <A : Dim<*>, B : Dim<*>, Part : Dim<*>> Tensor<Mat<A, B>>.indexSelect(over: A, index: Tensor<Vec<Part>>): Tensor<Mat<Part, B>> =
    Tensor(selected(value, 0, index.value))

/** The slices along [over] that [index] (int64) names, in its order. `[A, B] [Part] -> [A, Part]` */
@ShapeRule("[a, b] [part] -> [a, part]")
@JvmName("indexSelect2B")
public fun <A : Dim<*>, B : Dim<*>, Part : Dim<*>> Tensor<Mat<A, B>>.indexSelect(over: B, index: Tensor<Vec<Part>>): Tensor<Mat<A, Part>> =
    Tensor(selected(value, 1, index.value))

/** The slices along [over] that [index] (int64) names, in its order. `[A, B, C] [Part] -> [Part, B, C]` */
@ShapeRule("[a, b, c] [part] -> [part, b, c]")
@JvmName("indexSelect3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Part : Dim<*>> Tensor<Cube<A, B, C>>.indexSelect(
    over: A,
    index: Tensor<Vec<Part>>,
): Tensor<Cube<Part, B, C>> = Tensor(selected(value, 0, index.value))

/** The slices along [over] that [index] (int64) names, in its order. `[A, B, C] [Part] -> [A, Part, C]` */
@ShapeRule("[a, b, c] [part] -> [a, part, c]")
@JvmName("indexSelect3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Part : Dim<*>> Tensor<Cube<A, B, C>>.indexSelect(
    over: B,
    index: Tensor<Vec<Part>>,
): Tensor<Cube<A, Part, C>> = Tensor(selected(value, 1, index.value))

/** The slices along [over] that [index] (int64) names, in its order. `[A, B, C] [Part] -> [A, B, Part]` */
@ShapeRule("[a, b, c] [part] -> [a, b, part]")
@JvmName("indexSelect3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Part : Dim<*>> Tensor<Cube<A, B, C>>.indexSelect(
    over: C,
    index: Tensor<Vec<Part>>,
): Tensor<Cube<A, B, Part>> = Tensor(selected(value, 2, index.value))

/** The slices along [over] that [index] (int64) names, in its order. `[A, B, C, D] [Part] -> [Part, B, C, D]` */
@ShapeRule("[a, b, c, d] [part] -> [part, b, c, d]")
@JvmName("indexSelect4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Part : Dim<*>> Tensor<Rank4<A, B, C, D>>.indexSelect(
    over: A,
    index: Tensor<Vec<Part>>,
): Tensor<Rank4<Part, B, C, D>> = Tensor(selected(value, 0, index.value))

/** The slices along [over] that [index] (int64) names, in its order. `[A, B, C, D] [Part] -> [A, Part, C, D]` */
@ShapeRule("[a, b, c, d] [part] -> [a, part, c, d]")
@JvmName("indexSelect4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Part : Dim<*>> Tensor<Rank4<A, B, C, D>>.indexSelect(
    over: B,
    index: Tensor<Vec<Part>>,
): Tensor<Rank4<A, Part, C, D>> = Tensor(selected(value, 1, index.value))

/** The slices along [over] that [index] (int64) names, in its order. `[A, B, C, D] [Part] -> [A, B, Part, D]` */
@ShapeRule("[a, b, c, d] [part] -> [a, b, part, d]")
@JvmName("indexSelect4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Part : Dim<*>> Tensor<Rank4<A, B, C, D>>.indexSelect(
    over: C,
    index: Tensor<Vec<Part>>,
): Tensor<Rank4<A, B, Part, D>> = Tensor(selected(value, 2, index.value))

/** The slices along [over] that [index] (int64) names, in its order. `[A, B, C, D] [Part] -> [A, B, C, Part]` */
@ShapeRule("[a, b, c, d] [part] -> [a, b, c, part]")
@JvmName("indexSelect4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Part : Dim<*>> Tensor<Rank4<A, B, C, D>>.indexSelect(
    over: D,
    index: Tensor<Vec<Part>>,
): Tensor<Rank4<A, B, C, Part>> = Tensor(selected(value, 3, index.value))

/** The slices along [over] that [index] (int64) names, in its order. `[A, B, C, D, E] [Part] -> [Part, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] [part] -> [part, b, c, d, e]")
@JvmName("indexSelect5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Part : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.indexSelect(
    over: A,
    index: Tensor<Vec<Part>>,
): Tensor<Rank5<Part, B, C, D, E>> = Tensor(selected(value, 0, index.value))

/** The slices along [over] that [index] (int64) names, in its order. `[A, B, C, D, E] [Part] -> [A, Part, C, D, E]` */
@ShapeRule("[a, b, c, d, e] [part] -> [a, part, c, d, e]")
@JvmName("indexSelect5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Part : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.indexSelect(
    over: B,
    index: Tensor<Vec<Part>>,
): Tensor<Rank5<A, Part, C, D, E>> = Tensor(selected(value, 1, index.value))

/** The slices along [over] that [index] (int64) names, in its order. `[A, B, C, D, E] [Part] -> [A, B, Part, D, E]` */
@ShapeRule("[a, b, c, d, e] [part] -> [a, b, part, d, e]")
@JvmName("indexSelect5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Part : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.indexSelect(
    over: C,
    index: Tensor<Vec<Part>>,
): Tensor<Rank5<A, B, Part, D, E>> = Tensor(selected(value, 2, index.value))

/** The slices along [over] that [index] (int64) names, in its order. `[A, B, C, D, E] [Part] -> [A, B, C, Part, E]` */
@ShapeRule("[a, b, c, d, e] [part] -> [a, b, c, part, e]")
@JvmName("indexSelect5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Part : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.indexSelect(
    over: D,
    index: Tensor<Vec<Part>>,
): Tensor<Rank5<A, B, C, Part, E>> = Tensor(selected(value, 3, index.value))

/** The slices along [over] that [index] (int64) names, in its order. `[A, B, C, D, E] [Part] -> [A, B, C, D, Part]` */
@ShapeRule("[a, b, c, d, e] [part] -> [a, b, c, d, part]")
@JvmName("indexSelect5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Part : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.indexSelect(
    over: E,
    index: Tensor<Vec<Part>>,
): Tensor<Rank5<A, B, C, D, Part>> = Tensor(selected(value, 4, index.value))
