@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.ShapeChain
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * Any mappings one after the other, PyTorch's `nn.Sequential`. Children are called `0`, `1`, ... The compiler checks nothing here: what does
 * not fit is found when the chain is built, where neighbours say what they give and take, or when it runs. Layers and nets chain with [then],
 * which checks.
 *
 * @property parts the mappings in the order in which they run.
 * @throws dev.rankine.shapes.ShapeException if a part is known not to take what the part before it gives.
 */
@ShapeChain
public class Sequential(public val parts: List<Mapping>) : Mapping() {
    /** `Sequential(Conv2d(Colors, Maps, 3), Flatten(), Linear(Features, Digit))`. */
    public constructor(vararg parts: Mapping) : this(parts.toList())

    init {
        checkNeighbours(parts)
        parts.forEachIndexed { i, part -> add("$i", part) }
    }

    override val takes: KnownAxis? get() = parts.firstOrNull()?.takes

    override fun gives(before: KnownAxis?): KnownAxis? = flow(parts, before)

    override fun forward(x: Value): Value = inOrder(parts, x)

    /** Untyped: all is checked at run time. */
    @OptIn(UncheckedShape::class)
    public operator fun invoke(x: Tensor<AnyShape>): Tensor<AnyShape> = call(x.value).unchecked()
}
