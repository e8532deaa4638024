package dev.rankine.autodiff

import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.tensor.Tensor

/**
 * Computes the gradient of this number with respect to every leaf it depends on, and adds it to the leaf's `gradient`.
 *
 * @param retainGraph keeps the graph, so that a second backward can run through it.
 * @param createGraph records the gradients themselves, for higher orders; implies [retainGraph].
 * @throws GradientException if no gradient can flow, or the graph was released by an earlier backward.
 */
public fun Tensor<Scalar>.backward(retainGraph: Boolean = false, createGraph: Boolean = false): Unit =
    value.backward(null, retainGraph, createGraph)

/** As the other [backward], from the [gradient] of whatever is wanted with respect to this tensor. */
public fun <S : Shape> Tensor<S>.backward(gradient: Tensor<S>, retainGraph: Boolean = false, createGraph: Boolean = false): Unit =
    value.backward(gradient.value, retainGraph, createGraph)
