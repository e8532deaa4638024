package dev.rankine.autodiff

import dev.rankine.ops.Value
import dev.rankine.ops.named
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

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

/**
 * The gradient of the number [of] with respect to [wrt]; the `gradient` of leaves is left alone. See [gradients] for several at once.
 *
 * @param retainGraph keeps the graph, so that another backward can run through it.
 * @param createGraph records the gradient itself, for higher orders; implies [retainGraph].
 * @throws GradientException if [of] does not depend on [wrt].
 */
public fun <S : Shape> gradient(
    of: Tensor<Scalar>,
    wrt: Tensor<S>,
    retainGraph: Boolean = false,
    createGraph: Boolean = false,
): Tensor<S> = gradients(of.value, listOf(wrt.value), retainGraph = retainGraph, createGraph = createGraph).single().like(wrt)

/**
 * The result of [function] at [x] and its derivative along [tangent]. See the untyped form.
 *
 * @throws GradientException if the result does not depend on [x].
 */
public fun <In : Shape, Out : Shape> jvp(
    x: Tensor<In>,
    tangent: Tensor<In>,
    function: (Tensor<In>) -> Tensor<Out>,
): Pair<Tensor<Out>, Tensor<Out>> {
    lateinit var result: Tensor<Out>
    val (y, dy) = jvp(listOf(x.value), listOf(tangent.value)) { (point) -> function(point.like(x)).also { result = it }.value }
    return y.like(result) to dy.like(result)
}

/** This value under the shape and the names of [tensor], whose sizes it has. */
@OptIn(UncheckedShape::class)
private fun <S : Shape> Value.like(tensor: Tensor<S>): Tensor<S> = named(tensor.sizes).unchecked()
