package dev.rankine.tensor

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Plus
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Vec

/** The parts that were joined along the last axis, without a copy. `[Plus<A, B>] -> [A] [B]` */
@JvmName("splitPlus1")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Vec<Plus<A, B>>>.split(a: Sized<A>, b: Sized<B>): Pair<Tensor<Vec<A>>, Tensor<Vec<B>>> =
    parted(value, 0, a.toAxis(), b.toAxis()).tensors()

/** The parts that were joined along the first axis, without a copy. `[Plus<A, B>] -> [A] [B]` */
@JvmName("splitFirstPlus1")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Vec<Plus<A, B>>>.splitFirst(a: Sized<A>, b: Sized<B>): Pair<Tensor<Vec<A>>, Tensor<Vec<B>>> =
    parted(value, 0, a.toAxis(), b.toAxis()).tensors()

/** The parts that were joined along the last axis, without a copy. `[C, Plus<A, B>] -> [C, A] [C, B]` */
@JvmName("splitPlus2")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Mat<C, Plus<A, B>>>.split(
    a: Sized<A>,
    b: Sized<B>,
): Pair<Tensor<Mat<C, A>>, Tensor<Mat<C, B>>> = parted(value, 1, a.toAxis(), b.toAxis()).tensors()

/** The parts that were joined along the first axis, without a copy. `[Plus<A, B>, C] -> [A, C] [B, C]` */
@JvmName("splitFirstPlus2")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Mat<Plus<A, B>, C>>.splitFirst(
    a: Sized<A>,
    b: Sized<B>,
): Pair<Tensor<Mat<A, C>>, Tensor<Mat<B, C>>> = parted(value, 0, a.toAxis(), b.toAxis()).tensors()

/** The parts that were joined along the last axis, without a copy. `[C, D, Plus<A, B>] -> [C, D, A] [C, D, B]` */
@JvmName("splitPlus3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Cube<C, D, Plus<A, B>>>.split(
    a: Sized<A>,
    b: Sized<B>,
): Pair<Tensor<Cube<C, D, A>>, Tensor<Cube<C, D, B>>> = parted(value, 2, a.toAxis(), b.toAxis()).tensors()

/** The parts that were joined along the first axis, without a copy. `[Plus<A, B>, C, D] -> [A, C, D] [B, C, D]` */
@JvmName("splitFirstPlus3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Cube<Plus<A, B>, C, D>>.splitFirst(
    a: Sized<A>,
    b: Sized<B>,
): Pair<Tensor<Cube<A, C, D>>, Tensor<Cube<B, C, D>>> = parted(value, 0, a.toAxis(), b.toAxis()).tensors()

/** The parts that were joined along the last axis, without a copy. `[C, D, E, Plus<A, B>] -> [C, D, E, A] [C, D, E, B]` */
@JvmName("splitPlus4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank4<C, D, E, Plus<A, B>>>.split(
    a: Sized<A>,
    b: Sized<B>,
): Pair<Tensor<Rank4<C, D, E, A>>, Tensor<Rank4<C, D, E, B>>> = parted(value, 3, a.toAxis(), b.toAxis()).tensors()

/** The parts that were joined along the first axis, without a copy. `[Plus<A, B>, C, D, E] -> [A, C, D, E] [B, C, D, E]` */
@JvmName("splitFirstPlus4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank4<Plus<A, B>, C, D, E>>.splitFirst(
    a: Sized<A>,
    b: Sized<B>,
): Pair<Tensor<Rank4<A, C, D, E>>, Tensor<Rank4<B, C, D, E>>> = parted(value, 0, a.toAxis(), b.toAxis()).tensors()

/** The parts that were joined along the last axis, without a copy. `[C, D, E, F, Plus<A, B>] -> [C, D, E, F, A] [C, D, E, F, B]` */
@JvmName("splitPlus5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, F : Dim<*>> Tensor<Rank5<C, D, E, F, Plus<A, B>>>.split(
    a: Sized<A>,
    b: Sized<B>,
): Pair<Tensor<Rank5<C, D, E, F, A>>, Tensor<Rank5<C, D, E, F, B>>> = parted(value, 4, a.toAxis(), b.toAxis()).tensors()

