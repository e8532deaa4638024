package dev.rankine.shapes

/**
 * Half of a dim, as left by a convolution or a pool with stride 2: `Rows.half`, in messages `Rows/2`. Halves of halves are `Rows/4`.
 * A model of many such steps has to declare none of them.
 *
 * @property whole the dim that was halved.
 * @throws ShapeException if the size of [whole] is odd.
 */
public class Half<D : Dim<*>>(public val whole: D) : Dim<Half<D>>(half(whole)) {
    override val name: String
        get() {
            var dim: Dim<*> = whole
            var divisor = 2L
            while (dim is Half<*>) {
                dim = dim.whole
                divisor *= 2
            }
            return if (dim is Times<*, *> || dim is Plus<*, *>) "(${dim.name})/$divisor" else "${dim.name}/$divisor"
        }

    override fun equals(other: Any?): Boolean = other is Half<*> && whole == other.whole

    override fun hashCode(): Int = 31 * whole.hashCode() + 2
}

/** The dim of half as many elements: `Rows.half`. Throws a [ShapeException] if the size is odd. */
public val <D : Dim<D>> D.half: Half<D> get() = Half(this)

private fun half(whole: Dim<*>): Int? {
    val size = whole.size ?: return null
    if (size % 2 != 0) throw ShapeException("dim: ${whole.name} has no half: $size is odd")
    return size / 2
}
