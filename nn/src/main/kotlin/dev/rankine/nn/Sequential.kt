@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.scope
import dev.rankine.shapes.Dim

/**
 * Layers one after the other. Children are called `0`, `1`, ... as in PyTorch's `nn.Sequential`, activations count.
 * Made with [then] and the activations: `Linear(Pixels, Hidden).relu() then Linear(Hidden, Digit)`.
 */
public class Sequential<I : Dim<*>, O : Dim<*>> internal constructor(internal val layers: List<Layer<*, *>>) : Layer<I, O>() {
    init {
        layers.forEachIndexed { i, layer -> add("$i", layer) }
    }

    override fun forward(x: Value): Value = first(layers.size, x)

    /** The first [count] layers, each in a scope with those before it: what goes into a layer is returned when the layer is done. */
    private fun first(count: Int, x: Value): Value =
        if (count == 0) x else scope("$word.${count - 1}") { layers[count - 1].call(first(count - 1, x)) }
}

/** This layer, then [next]: its output axis must be the input axis of [next]. A chain of chains is one chain: names stay `0`, `1`, ... */
public infix fun <I : Dim<*>, M : Dim<*>, O : Dim<*>> Layer<I, M>.then(next: Layer<M, O>): Layer<I, O> =
    Sequential(parts(this) + parts(next))

private fun parts(layer: Layer<*, *>): List<Layer<*, *>> = if (layer is Sequential<*, *>) layer.layers else listOf(layer)
