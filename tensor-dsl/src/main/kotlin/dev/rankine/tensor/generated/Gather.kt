package dev.rankine.tensor

import dev.rankine.ops.gather
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** Along [over], the elements whose numbers (int64) [index] holds. `[A] [Picked] -> [Picked]` */
@ShapeRule("[a] [picked] -> [picked]")
@JvmName("gather1A")
public fun <A : Dim<*>, Picked : Dim<*>> Tensor<Vec<A>>.gather(over: A, index: Tensor<Vec<Picked>>): Tensor<Vec<Picked>> =
    Tensor(gather(value, 0, index.value))

/** Along [over], the elements whose numbers (int64) [index] holds. `[A, B] [Picked, B] -> [Picked, B]` */
@ShapeRule("[a, b] [picked, bi] -> [picked, bi] where bi <= b \"index is larger than the input\"")
@JvmName("gather2A")
public fun <A : Dim<*>, B : Dim<*>, Picked : Dim<*>> Tensor<Mat<A, B>>.gather(
    over: A,
    index: Tensor<Mat<Picked, B>>,
): Tensor<Mat<Picked, B>> = Tensor(gather(value, 0, index.value))

/** Along [over], the elements whose numbers (int64) [index] holds. `[A, B] [A, Picked] -> [A, Picked]` */
@ShapeRule("[a, b] [ai, picked] -> [ai, picked] where ai <= a \"index is larger than the input\"")
@JvmName("gather2B")
public fun <A : Dim<*>, B : Dim<*>, Picked : Dim<*>> Tensor<Mat<A, B>>.gather(
    over: B,
    index: Tensor<Mat<A, Picked>>,
): Tensor<Mat<A, Picked>> = Tensor(gather(value, 1, index.value))

/** Along [over], the elements whose numbers (int64) [index] holds. `[A, B, C] [Picked, B, C] -> [Picked, B, C]` */
@ShapeRule(
    "[a, b, c] [picked, bi, ci] -> [picked, bi, ci] where " +
        "bi <= b \"index is larger than the input\", " +
        "ci <= c \"index is larger than the input\"",
)
@JvmName("gather3A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Picked : Dim<*>> Tensor<Cube<A, B, C>>.gather(
    over: A,
    index: Tensor<Cube<Picked, B, C>>,
): Tensor<Cube<Picked, B, C>> = Tensor(gather(value, 0, index.value))

/** Along [over], the elements whose numbers (int64) [index] holds. `[A, B, C] [A, Picked, C] -> [A, Picked, C]` */
@ShapeRule(
    "[a, b, c] [ai, picked, ci] -> [ai, picked, ci] where " +
        "ai <= a \"index is larger than the input\", " +
        "ci <= c \"index is larger than the input\"",
)
@JvmName("gather3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Picked : Dim<*>> Tensor<Cube<A, B, C>>.gather(
    over: B,
    index: Tensor<Cube<A, Picked, C>>,
): Tensor<Cube<A, Picked, C>> = Tensor(gather(value, 1, index.value))

/** Along [over], the elements whose numbers (int64) [index] holds. `[A, B, C] [A, B, Picked] -> [A, B, Picked]` */
@ShapeRule(
    "[a, b, c] [ai, bi, picked] -> [ai, bi, picked] where " +
        "ai <= a \"index is larger than the input\", " +
        "bi <= b \"index is larger than the input\"",
)
@JvmName("gather3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Picked : Dim<*>> Tensor<Cube<A, B, C>>.gather(
    over: C,
    index: Tensor<Cube<A, B, Picked>>,
): Tensor<Cube<A, B, Picked>> = Tensor(gather(value, 2, index.value))

/** Along [over], the elements whose numbers (int64) [index] holds. `[A, B, C, D] [Picked, B, C, D] -> [Picked, B, C, D]` */
@ShapeRule(
    "[a, b, c, d] [picked, bi, ci, di] -> [picked, bi, ci, di] where " +
        "bi <= b \"index is larger than the input\", " +
        "ci <= c \"index is larger than the input\", " +
        "di <= d \"index is larger than the input\"",
)
@JvmName("gather4A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Picked : Dim<*>> Tensor<Rank4<A, B, C, D>>.gather(
    over: A,
    index: Tensor<Rank4<Picked, B, C, D>>,
): Tensor<Rank4<Picked, B, C, D>> = Tensor(gather(value, 0, index.value))

/** Along [over], the elements whose numbers (int64) [index] holds. `[A, B, C, D] [A, Picked, C, D] -> [A, Picked, C, D]` */
@ShapeRule(
    "[a, b, c, d] [ai, picked, ci, di] -> [ai, picked, ci, di] where " +
        "ai <= a \"index is larger than the input\", " +
        "ci <= c \"index is larger than the input\", " +
        "di <= d \"index is larger than the input\"",
)
@JvmName("gather4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Picked : Dim<*>> Tensor<Rank4<A, B, C, D>>.gather(
    over: B,
    index: Tensor<Rank4<A, Picked, C, D>>,
): Tensor<Rank4<A, Picked, C, D>> = Tensor(gather(value, 1, index.value))

