@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

/** The sizes of a line, plane or volume whose maxima are put back ([sizes]). */
public data class UnpoolAttributes(public val sizes: List<Int>)

private val rules =
    listOf(
        "input:[*p, c, l] indices:[*p, c, l] length=? -> [*p, c, length] where rank(p) <= 1 \"needs a batch of lines or lines: axes\"",
        "input:[*p, c, h, w] indices:[*p, c, h, w] height=? width=? -> [*p, c, height, width] where " +
            "rank(p) <= 1 \"needs a batch of planes or planes: axes\"",
        "input:[*p, c, d, h, w] indices:[*p, c, d, h, w] depth=? height=? width=? -> [*p, c, depth, height, width] where " +
            "rank(p) <= 1 \"needs a batch of volumes or volumes: axes\"",
    ).map { Rule.of(it) }

/** Puts maxima back where they were in lines. The row behind [maxUnpool1d]. */
public val maxUnpool1dOp: Op2<UnpoolAttributes> = maxUnpool(1)

/** Puts maxima back where they were in planes. The row behind [maxUnpool2d]. */
public val maxUnpool2dOp: Op2<UnpoolAttributes> = maxUnpool(2)

/** Puts maxima back where they were in volumes. The row behind [maxUnpool3d]. */
public val maxUnpool3dOp: Op2<UnpoolAttributes> = maxUnpool(3)

/**
 * The maxima [x] where [indices] of [maxPool1dWithIndices] say that they were; zeros elsewhere. Where several indices name one place, the
 * last
 * stays; windows that overlap find one maximum, and each has the gradient of that place, as in PyTorch. `[n, c, l'] [n, c, l'] -> [n, c,
 * l]` or without `n`, `l = (l' - 1) * stride - 2 * padding + kernel`.
 *
 * @param size the length of the result, closer than [stride] to that number; that number if left out.
 * @throws ShapeException if the sizes differ, an index lies outside, or [size] is not possible.
 */
@JvmOverloads
public fun maxUnpool1d(x: Value, indices: Value, kernel: Int, stride: Int = kernel, padding: Int = 0, size: Int? = null): Value =
    unpooled(maxUnpool1dOp, x, indices, lineWindows(kernel, stride, padding, 1, false), size?.let { listOf(it) })

/** As [maxUnpool1d], each argument one number or height and width. `[n, c, h', w'] [n, c, h', w'] -> [n, c, h, w]` or without `n`. */
@JvmOverloads
public fun maxUnpool2d(
    x: Value,
    indices: Value,
    kernel: List<Int>,
    stride: List<Int> = emptyList(),
    padding: List<Int> = listOf(0),
    size: List<Int>? = null,
): Value = unpooled(maxUnpool2dOp, x, indices, PoolWindows.of("max_unpool2d", kernel, stride, padding, listOf(1), false), size)

/**
 * As [maxUnpool1d], each argument one number or depth, height and width. `[n, c, d', h', w'] [n, c, d', h', w'] -> [n, c, d, h, w]` or
 * without `n`.
 */
@JvmOverloads
public fun maxUnpool3d(
    x: Value,
    indices: Value,
    kernel: List<Int>,
    stride: List<Int> = emptyList(),
    padding: List<Int> = listOf(0),
    size: List<Int>? = null,
): Value = unpooled(maxUnpool3dOp, x, indices, volumeWindows("max_unpool3d", kernel, stride, padding, listOf(1), false), size)

private fun unpooled(op: Op2<UnpoolAttributes>, x: Value, indices: Value, windows: PoolWindows, size: List<Int>?): Value {
    val (kernel, stride, padding) = windows
    if (x.rank <= kernel.size) {
        throw ShapeException("${op.name}: needs ${kernel.size + 1} or ${kernel.size + 2} axes: ${x.sizes} given")
    }
    val usual = kernel.indices.map { (x.sizes[x.rank - kernel.size + it] - 1) * stride[it] - 2 * padding[it] + kernel[it] }
    val wanted = size ?: usual
    val isPossible = wanted.size == usual.size && usual.indices.all { Math.abs(wanted[it] - usual[it]) < stride[it] && wanted[it] >= 0 }
    if (!isPossible) {
        throw ShapeException(
            "${op.name}: the size of the result is not possible: $wanted, $usual with stride $stride",
            listOf("input" to x.sizes),
        )
    }
    return op(UnpoolAttributes(wanted), x, indices)
}

private fun maxUnpool(directions: Int): Op2<UnpoolAttributes> =
    Op2(
        "max_unpool${directions}d",
        Definition { (sizes), inputs ->
            val (x, indices) = inputs
            val lead = x.sizes.toList().dropLast(directions)
            val whole = Sizes.of(lead) + Sizes.of(sizes.fold(1) { product, size -> product * size })
            val y = scatter(full(whole, 0, x.dtype, x.backend), -1, inOneAxis(indices, directions), inOneAxis(x, directions))
            arrayOf(reshape(y, Sizes.of(lead + sizes)))
        },
        { call ->
            checkIndex(call.name, call.inputs[1])
            val sizes = arrayOf(call.sizes(0), call.sizes(1))
            arrayOf(Spec(call.dtype(), rules[directions - 1].apply(call.name, sizes, *call.attributes.sizes.toIntArray())[0]))
        },
        gradients(gradient { repooled(dy, b, directions) }, NotDifferentiable("indices are places, not numbers to follow")),
        null,
        Names("nn.functional.max_unpool${directions}d"),
    )

/** The elements of [dy] at the places that [indices] name. */
private fun repooled(dy: Value, indices: Value, directions: Int): Value =
    reshape(gather(inOneAxis(dy, directions), -1, inOneAxis(indices, directions)), indices.sizes)

private fun inOneAxis(x: Value, directions: Int): Value {
    val sizes = x.sizes.toList()
    return reshape(x, Sizes.of(sizes.dropLast(directions) + sizes.takeLast(directions).fold(1) { product, size -> product * size }))
}
