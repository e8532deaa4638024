package dev.rankine.shapes

/** What gives a new tensor an axis: an [Axis] (`Batch of 32`), or a [Dim] that declares its size (`Pixels`). */
public sealed interface Sized<D : Dim<*>> {
    /**
     * The axis itself.
     *
     * @throws ShapeException if a dim declares no size.
     */
    public fun toAxis(): Axis<D>
}

/**
 * A dim bound to a size for one use: `Batch of 32`. Two axes of the same dim with different sizes may be alive at once.
 *
 * @throws ShapeException if [size] is negative or contradicts the size that [dim] declares.
 */
public class Axis<D : Dim<*>>(public val dim: D, public val size: Int) : Sized<D> {
    init {
        if (size < 0) throw ShapeException("axis: a size cannot be negative: ${dim.name} of $size")
        val declared = dim.size
        if (declared != null && declared != size) {
            throw ShapeException("axis: ${dim.name} was declared with size $declared: $size given")
        }
    }

    override fun toAxis(): Axis<D> = this

    override fun toString(): String = "${dim.name} of $size"
}

/** Binds the dim to a size: `Batch of 32`. */
public infix fun <D : Dim<D>> D.of(size: Int): Axis<D> = Axis(this, size)

/**
 * The axis of a dim that declares its size.
 *
 * @throws ShapeException if the dim declares none.
 */
public fun <D : Dim<D>> D.axis(): Axis<D> = toAxis()
