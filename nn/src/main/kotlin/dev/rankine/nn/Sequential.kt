package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.shapes.Dim

/**
 * Layers one after the other. Children are called `0`, `1`, ... as in PyTorch's `nn.Sequential`, activations count.
 * Made with [then] and the activations: `Linear(Pixels, Hidden).relu() then Linear(Hidden, Digit)`.
 */
public class Sequential<I : Dim<*>, O : Dim<*>> internal constructor(internal val layers: List<Layer<*, *>>) : Layer<I, O>() {
    init {
        layers.forEachIndexed { i, layer -> add("$i", layer) }
    }

    override fun forward(x: Value): Value = layers.fold(x) { value, layer -> layer.call(value) }
}

/** This layer, then [next]: its output axis must be the input axis of [next]. */
public infix fun <I : Dim<*>, M : Dim<*>, O : Dim<*>> Layer<I, M>.then(next: Layer<M, O>): Layer<I, O> = Sequential(parts(this) + parts(next))

/** A chain is flattened, so that names stay `0`, `1`, ... however it was put together. */
internal fun parts(layer: Layer<*, *>): List<Layer<*, *>> = if (layer is Sequential<*, *>) layer.layers else listOf(layer)
