package dev.rankine.tensor

import dev.rankine.ops.scatter
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** A copy with the elements of [source] in their place at the numbers (int64) along [over] in [index]. `[A] -> [A]` */
@ShapeRule("[a] [picked] source:[*s] -> [a]")
@JvmName("scatter1A")
public fun <A : Dim<*>, Picked : Dim<*>> Tensor<Vec<A>>.scatter(
    over: A,
    index: Tensor<Vec<Picked>>,
    source: Tensor<Vec<Picked>>,
): Tensor<Vec<A>> = Tensor(scatter(value, 0, index.value, source.value))

/** A copy with the elements of [source] in their place at the numbers (int64) along [over] in [index]. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] [picked, bi] source:[*s] -> [a, b] where bi <= b \"index is larger than the input\"")
@JvmName("scatter2A")
public fun <A : Dim<*>, B : Dim<*>, Picked : Dim<*>> Tensor<Mat<A, B>>.scatter(
    over: A,
    index: Tensor<Mat<Picked, B>>,
    source: Tensor<Mat<Picked, B>>,
): Tensor<Mat<A, B>> = Tensor(scatter(value, 0, index.value, source.value))

/** A copy with the elements of [source] in their place at the numbers (int64) along [over] in [index]. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] [ai, picked] source:[*s] -> [a, b] where ai <= a \"index is larger than the input\"")
@JvmName("scatter2B")
public fun <A : Dim<*>, B : Dim<*>, Picked : Dim<*>> Tensor<Mat<A, B>>.scatter(
    over: B,
    index: Tensor<Mat<A, Picked>>,
    source: Tensor<Mat<A, Picked>>,
): Tensor<Mat<A, B>> = Tensor(scatter(value, 1, index.value, source.value))

/** A copy with the elements of [source] in their place at the numbers (int64) along [over] in [index]. `[A, B, C] -> [A, B, C]` */
@ShapeRule(
    "[a, b, c] [picked, bi, ci] source:[*s] -> [a, b, c] where " +
        "bi <= b \"index is larger than the input\", " +
        "ci <= c \"index is larger than the input\"",
)
@JvmName("scatter3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Picked : Dim<*>> Tensor<Cube<A, B, C>>.scatter(
    over: A,
    index: Tensor<Cube<Picked, B, C>>,
    source: Tensor<Cube<Picked, B, C>>,
): Tensor<Cube<A, B, C>> = Tensor(scatter(value, 0, index.value, source.value))

/** A copy with the elements of [source] in their place at the numbers (int64) along [over] in [index]. `[A, B, C] -> [A, B, C]` */
@ShapeRule(
    "[a, b, c] [ai, picked, ci] source:[*s] -> [a, b, c] where " +
        "ai <= a \"index is larger than the input\", " +
        "ci <= c \"index is larger than the input\"",
)
@JvmName("scatter3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Picked : Dim<*>> Tensor<Cube<A, B, C>>.scatter(
    over: B,
    index: Tensor<Cube<A, Picked, C>>,
    source: Tensor<Cube<A, Picked, C>>,
): Tensor<Cube<A, B, C>> = Tensor(scatter(value, 1, index.value, source.value))

/** A copy with the elements of [source] in their place at the numbers (int64) along [over] in [index]. `[A, B, C] -> [A, B, C]` */
@ShapeRule(
    "[a, b, c] [ai, bi, picked] source:[*s] -> [a, b, c] where " +
        "ai <= a \"index is larger than the input\", " +
        "bi <= b \"index is larger than the input\"",
)
@JvmName("scatter3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Picked : Dim<*>> Tensor<Cube<A, B, C>>.scatter(
    over: C,
    index: Tensor<Cube<A, B, Picked>>,
    source: Tensor<Cube<A, B, Picked>>,
): Tensor<Cube<A, B, C>> = Tensor(scatter(value, 2, index.value, source.value))

