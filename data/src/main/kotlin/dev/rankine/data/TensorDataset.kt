package dev.rankine.data

import dev.rankine.ops.Value
import dev.rankine.ops.detach
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeException
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * Examples that are in memory as tensors, one per index of their first axes. `[n, ...] [n, ...]`; a batch of k is `[k, ...] [k, ...]`
 * under the same dims.
 *
 * The tensors are held, not copied. For another number of tensors than two there is [tensorDataset].
 *
 * @throws ShapeException if a tensor has no axis or the first axes differ in size.
 */
public class TensorDataset<X : Shape, Y : Shape>(inputs: Tensor<X>, targets: Tensor<Y>) : Dataset<Labelled<X, Y>> {
    private val columns = TensorColumns(listOf("inputs" to inputs, "targets" to targets))

    override val size: Int get() = columns.size

    override fun batch(indices: IntArray): Labelled<X, Y> = Labelled(columns.rows(0, indices), columns.rows(1, indices))
}

/**
 * Examples that are in memory as one tensor. `[n, ...]`; a batch of k is `[k, ...]`. The tensor is held, not copied.
 *
 * @throws ShapeException if it has no axis.
 */
public fun <X : Shape> tensorDataset(examples: Tensor<X>): Dataset<Tensor<X>> {
    val columns = TensorColumns(listOf("examples" to examples))
    return columns.dataset { columns.rows(0, it) }
}

/**
 * Examples that are in memory as three tensors, one per index of their first axes. `[n, ...] [n, ...] [n, ...]`; for more there is [zip]. The tensors
 * are held, not copied.
 *
 * @throws ShapeException if a tensor has no axis or the first axes differ in size.
 */
public fun <X : Shape, Y : Shape, Z : Shape> tensorDataset(
    first: Tensor<X>,
    second: Tensor<Y>,
    third: Tensor<Z>,
): Dataset<Triple<Tensor<X>, Tensor<Y>, Tensor<Z>>> {
    val columns = TensorColumns(listOf("first" to first, "second" to second, "third" to third))
    return columns.dataset { Triple(columns.rows(0, it), columns.rows(1, it), columns.rows(2, it)) }
}

/**
 * Examples that are in memory as any number of tensors, one per index of their first axes; a batch is as many tensors. They are held, not copied.
 *
 * @throws ShapeException if there is none, one has no axis, or the first axes differ in size.
 */
public fun tensorDataset(tensors: List<Tensor<*>>): Dataset<List<Tensor<*>>> {
    val columns = TensorColumns(tensors.mapIndexed { i, tensor -> "tensor $i" to tensor })
    return columns.dataset { indices -> tensors.indices.map { columns.rows<Shape>(it, indices) } }
}

/** Tensors with as many rows. */
private class TensorColumns(named: List<Pair<String, Tensor<*>>>) {
    private val values: List<Value> = named.map { it.second.value.detach() }

    init {
        val operands = named.map { (name, tensor) -> name to tensor.sizes }
        if (operands.isEmpty()) throw ShapeException("tensor dataset: needs at least one tensor")
        if (operands.any { it.second.rank == 0 }) throw ShapeException("tensor dataset: a scalar holds no examples", operands)
        val (first, sizes) = operands[0]
        operands.firstOrNull { it.second[0] != sizes[0] }?.let { (other, wrong) ->
            throw ShapeException("tensor dataset: $first and $other differ in number: ${sizes[0]} != ${wrong[0]}", operands)
        }
    }

    val size: Int get() = values[0].sizes[0]

    @OptIn(UncheckedShape::class) // only the size of the first axis changes, which the type does not state
    fun <S : Shape> rows(column: Int, indices: IntArray): Tensor<S> = rows(values[column], indices).unchecked()

    inline fun <B> dataset(crossinline batch: (IntArray) -> B): Dataset<B> =
        object : Dataset<B> {
            override val size: Int get() = this@TensorColumns.size

            override fun batch(indices: IntArray): B = batch(indices)
        }
}
