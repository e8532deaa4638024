package dev.rankine.data

import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value
import dev.rankine.ops.detach
import dev.rankine.ops.indexSelect
import dev.rankine.ops.noGrad
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Axis
import dev.rankine.shapes.DType
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * Examples that are in memory as tensors, one per index of their first axes. `[n, ...] [n, ...]`; a batch of k is `[k, ...] [k, ...]`
 * under the same dims.
 *
 * The tensors are held, not copied.
 *
 * @throws ShapeException if a tensor has no axis or the first axes differ in size.
 */
public class TensorDataset<X : Shape, Y : Shape>(inputs: Tensor<X>, targets: Tensor<Y>) : Dataset<Labelled<X, Y>> {
    private val inputs = inputs.value.detach()
    private val targets = targets.value.detach()

    override val size: Int get() = inputs.sizes[0]

    init {
        val operands = listOf("inputs" to inputs.sizes, "targets" to targets.sizes)
        if (operands.any { it.second.rank == 0 }) throw ShapeException("tensor dataset: a scalar holds no examples", operands)
        if (inputs.sizes[0] != targets.sizes[0]) {
            throw ShapeException("tensor dataset: inputs and targets differ in number: ${inputs.sizes[0]} != ${targets.sizes[0]}", operands)
        }
    }

    @OptIn(UncheckedShape::class) // only the size of the first axis changes, which the type does not state
    override fun batch(indices: IntArray): Labelled<X, Y> = Labelled(rows(inputs, indices).unchecked(), rows(targets, indices).unchecked())

    private fun rows(all: Value, indices: IntArray): Value =
        noGrad {
            val index = valueOf(indices, DType.I32, Sizes.of(indices.size), all.backend)
            val rows = indexSelect(all, 0, index)
            Value(rows.dtype, rows.layout.named(named(rows.sizes, all.sizes)), rows.backend, Evaluator.store(rows))
        }
}

/** [sizes] under the names of [all]: the first axis too, where its dim declares no size. */
private fun named(sizes: Sizes, all: Sizes): Sizes {
    val first =
        all
            .axis(0)
            ?.dim
            ?.takeIf { it.size == null || it.size == sizes[0] }
            ?.let { Axis(it, sizes[0], "a batch of ${sizes[0]} of ${all[0]} examples") }
    return sizes.withAxes(Array(sizes.rank) { if (it == 0) first else all.axis(it) })
}