/** The parts that were joined along the first axis, without a copy. `[Plus<A, B>, C, D, E, F] -> [A, C, D, E, F] [B, C, D, E, F]` */
@JvmName("splitFirstPlus5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, F : Dim<*>> Tensor<Rank5<Plus<A, B>, C, D, E, F>>.splitFirst(
    a: Sized<A>,
    b: Sized<B>,
): Pair<Tensor<Rank5<A, C, D, E, F>>, Tensor<Rank5<B, C, D, E, F>>> = parted(value, 0, a.toAxis(), b.toAxis()).tensors()

/** The parts that were joined along the axis `A+B`, without a copy. `[C, Plus<A, B>, D] -> [C, A, D] [C, B, D]` */
@JvmName("splitPlus3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Cube<C, Plus<A, B>, D>>.split(
    a: Sized<A>,
    b: Sized<B>,
): Pair<Tensor<Cube<C, A, D>>, Tensor<Cube<C, B, D>>> = parted(value, 1, a.toAxis(), b.toAxis()).tensors()

/** The parts that were joined along the axis `A+B`, without a copy. `[C, Plus<A, B>, D, E] -> [C, A, D, E] [C, B, D, E]` */
@JvmName("splitPlus4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank4<C, Plus<A, B>, D, E>>.split(
    a: Sized<A>,
    b: Sized<B>,
): Pair<Tensor<Rank4<C, A, D, E>>, Tensor<Rank4<C, B, D, E>>> = parted(value, 1, a.toAxis(), b.toAxis()).tensors()

/** The parts that were joined along the axis `A+B`, without a copy. `[C, D, Plus<A, B>, E] -> [C, D, A, E] [C, D, B, E]` */
@JvmName("splitPlus4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank4<C, D, Plus<A, B>, E>>.split(
    a: Sized<A>,
    b: Sized<B>,
): Pair<Tensor<Rank4<C, D, A, E>>, Tensor<Rank4<C, D, B, E>>> = parted(value, 2, a.toAxis(), b.toAxis()).tensors()

/** The parts that were joined along the axis `A+B`, without a copy. `[C, Plus<A, B>, D, E, F] -> [C, A, D, E, F] [C, B, D, E, F]` */
@JvmName("splitPlus5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, F : Dim<*>> Tensor<Rank5<C, Plus<A, B>, D, E, F>>.split(
    a: Sized<A>,
    b: Sized<B>,
): Pair<Tensor<Rank5<C, A, D, E, F>>, Tensor<Rank5<C, B, D, E, F>>> = parted(value, 1, a.toAxis(), b.toAxis()).tensors()

/** The parts that were joined along the axis `A+B`, without a copy. `[C, D, Plus<A, B>, E, F] -> [C, D, A, E, F] [C, D, B, E, F]` */
@JvmName("splitPlus5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, F : Dim<*>> Tensor<Rank5<C, D, Plus<A, B>, E, F>>.split(
    a: Sized<A>,
    b: Sized<B>,
): Pair<Tensor<Rank5<C, D, A, E, F>>, Tensor<Rank5<C, D, B, E, F>>> = parted(value, 2, a.toAxis(), b.toAxis()).tensors()

/** The parts that were joined along the axis `A+B`, without a copy. `[C, D, E, Plus<A, B>, F] -> [C, D, E, A, F] [C, D, E, B, F]` */
@JvmName("splitPlus5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>, F : Dim<*>> Tensor<Rank5<C, D, E, Plus<A, B>, F>>.split(
    a: Sized<A>,
    b: Sized<B>,
): Pair<Tensor<Rank5<C, D, E, A, F>>, Tensor<Rank5<C, D, E, B, F>>> = parted(value, 3, a.toAxis(), b.toAxis()).tensors()
