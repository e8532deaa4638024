package dev.rankine.tensor

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec

/** Numbers around [over], [before] of them in front, so that it becomes [padded]. `[A] -> [Padded]` */
@ShapeRule("[a] padded=? before=0 -> [padded] where before + a <= padded \"does not fit\"")
@JvmName("pad1A")
public fun <A : Dim<*>, Padded : Dim<*>> Tensor<Vec<A>>.pad(
    over: A,
    padded: Sized<Padded>,
    before: Int = 0,
    number: Number = 0,
): Tensor<Vec<Padded>> = Tensor(paddedTo(value, 0, before, padded.toAxis(), number))

/** Numbers around [over], [before] of them in front, so that it becomes [padded]. `[A, B] -> [Padded, B]` */
@ShapeRule("[a, b] padded=? before=0 -> [padded, b] where before + a <= padded \"does not fit\"")
@JvmName("pad2A")
public fun <A : Dim<*>, B : Dim<*>, Padded : Dim<*>> Tensor<Mat<A, B>>.pad(
    over: A,
    padded: Sized<Padded>,
    before: Int = 0,
    number: Number = 0,
): Tensor<Mat<Padded, B>> = Tensor(paddedTo(value, 0, before, padded.toAxis(), number))

/** Numbers around [over], [before] of them in front, so that it becomes [padded]. `[A, B] -> [A, Padded]` */
@ShapeRule("[a, b] padded=? before=0 -> [a, padded] where before + b <= padded \"does not fit\"")
@JvmName("pad2B")
public fun <A : Dim<*>, B : Dim<*>, Padded : Dim<*>> Tensor<Mat<A, B>>.pad(
    over: B,
    padded: Sized<Padded>,
    before: Int = 0,
    number: Number = 0,
): Tensor<Mat<A, Padded>> = Tensor(paddedTo(value, 1, before, padded.toAxis(), number))

/** Numbers around [over], [before] of them in front, so that it becomes [padded]. `[A, B, C] -> [Padded, B, C]` */
@ShapeRule("[a, b, c] padded=? before=0 -> [padded, b, c] where before + a <= padded \"does not fit\"")
@JvmName("pad3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Padded : Dim<*>> Tensor<Cube<A, B, C>>.pad(
    over: A,
    padded: Sized<Padded>,
    before: Int = 0,
    number: Number = 0,
): Tensor<Cube<Padded, B, C>> = Tensor(paddedTo(value, 0, before, padded.toAxis(), number))

/** Numbers around [over], [before] of them in front, so that it becomes [padded]. `[A, B, C] -> [A, Padded, C]` */
@ShapeRule("[a, b, c] padded=? before=0 -> [a, padded, c] where before + b <= padded \"does not fit\"")
@JvmName("pad3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Padded : Dim<*>> Tensor<Cube<A, B, C>>.pad(
    over: B,
    padded: Sized<Padded>,
    before: Int = 0,
    number: Number = 0,
): Tensor<Cube<A, Padded, C>> = Tensor(paddedTo(value, 1, before, padded.toAxis(), number))

/** Numbers around [over], [before] of them in front, so that it becomes [padded]. `[A, B, C] -> [A, B, Padded]` */
@ShapeRule("[a, b, c] padded=? before=0 -> [a, b, padded] where before + c <= padded \"does not fit\"")
@JvmName("pad3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Padded : Dim<*>> Tensor<Cube<A, B, C>>.pad(
    over: C,
    padded: Sized<Padded>,
    before: Int = 0,
    number: Number = 0,
): Tensor<Cube<A, B, Padded>> = Tensor(paddedTo(value, 2, before, padded.toAxis(), number))

/** Numbers around [over], [before] of them in front, so that it becomes [padded]. `[A, B, C, D] -> [Padded, B, C, D]` */
@ShapeRule("[a, b, c, d] padded=? before=0 -> [padded, b, c, d] where before + a <= padded \"does not fit\"")
@JvmName("pad4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Padded : Dim<*>> Tensor<Rank4<A, B, C, D>>.pad(
    over: A,
    padded: Sized<Padded>,
    before: Int = 0,
    number: Number = 0,
): Tensor<Rank4<Padded, B, C, D>> = Tensor(paddedTo(value, 0, before, padded.toAxis(), number))