/** Along [over], the elements whose numbers (int64) [index] holds. `[A, B, C, D] [A, B, Picked, D] -> [A, B, Picked, D]` */
@ShapeRule(
    "[a, b, c, d] [ai, bi, picked, di] -> [ai, bi, picked, di] where " +
        "ai <= a \"index is larger than the input\", " +
        "bi <= b \"index is larger than the input\", " +
        "di <= d \"index is larger than the input\"",
)
@JvmName("gather4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Picked : Dim<*>> Tensor<Rank4<A, B, C, D>>.gather(
    over: C,
    index: Tensor<Rank4<A, B, Picked, D>>,
): Tensor<Rank4<A, B, Picked, D>> = Tensor(gather(value, 2, index.value))

/** Along [over], the elements whose numbers (int64) [index] holds. `[A, B, C, D] [A, B, C, Picked] -> [A, B, C, Picked]` */
@ShapeRule(
    "[a, b, c, d] [ai, bi, ci, picked] -> [ai, bi, ci, picked] where " +
        "ai <= a \"index is larger than the input\", " +
        "bi <= b \"index is larger than the input\", " +
        "ci <= c \"index is larger than the input\"",
)
@JvmName("gather4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Picked : Dim<*>> Tensor<Rank4<A, B, C, D>>.gather(
    over: D,
    index: Tensor<Rank4<A, B, C, Picked>>,
): Tensor<Rank4<A, B, C, Picked>> = Tensor(gather(value, 3, index.value))

/** Along [over], the elements whose numbers (int64) [index] holds. `[A, B, C, D, E] [Picked, B, C, D, E] -> [Picked, B, C, D, E]` */
@ShapeRule(
    "[a, b, c, d, e] [picked, bi, ci, di, ei] -> [picked, bi, ci, di, ei] where " +
        "bi <= b \"index is larger than the input\", " +
        "ci <= c \"index is larger than the input\", " +
        "di <= d \"index is larger than the input\", " +
        "ei <= e \"index is larger than the input\"",
)
@JvmName("gather5A")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Picked : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.gather(
    over: A,
    index: Tensor<Rank5<Picked, B, C, D, E>>,
): Tensor<Rank5<Picked, B, C, D, E>> = Tensor(gather(value, 0, index.value))

/** Along [over], the elements whose numbers (int64) [index] holds. `[A, B, C, D, E] [A, Picked, C, D, E] -> [A, Picked, C, D, E]` */
@ShapeRule(
    "[a, b, c, d, e] [ai, picked, ci, di, ei] -> [ai, picked, ci, di, ei] where " +
        "ai <= a \"index is larger than the input\", " +
        "ci <= c \"index is larger than the input\", " +
        "di <= d \"index is larger than the input\", " +
        "ei <= e \"index is larger than the input\"",
)
@JvmName("gather5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Picked : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.gather(
    over: B,
    index: Tensor<Rank5<A, Picked, C, D, E>>,
): Tensor<Rank5<A, Picked, C, D, E>> = Tensor(gather(value, 1, index.value))

/** Along [over], the elements whose numbers (int64) [index] holds. `[A, B, C, D, E] [A, B, Picked, D, E] -> [A, B, Picked, D, E]` */
@ShapeRule(
    "[a, b, c, d, e] [ai, bi, picked, di, ei] -> [ai, bi, picked, di, ei] where " +
        "ai <= a \"index is larger than the input\", " +
        "bi <= b \"index is larger than the input\", " +
        "di <= d \"index is larger than the input\", " +
        "ei <= e \"index is larger than the input\"",
)
@JvmName("gather5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Picked : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.gather(
    over: C,
    index: Tensor<Rank5<A, B, Picked, D, E>>,
): Tensor<Rank5<A, B, Picked, D, E>> = Tensor(gather(value, 2, index.value))

/** Along [over], the elements whose numbers (int64) [index] holds. `[A, B, C, D, E] [A, B, C, Picked, E] -> [A, B, C, Picked, E]` */
@ShapeRule(
    "[a, b, c, d, e] [ai, bi, ci, picked, ei] -> [ai, bi, ci, picked, ei] where " +
        "ai <= a \"index is larger than the input\", " +
        "bi <= b \"index is larger than the input\", " +
        "ci <= c \"index is larger than the input\", " +
        "ei <= e \"index is larger than the input\"",
)
@JvmName("gather5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Picked : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.gather(
    over: D,
    index: Tensor<Rank5<A, B, C, Picked, E>>,
): Tensor<Rank5<A, B, C, Picked, E>> = Tensor(gather(value, 3, index.value))

/** Along [over], the elements whose numbers (int64) [index] holds. `[A, B, C, D, E] [A, B, C, D, Picked] -> [A, B, C, D, Picked]` */
@ShapeRule(
    "[a, b, c, d, e] [ai, bi, ci, di, picked] -> [ai, bi, ci, di, picked] where " +
        "ai <= a \"index is larger than the input\", " +
        "bi <= b \"index is larger than the input\", " +
        "ci <= c \"index is larger than the input\", " +
        "di <= d \"index is larger than the input\"",
)
@JvmName("gather5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, Picked : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.gather(
    over: E,
    index: Tensor<Rank5<A, B, C, D, Picked>>,
): Tensor<Rank5<A, B, C, D, Picked>> = Tensor(gather(value, 4, index.value))
