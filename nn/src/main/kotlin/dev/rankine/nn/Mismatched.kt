package dev.rankine.nn

import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor

// What the compiler chooses when no form of invoke fits: their message is the error message. They give the type that a fitting
// tensor would have given, so that one mistake is one error.

private const val MISMATCHED = "shape: the last axis of the tensor is not the input axis of the layer"

/** Refused at compile time: the last axis of [x] is not the input axis of the layer. */
@Deprecated(MISMATCHED, level = DeprecationLevel.ERROR)
@JvmName("invokeMismatched1")
public operator fun <Last : Dim<*>, O : Dim<*>> Layer<*, O>.invoke(x: Tensor<Vec<Last>>): Tensor<Vec<O>> = typed(x)

/** Refused at compile time: the last axis of [x] is not the input axis of the layer. */
@Deprecated(MISMATCHED, level = DeprecationLevel.ERROR)
@JvmName("invokeMismatched2")
public operator fun <A : Dim<*>, Last : Dim<*>, O : Dim<*>> Layer<*, O>.invoke(x: Tensor<Mat<A, Last>>): Tensor<Mat<A, O>> = typed(x)

/** Refused at compile time: the last axis of [x] is not the input axis of the layer. */
@Deprecated(MISMATCHED, level = DeprecationLevel.ERROR)
@JvmName("invokeMismatched3")
public operator fun <A : Dim<*>, B : Dim<*>, Last : Dim<*>, O : Dim<*>> Layer<*, O>.invoke(
    x: Tensor<Cube<A, B, Last>>,
): Tensor<Cube<A, B, O>> = typed(x)

/** Refused at compile time: the last axis of [x] is not the input axis of the layer. */
@Deprecated(MISMATCHED, level = DeprecationLevel.ERROR)
@JvmName("invokeMismatched4")
public operator fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Last : Dim<*>, O : Dim<*>> Layer<*, O>.invoke(
    x: Tensor<Rank4<A, B, C, Last>>,
): Tensor<Rank4<A, B, C, O>> = typed(x)

/** Refused at compile time: nothing fits, whatever the rank. */
@Deprecated(MISMATCHED, level = DeprecationLevel.ERROR)
@JvmName("invokeMismatched")
public operator fun Layer<*, *>.invoke(x: Tensor<*>): Tensor<AnyShape> = typed(x)