/** Numbers around [over], [before] of them in front, so that it becomes [padded]. `[A, B, C, D] -> [A, Padded, C, D]` */
@ShapeRule("[a, b, c, d] padded=? before=0 -> [a, padded, c, d] where before + b <= padded \"does not fit\"")
@JvmName("pad4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Padded : Dim<*>> Tensor<Rank4<A, B, C, D>>.pad(
    over: B,
    padded: Sized<Padded>,
    before: Int = 0,
    number: Number = 0,
): Tensor<Rank4<A, Padded, C, D>> = Tensor(paddedTo(value, 1, before, padded.toAxis(), number))

/** Numbers around [over], [before] of them in front, so that it becomes [padded]. `[A, B, C, D] -> [A, B, Padded, D]` */
@ShapeRule("[a, b, c, d] padded=? before=0 -> [a, b, padded, d] where before + c <= padded \"does not fit\"")
@JvmName("pad4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Padded : Dim<*>> Tensor<Rank4<A, B, C, D>>.pad(
    over: C,
    padded: Sized<Padded>,
    before: Int = 0,
    number: Number = 0,
): Tensor<Rank4<A, B, Padded, D>> = Tensor(paddedTo(value, 2, before, padded.toAxis(), number))

/** Numbers around [over], [before] of them in front, so that it becomes [padded]. `[A, B, C, D] -> [A, B, C, Padded]` */
@ShapeRule("[a, b, c, d] padded=? before=0 -> [a, b, c, padded] where before + d <= padded \"does not fit\"")
@JvmName("pad4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Padded : Dim<*>> Tensor<Rank4<A, B, C, D>>.pad(
    over: D,
    padded: Sized<Padded>,
    before: Int = 0,
    number: Number = 0,
): Tensor<Rank4<A, B, C, Padded>> = Tensor(paddedTo(value, 3, before, padded.toAxis(), number))

/** Numbers around [over], [before] of them in front, so that it becomes [padded]. `[A, B, C, D, E] -> [Padded, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] padded=? before=0 -> [padded, b, c, d, e] where before + a <= padded \"does not fit\"")
@JvmName("pad5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Padded : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.pad(
    over: A,
    padded: Sized<Padded>,
    before: Int = 0,
    number: Number = 0,
): Tensor<Rank5<Padded, B, C, D, E>> = Tensor(paddedTo(value, 0, before, padded.toAxis(), number))

/** Numbers around [over], [before] of them in front, so that it becomes [padded]. `[A, B, C, D, E] -> [A, Padded, C, D, E]` */
@ShapeRule("[a, b, c, d, e] padded=? before=0 -> [a, padded, c, d, e] where before + b <= padded \"does not fit\"")
@JvmName("pad5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Padded : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.pad(
    over: B,
    padded: Sized<Padded>,
    before: Int = 0,
    number: Number = 0,
): Tensor<Rank5<A, Padded, C, D, E>> = Tensor(paddedTo(value, 1, before, padded.toAxis(), number))

/** Numbers around [over], [before] of them in front, so that it becomes [padded]. `[A, B, C, D, E] -> [A, B, Padded, D, E]` */
@ShapeRule("[a, b, c, d, e] padded=? before=0 -> [a, b, padded, d, e] where before + c <= padded \"does not fit\"")
@JvmName("pad5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Padded : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.pad(
    over: C,
    padded: Sized<Padded>,
    before: Int = 0,
    number: Number = 0,
): Tensor<Rank5<A, B, Padded, D, E>> = Tensor(paddedTo(value, 2, before, padded.toAxis(), number))

/** Numbers around [over], [before] of them in front, so that it becomes [padded]. `[A, B, C, D, E] -> [A, B, C, Padded, E]` */
@ShapeRule("[a, b, c, d, e] padded=? before=0 -> [a, b, c, padded, e] where before + d <= padded \"does not fit\"")
@JvmName("pad5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Padded : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.pad(
    over: D,
    padded: Sized<Padded>,
    before: Int = 0,
    number: Number = 0,
): Tensor<Rank5<A, B, C, Padded, E>> = Tensor(paddedTo(value, 3, before, padded.toAxis(), number))

/** Numbers around [over], [before] of them in front, so that it becomes [padded]. `[A, B, C, D, E] -> [A, B, C, D, Padded]` */
@ShapeRule("[a, b, c, d, e] padded=? before=0 -> [a, b, c, d, padded] where before + e <= padded \"does not fit\"")
@JvmName("pad5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Padded : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.pad(
    over: E,
    padded: Sized<Padded>,
    before: Int = 0,
    number: Number = 0,
): Tensor<Rank5<A, B, C, D, Padded>> = Tensor(paddedTo(value, 4, before, padded.toAxis(), number))
