package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Shape
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

private const val PRINTED = "Sequential"

/** What `then` makes of layers: a [Sequential] whose ends are typed. */
internal class Chain<I : Dim<*>, O : Dim<*>>(val layers: List<Mapping>) : Layer<I, O>() {
    init {
        checkNeighbours(layers)
        layers.forEachIndexed { i, layer -> add("$i", layer) }
    }

    override val takes: KnownAxis? get() = layers.first().takes

    override fun gives(before: KnownAxis?): KnownAxis? = flow(layers, before)

    /** Sound because the layer that gave the axis has the type that `then` compared. */
    @Suppress("UNCHECKED_CAST")
    override val inputAxis: Axis<I>? get() = takes?.axis as Axis<I>?

    /** Sound as [inputAxis] is. */
    @Suppress("UNCHECKED_CAST")
    override val outputAxis: Axis<O>? get() = gives(null)?.axis as Axis<O>?

    override val word: String get() = PRINTED

    override fun forward(x: Value): Value = inOrder(layers, x)
}

/** What `then` makes of nets and layers: a [Sequential] whose ends are typed. */
internal class NetChain<In : Shape, Out : Shape>(val parts: List<Mapping>) : Net<In, Out>() {
    init {
        checkNeighbours(parts)
        parts.forEachIndexed { i, part -> add("$i", part) }
    }

    override val takes: KnownAxis? get() = parts.first().takes

    override fun gives(before: KnownAxis?): KnownAxis? = flow(parts, before)

    override val word: String get() = PRINTED

    @OptIn(UncheckedShape::class)
    override fun forward(x: Tensor<In>): Tensor<Out> = inOrder(parts, x.value).unchecked()
}

/** What a chain consists of; anything else is one part. A chain of chains is one chain: names stay `0`, `1`, ... */
internal val Layer<*, *>.links: List<Mapping> get() = if (this is Chain) layers else listOf(this)

/** What a chain consists of; anything else is one part. */
internal val Net<*, *>.links: List<Mapping> get() = if (this is NetChain) parts else listOf(this)
