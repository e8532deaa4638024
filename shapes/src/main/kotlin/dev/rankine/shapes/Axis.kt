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
public class Axis<D : Dim<*>> private constructor(public val dim: D, public val size: Int, private val source: Any?) : Sized<D> {
    /** An axis of which messages do not say where its size comes from. */
    public constructor(dim: D, size: Int) : this(dim, size, null)

    /** An axis with what messages say of where its size comes from: `the last batch, 17 of 117 examples`. */
    public constructor(dim: D, size: Int, origin: String) : this(dim, size, origin as Any)

    init {
        if (size < 0) throw ShapeException("axis: a size cannot be negative: ${dim.name} of $size")
        val declared = dim.size
        if (declared != null && declared != size) {
            throw ShapeException("axis: ${dim.name} was declared with size $declared: $size given")
        }
    }

    /** Where the size comes from: the place in the program that says `Batch of 32` (`Train.kt:14`), or what the maker of the axis said. */
    public val origin: String? get() = if (source is Place) source.toString() else source as String?

    override fun toAxis(): Axis<D> = this

    override fun toString(): String = "${dim.name} of $size"

    internal companion object {
        /** An axis that remembers the caller of the function that calls this one, if a message may ask for it. */
        fun <D : Dim<*>> here(dim: D, size: Int): Axis<D> = Axis(dim, size, if (dim.size == null && dim !== Dyn) Place() else null)
    }
}

/** A place in the program, found out only if a message asks: taking it costs about a microsecond, reading it more. */
private class Place {
    private val trace = Throwable()

    /** The frames of this class, of [Axis.here] and of `of` are ours; the next one is the caller's. */
    override fun toString(): String {
        val frame = trace.stackTrace.firstOrNull { frame -> OWN.none { frame.className == it || frame.className.startsWith("$it$") } }
        return frame?.let { if (it.fileName == null) "${it.className}.${it.methodName}" else "${it.fileName}:${it.lineNumber}" }
            ?: "an unknown place"
    }

    private companion object {
        val OWN = listOf(Place::class.java.name, Axis::class.java.name, "${Axis::class.java.name}Kt")
    }
}

/** Binds the dim to a size: `Batch of 32`. Messages tell the place of this call where two sizes clash. */
public infix fun <D : Dim<D>> D.of(size: Int): Axis<D> = Axis.here(this, size)

/**
 * The axis of a dim that declares its size.
 *
 * @throws ShapeException if the dim declares none.
 */
public fun <D : Dim<D>> D.axis(): Axis<D> = toAxis()
