package dev.rankine.tensor

import dev.rankine.ops.dot
import dev.rankine.ops.matmul
import dev.rankine.ops.outer
import dev.rankine.ops.squeeze
import dev.rankine.ops.unsqueeze
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** The products of the last axis with a vector. `[Inner] [Inner] -> []` */
@ShapeRule("[inner] [inner] -> []")
@JvmName("dot1")
public infix fun <Inner : Dim<*>> Tensor<Vec<Inner>>.dot(other: Tensor<Vec<Inner>>): Tensor<Scalar> = Tensor(dot(value, other.value))

/** The products of the last axis with a vector. `[A, Inner] [Inner] -> [A]` */
@ShapeRule("[a, inner] [inner] -> [a]")
@JvmName("mv2")
public infix fun <A : Dim<*>, Inner : Dim<*>> Tensor<Mat<A, Inner>>.mv(other: Tensor<Vec<Inner>>): Tensor<Vec<A>> =
    Tensor(squeeze(matmul(value, unsqueeze(other.value, 1)), -1))

/** The products of the last axis with a vector. `[A, B, Inner] [Inner] -> [A, B]` */
@ShapeRule("[a, b, inner] [inner] -> [a, b]")
@JvmName("mv3")
public infix fun <A : Dim<*>, B : Dim<*>, Inner : Dim<*>> Tensor<Cube<A, B, Inner>>.mv(other: Tensor<Vec<Inner>>): Tensor<Mat<A, B>> =
    Tensor(squeeze(matmul(value, unsqueeze(other.value, 1)), -1))

/** The products of the last axis with a vector. `[A, B, C, Inner] [Inner] -> [A, B, C]` */
@ShapeRule("[a, b, c, inner] [inner] -> [a, b, c]")
@JvmName("mv4")
public infix fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, Inner : Dim<*>> Tensor<Rank4<A, B, C, Inner>>.mv(
    other: Tensor<Vec<Inner>>,
): Tensor<Cube<A, B, C>> = Tensor(squeeze(matmul(value, unsqueeze(other.value, 1)), -1))

/** The products of the last axis with a vector. `[A, B, C, D, Inner] [Inner] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d, inner] [inner] -> [a, b, c, d]")
@JvmName("mv5")
public infix fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, Inner : Dim<*>> Tensor<Rank5<A, B, C, D, Inner>>.mv(
    other: Tensor<Vec<Inner>>,
): Tensor<Rank4<A, B, C, D>> = Tensor(squeeze(matmul(value, unsqueeze(other.value, 1)), -1))

/** The products of all elements of one vector with all of the other. `[A] [B] -> [A, B]` */
@ShapeRule("[a] [b] -> [a, b]")
@JvmName("outer1")
public infix fun <A : Dim<*>, B : Dim<*>> Tensor<Vec<A>>.outer(other: Tensor<Vec<B>>): Tensor<Mat<A, B>> = Tensor(outer(value, other.value))
