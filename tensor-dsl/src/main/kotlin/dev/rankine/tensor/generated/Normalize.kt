package dev.rankine.tensor

import dev.rankine.ops.normalize
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** `x / max(length, eps)` along [over], where the length is `(sum |x|^p)^(1/p)`. `[A] -> [A]` */
@ShapeRule("[a] -> [a]")
@JvmName("normalize1A")
public fun <A : Dim<*>> Tensor<Vec<A>>.normalize(over: A, p: Double = 2.0, eps: Double = 1e-12): Tensor<Vec<A>> =
    Tensor(normalize(value, p, 0, eps))

/** `x / max(length, eps)` along [over], where the length is `(sum |x|^p)^(1/p)`. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] -> [a, b]")
@JvmName("normalize2A")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.normalize(over: A, p: Double = 2.0, eps: Double = 1e-12): Tensor<Mat<A, B>> =
    Tensor(normalize(value, p, 0, eps))

/** `x / max(length, eps)` along [over], where the length is `(sum |x|^p)^(1/p)`. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] -> [a, b]")
@JvmName("normalize2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.normalize(over: B, p: Double = 2.0, eps: Double = 1e-12): Tensor<Mat<A, B>> =
    Tensor(normalize(value, p, 1, eps))

/** `x / max(length, eps)` along [over], where the length is `(sum |x|^p)^(1/p)`. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("normalize3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.normalize(
    over: A,
    p: Double = 2.0,
    eps: Double = 1e-12,
): Tensor<Cube<A, B, C>> = Tensor(normalize(value, p, 0, eps))

/** `x / max(length, eps)` along [over], where the length is `(sum |x|^p)^(1/p)`. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("normalize3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.normalize(
    over: B,
    p: Double = 2.0,
    eps: Double = 1e-12,
): Tensor<Cube<A, B, C>> = Tensor(normalize(value, p, 1, eps))

/** `x / max(length, eps)` along [over], where the length is `(sum |x|^p)^(1/p)`. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("normalize3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.normalize(
    over: C,
    p: Double = 2.0,
    eps: Double = 1e-12,
): Tensor<Cube<A, B, C>> = Tensor(normalize(value, p, 2, eps))

/** `x / max(length, eps)` along [over], where the length is `(sum |x|^p)^(1/p)`. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("normalize4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.normalize(
    over: A,
    p: Double = 2.0,
    eps: Double = 1e-12,
): Tensor<Rank4<A, B, C, D>> = Tensor(normalize(value, p, 0, eps))

/** `x / max(length, eps)` along [over], where the length is `(sum |x|^p)^(1/p)`. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("normalize4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.normalize(
    over: B,
    p: Double = 2.0,
    eps: Double = 1e-12,
): Tensor<Rank4<A, B, C, D>> = Tensor(normalize(value, p, 1, eps))

/** `x / max(length, eps)` along [over], where the length is `(sum |x|^p)^(1/p)`. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("normalize4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.normalize(
    over: C,
    p: Double = 2.0,
    eps: Double = 1e-12,
): Tensor<Rank4<A, B, C, D>> = Tensor(normalize(value, p, 2, eps))

/** `x / max(length, eps)` along [over], where the length is `(sum |x|^p)^(1/p)`. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("normalize4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.normalize(
    over: D,
    p: Double = 2.0,
    eps: Double = 1e-12,
): Tensor<Rank4<A, B, C, D>> = Tensor(normalize(value, p, 3, eps))

/** `x / max(length, eps)` along [over], where the length is `(sum |x|^p)^(1/p)`. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("normalize5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.normalize(
    over: A,
    p: Double = 2.0,
    eps: Double = 1e-12,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(normalize(value, p, 0, eps))

/** `x / max(length, eps)` along [over], where the length is `(sum |x|^p)^(1/p)`. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("normalize5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.normalize(
    over: B,
    p: Double = 2.0,
    eps: Double = 1e-12,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(normalize(value, p, 1, eps))

/** `x / max(length, eps)` along [over], where the length is `(sum |x|^p)^(1/p)`. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("normalize5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.normalize(
    over: C,
    p: Double = 2.0,
    eps: Double = 1e-12,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(normalize(value, p, 2, eps))

/** `x / max(length, eps)` along [over], where the length is `(sum |x|^p)^(1/p)`. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("normalize5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.normalize(
    over: D,
    p: Double = 2.0,
    eps: Double = 1e-12,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(normalize(value, p, 3, eps))

/** `x / max(length, eps)` along [over], where the length is `(sum |x|^p)^(1/p)`. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("normalize5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.normalize(
    over: E,
    p: Double = 2.0,
    eps: Double = 1e-12,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(normalize(value, p, 4, eps))