/** A copy with the elements of [source] in their place at the numbers (int64) along [over] in [index]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule(
    "[a, b, c, d] [picked, bi, ci, di] source:[*s] -> [a, b, c, d] where " +
        "bi <= b \"index is larger than the input\", " +
        "ci <= c \"index is larger than the input\", " +
        "di <= d \"index is larger than the input\"",
)
@JvmName("scatter4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Picked : Dim<*>> Tensor<Rank4<A, B, C, D>>.scatter(
    over: A,
    index: Tensor<Rank4<Picked, B, C, D>>,
    source: Tensor<Rank4<Picked, B, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(scatter(value, 0, index.value, source.value))

/** A copy with the elements of [source] in their place at the numbers (int64) along [over] in [index]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule(
    "[a, b, c, d] [ai, picked, ci, di] source:[*s] -> [a, b, c, d] where " +
        "ai <= a \"index is larger than the input\", " +
        "ci <= c \"index is larger than the input\", " +
        "di <= d \"index is larger than the input\"",
)
@JvmName("scatter4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Picked : Dim<*>> Tensor<Rank4<A, B, C, D>>.scatter(
    over: B,
    index: Tensor<Rank4<A, Picked, C, D>>,
    source: Tensor<Rank4<A, Picked, C, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(scatter(value, 1, index.value, source.value))

/** A copy with the elements of [source] in their place at the numbers (int64) along [over] in [index]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule(
    "[a, b, c, d] [ai, bi, picked, di] source:[*s] -> [a, b, c, d] where " +
        "ai <= a \"index is larger than the input\", " +
        "bi <= b \"index is larger than the input\", " +
        "di <= d \"index is larger than the input\"",
)
@JvmName("scatter4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Picked : Dim<*>> Tensor<Rank4<A, B, C, D>>.scatter(
    over: C,
    index: Tensor<Rank4<A, B, Picked, D>>,
    source: Tensor<Rank4<A, B, Picked, D>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(scatter(value, 2, index.value, source.value))

/** A copy with the elements of [source] in their place at the numbers (int64) along [over] in [index]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule(
    "[a, b, c, d] [ai, bi, ci, picked] source:[*s] -> [a, b, c, d] where " +
        "ai <= a \"index is larger than the input\", " +
        "bi <= b \"index is larger than the input\", " +
        "ci <= c \"index is larger than the input\"",
)
@JvmName("scatter4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Picked : Dim<*>> Tensor<Rank4<A, B, C, D>>.scatter(
    over: D,
    index: Tensor<Rank4<A, B, C, Picked>>,
    source: Tensor<Rank4<A, B, C, Picked>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(scatter(value, 3, index.value, source.value))

/**
 * A copy with the elements of [source] in their place at the numbers (int64) along [over] in [index].
 * `[A, B, C, D, E] -> [A, B, C, D, E]`
 */
@ShapeRule(
    "[a, b, c, d, e] [picked, bi, ci, di, ei] source:[*s] -> [a, b, c, d, e] where " +
        "bi <= b \"index is larger than the input\", " +
        "ci <= c \"index is larger than the input\", " +
        "di <= d \"index is larger than the input\", " +
        "ei <= e \"index is larger than the input\"",
)
@JvmName("scatter5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Picked : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.scatter(
    over: A,
    index: Tensor<Rank5<Picked, B, C, D, E>>,
    source: Tensor<Rank5<Picked, B, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(scatter(value, 0, index.value, source.value))

/**
 * A copy with the elements of [source] in their place at the numbers (int64) along [over] in [index].
 * `[A, B, C, D, E] -> [A, B, C, D, E]`
 */
@ShapeRule(
    "[a, b, c, d, e] [ai, picked, ci, di, ei] source:[*s] -> [a, b, c, d, e] where " +
        "ai <= a \"index is larger than the input\", " +
        "ci <= c \"index is larger than the input\", " +
        "di <= d \"index is larger than the input\", " +
        "ei <= e \"index is larger than the input\"",
)
@JvmName("scatter5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Picked : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.scatter(
    over: B,
    index: Tensor<Rank5<A, Picked, C, D, E>>,
    source: Tensor<Rank5<A, Picked, C, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(scatter(value, 1, index.value, source.value))

/**
 * A copy with the elements of [source] in their place at the numbers (int64) along [over] in [index].
 * `[A, B, C, D, E] -> [A, B, C, D, E]`
 */
@ShapeRule(
    "[a, b, c, d, e] [ai, bi, picked, di, ei] source:[*s] -> [a, b, c, d, e] where " +
        "ai <= a \"index is larger than the input\", " +
        "bi <= b \"index is larger than the input\", " +
        "di <= d \"index is larger than the input\", " +
        "ei <= e \"index is larger than the input\"",
)
@JvmName("scatter5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Picked : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.scatter(
    over: C,
    index: Tensor<Rank5<A, B, Picked, D, E>>,
    source: Tensor<Rank5<A, B, Picked, D, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(scatter(value, 2, index.value, source.value))

/**
 * A copy with the elements of [source] in their place at the numbers (int64) along [over] in [index].
 * `[A, B, C, D, E] -> [A, B, C, D, E]`
 */
@ShapeRule(
    "[a, b, c, d, e] [ai, bi, ci, picked, ei] source:[*s] -> [a, b, c, d, e] where " +
        "ai <= a \"index is larger than the input\", " +
        "bi <= b \"index is larger than the input\", " +
        "ci <= c \"index is larger than the input\", " +
        "ei <= e \"index is larger than the input\"",
)
@JvmName("scatter5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Picked : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.scatter(
    over: D,
    index: Tensor<Rank5<A, B, C, Picked, E>>,
    source: Tensor<Rank5<A, B, C, Picked, E>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(scatter(value, 3, index.value, source.value))

/**
 * A copy with the elements of [source] in their place at the numbers (int64) along [over] in [index].
 * `[A, B, C, D, E] -> [A, B, C, D, E]`
 */
@ShapeRule(
    "[a, b, c, d, e] [ai, bi, ci, di, picked] source:[*s] -> [a, b, c, d, e] where " +
        "ai <= a \"index is larger than the input\", " +
        "bi <= b \"index is larger than the input\", " +
        "ci <= c \"index is larger than the input\", " +
        "di <= d \"index is larger than the input\"",
)
@JvmName("scatter5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Picked : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.scatter(
    over: E,
    index: Tensor<Rank5<A, B, C, D, Picked>>,
    source: Tensor<Rank5<A, B, C, D, Picked>>,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(scatter(value, 4, index.value, source.value))
