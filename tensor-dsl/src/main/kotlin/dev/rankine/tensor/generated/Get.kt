package dev.rankine.tensor

import dev.rankine.ops.select
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** `x[Batch, 0]`: as [select], element [index] along [over]. `[A] -> []` */
@ShapeRule("[a] index=? -> [] where index >= 0 - a \"not all there\", index < a \"not all there\"")
@JvmName("get1A")
public operator fun <A : Dim<*>> Tensor<Vec<A>>.get(over: A, index: Int): Tensor<Scalar> = Tensor(select(value, 0, index))

/** `x[Batch, 0]`: as [select], element [index] along [over]. `[A, B] -> [B]` */
@ShapeRule("[a, b] index=? -> [b] where index >= 0 - a \"not all there\", index < a \"not all there\"")
@JvmName("get2A")
public operator fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.get(over: A, index: Int): Tensor<Vec<B>> = Tensor(select(value, 0, index))

/** `x[Batch, 0]`: as [select], element [index] along [over]. `[A, B] -> [A]` */
@ShapeRule("[a, b] index=? -> [a] where index >= 0 - b \"not all there\", index < b \"not all there\"")
@JvmName("get2B")
public operator fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.get(over: B, index: Int): Tensor<Vec<A>> = Tensor(select(value, 1, index))

/** `x[Batch, 0]`: as [select], element [index] along [over]. `[A, B, C] -> [B, C]` */
@ShapeRule("[a, b, c] index=? -> [b, c] where index >= 0 - a \"not all there\", index < a \"not all there\"")
@JvmName("get3A")
public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.get(over: A, index: Int): Tensor<Mat<B, C>> =
    Tensor(select(value, 0, index))

/** `x[Batch, 0]`: as [select], element [index] along [over]. `[A, B, C] -> [A, C]` */
@ShapeRule("[a, b, c] index=? -> [a, c] where index >= 0 - b \"not all there\", index < b \"not all there\"")
@JvmName("get3B")
public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.get(over: B, index: Int): Tensor<Mat<A, C>> =
    Tensor(select(value, 1, index))

/** `x[Batch, 0]`: as [select], element [index] along [over]. `[A, B, C] -> [A, B]` */
@ShapeRule("[a, b, c] index=? -> [a, b] where index >= 0 - c \"not all there\", index < c \"not all there\"")
@JvmName("get3C")
public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.get(over: C, index: Int): Tensor<Mat<A, B>> =
    Tensor(select(value, 2, index))

/** `x[Batch, 0]`: as [select], element [index] along [over]. `[A, B, C, D] -> [B, C, D]` */
@ShapeRule("[a, b, c, d] index=? -> [b, c, d] where index >= 0 - a \"not all there\", index < a \"not all there\"")
@JvmName("get4A")
public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.get(
    over: A,
    index: Int,
): Tensor<Cube<B, C, D>> = Tensor(select(value, 0, index))

/** `x[Batch, 0]`: as [select], element [index] along [over]. `[A, B, C, D] -> [A, C, D]` */
@ShapeRule("[a, b, c, d] index=? -> [a, c, d] where index >= 0 - b \"not all there\", index < b \"not all there\"")
@JvmName("get4B")
public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.get(
    over: B,
    index: Int,
): Tensor<Cube<A, C, D>> = Tensor(select(value, 1, index))

/** `x[Batch, 0]`: as [select], element [index] along [over]. `[A, B, C, D] -> [A, B, D]` */
@ShapeRule("[a, b, c, d] index=? -> [a, b, d] where index >= 0 - c \"not all there\", index < c \"not all there\"")
@JvmName("get4C")
public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.get(
    over: C,
    index: Int,
): Tensor<Cube<A, B, D>> = Tensor(select(value, 2, index))

/** `x[Batch, 0]`: as [select], element [index] along [over]. `[A, B, C, D] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] index=? -> [a, b, c] where index >= 0 - d \"not all there\", index < d \"not all there\"")
@JvmName("get4D")
public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.get(
    over: D,
    index: Int,
): Tensor<Cube<A, B, C>> = Tensor(select(value, 3, index))

/** `x[Batch, 0]`: as [select], element [index] along [over]. `[A, B, C, D, E] -> [B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] index=? -> [b, c, d, e] where index >= 0 - a \"not all there\", index < a \"not all there\"")
@JvmName("get5A")
public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.get(
    over: A,
    index: Int,
): Tensor<Rank4<B, C, D, E>> = Tensor(select(value, 0, index))

/** `x[Batch, 0]`: as [select], element [index] along [over]. `[A, B, C, D, E] -> [A, C, D, E]` */
@ShapeRule("[a, b, c, d, e] index=? -> [a, c, d, e] where index >= 0 - b \"not all there\", index < b \"not all there\"")
@JvmName("get5B")
public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.get(
    over: B,
    index: Int,
): Tensor<Rank4<A, C, D, E>> = Tensor(select(value, 1, index))

/** `x[Batch, 0]`: as [select], element [index] along [over]. `[A, B, C, D, E] -> [A, B, D, E]` */
@ShapeRule("[a, b, c, d, e] index=? -> [a, b, d, e] where index >= 0 - c \"not all there\", index < c \"not all there\"")
@JvmName("get5C")
public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.get(
    over: C,
    index: Int,
): Tensor<Rank4<A, B, D, E>> = Tensor(select(value, 2, index))

/** `x[Batch, 0]`: as [select], element [index] along [over]. `[A, B, C, D, E] -> [A, B, C, E]` */
@ShapeRule("[a, b, c, d, e] index=? -> [a, b, c, e] where index >= 0 - d \"not all there\", index < d \"not all there\"")
@JvmName("get5D")
public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.get(
    over: D,
    index: Int,
): Tensor<Rank4<A, B, C, E>> = Tensor(select(value, 3, index))

/** `x[Batch, 0]`: as [select], element [index] along [over]. `[A, B, C, D, E] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, e] index=? -> [a, b, c, d] where index >= 0 - e \"not all there\", index < e \"not all there\"")
@JvmName("get5E")
public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.get(
    over: E,
    index: Int,
): Tensor<Rank4<A, B, C, D>> = Tensor(select(value, 4, index))
