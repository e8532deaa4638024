package dev.rankine.shapes

/**
 * A dim bound to a size for one use: `Batch of 32`. Two axes of the same dim with different sizes may be alive at once.
 *
 * @throws ShapeException if [size] is negative or contradicts the size that [dim] declares.
 */
public class Axis<D : Dim<*>>(public val dim: D, public val size: Int) {
    init {
        if (size < 0) throw ShapeException("axis: a size cannot be negative: ${dim.name} of $size")
        val declared = dim.size
        if (declared != null && declared != size) {
            throw ShapeException("axis: ${dim.name} was declared with size $declared: $size given")
        }
    }

    override fun toString(): String = "${dim.name} of $size"
}

/** Binds the dim to a size: `Batch of 32`. */
public infix fun <D : Dim<D>> D.of(size: Int): Axis<D> = Axis(this, size)

/**
 * The axis of a dim that declares its size.
 *
 * @throws ShapeException if the dim declares none.
 */
public fun <D : Dim<D>> D.axis(): Axis<D> =
    Axis(this, size ?: throw ShapeException("axis: $name declares no size", hint = "write `$name of n`"))
