package dev.rankine.tensor

import dev.rankine.ops.scaledDotProductAttention
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule

/** `softmax(this key^T * scale + mask) values`. `[T, K] [S, K] [S, V] -> [T, V]` */
@ShapeRule("[t, k] [s, k] [s, v] mask:[*m]? -> [t, v]")
@JvmName("scaledDotProductAttention2")
public fun <T : Dim<*>, S : Dim<*>, K : Dim<*>, V : Dim<*>> Tensor<Mat<T, K>>.scaledDotProductAttention(
    key: Tensor<Mat<S, K>>,
    values: Tensor<Mat<S, V>>,
    mask: Tensor<out Mat<T, S>>? = null,
    isCausal: Boolean = false,
    dropoutP: Double = 0.0,
    scale: Double? = null,
): Tensor<Mat<T, V>> = Tensor(scaledDotProductAttention(value, key.value, values.value, mask?.value, isCausal, dropoutP, scale))

/** `softmax(this key^T * scale + mask) values`. `[A, T, K] [A, S, K] [A, S, V] -> [A, T, V]` */
@ShapeRule("[a, t, k] [a, s, k] [a, s, v] mask:[*m]? -> [a, t, v]")
@JvmName("scaledDotProductAttention3")
public fun <A : Dim<*>, T : Dim<*>, S : Dim<*>, K : Dim<*>, V : Dim<*>> Tensor<Cube<A, T, K>>.scaledDotProductAttention(
    key: Tensor<Cube<A, S, K>>,
    values: Tensor<Cube<A, S, V>>,
    mask: Tensor<out Cube<A, T, S>>? = null,
    isCausal: Boolean = false,
    dropoutP: Double = 0.0,
    scale: Double? = null,
): Tensor<Cube<A, T, V>> = Tensor(scaledDotProductAttention(value, key.value, values.value, mask?.value, isCausal, dropoutP, scale))

/** `softmax(this key^T * scale + mask) values`. `[A, B, T, K] [A, B, S, K] [A, B, S, V] -> [A, B, T, V]` */
@ShapeRule("[a, b, t, k] [a, b, s, k] [a, b, s, v] mask:[*m]? -> [a, b, t, v]")
@JvmName("scaledDotProductAttention4")
public fun <A : Dim<*>, B : Dim<*>, T : Dim<*>, S : Dim<*>, K : Dim<*>, V : Dim<*>> Tensor<Rank4<A, B, T, K>>.scaledDotProductAttention(
    key: Tensor<Rank4<A, B, S, K>>,
    values: Tensor<Rank4<A, B, S, V>>,
    mask: Tensor<out Rank4<A, B, T, S>>? = null,
    isCausal: Boolean = false,
    dropoutP: Double = 0.0,
    scale: Double? = null,
): Tensor<Rank4<A, B, T, V>> = Tensor(scaledDotProductAttention(value, key.value, values.value, mask?.value, isCausal, dropoutP, scale))

/** `softmax(this key^T * scale + mask) values`. `[A, B, C, T, K] [A, B, C, S, K] [A, B, C, S, V] -> [A, B, C, T, V]` */
@ShapeRule("[a, b, c, t, k] [a, b, c, s, k] [a, b, c, s, v] mask:[*m]? -> [a, b, c, t, v]")
@JvmName("scaledDotProductAttention5")
public fun <
    A : Dim<*>,
    B : Dim<*>,
    C : Dim<*>,
    T : Dim<*>,
    S : Dim<*>,
    K : Dim<*>,
    V : Dim<*>,
> Tensor<Rank5<A, B, C, T, K>>.scaledDotProductAttention(
    key: Tensor<Rank5<A, B, C, S, K>>,
    values: Tensor<Rank5<A, B, C, S, V>>,
    mask: Tensor<out Rank5<A, B, C, T, S>>? = null,
    isCausal: Boolean = false,
    dropoutP: Double = 0.0,
    scale: Double? = null,
): Tensor<Rank5<A, B, C, T, V>> = Tensor(scaledDotProductAttention(value, key.value, values.value, mask?.value, isCausal, dropoutP, scale))
