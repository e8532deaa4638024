package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.Layout
import dev.rankine.shapes.Sizes

/** What an op means. */
public sealed interface Body<in A : Any>

/**
 * The meaning of a primitive: a loop over host elements, simple and never optimised. It is the oracle of every kernel.
 *
 * @property elementwise whether result elements depend on operand elements at the same place only.
 * @property meaning writes the results of a call.
 */
public class Loop<in A : Any>(public val elementwise: Boolean = false, public val meaning: Meaning<A>) : Body<A>

/**
 * The meaning of a composite.
 *
 * @property elementwise whether operands and results have one size, of which [define] reads nothing, and result elements depend on operand elements
 *   at the same place only: what is known of a call then holds for any sizes.
 * @property define calls other ops and does nothing else. It may branch on attributes, sizes and element types only.
 */
public class Definition<in A : Any>(public val elementwise: Boolean = false, public val define: (A, Array<Value>) -> Array<Value>) :
    Body<A>

/**
 * The meaning of a view: the same storage under another layout; null where that needs a copy.
 *
 * @property copies whether a copy is made where no view is possible; otherwise that is an error.
 * @property layout the layout of the result for attributes and the layout of the operand, or null.
 */
public class View<in A : Any>(public val copies: Boolean = false, public val layout: (A, Layout) -> Layout?) : Body<A>

/** The loop of a primitive. */
public fun interface Meaning<in A : Any> {
    /** Fills [outputs] from [inputs]. */
    public fun compute(attributes: A, inputs: Array<Elements>, outputs: Array<Elements>)
}

/** Element type ([dtype]) and [sizes] of a result. */
public class Spec(public val dtype: DType, public val sizes: Sizes) {
    override fun equals(other: Any?): Boolean = other is Spec && dtype == other.dtype && sizes == other.sizes

    override fun hashCode(): Int = 31 * dtype.hashCode() + sizes.hashCode()

    override fun toString(): String = "$dtype $sizes"
}

/** The shape and element type rule of an op. */
public fun interface Signature<in A : Any> {
    /**
     * The results of a call.
     *
     * @throws dev.rankine.shapes.ShapeException if sizes do not fit.
     * @throws dev.rankine.shapes.DTypeException if an element type is not taken.
     */
    public fun infer(call: Call<out A>): Array<Spec>
}

/** What happens to operands before a call: promotion and broadcasting, themselves ops and thus recorded. */
public fun interface Prepare {
    /** The operands as the op takes them; [op] is the name for messages. */
    public fun prepare(op: String, inputs: Array<Value>): Array<Value>
}

/**
 * One call of an [op] with its [attributes] and operands ([inputs]).
 *
 * @property name the word that messages use: the composite that the user called, or the op.
 */
public class Call<A : Any>(public val op: Op<A>, public val name: String, public val attributes: A, public val inputs: Array<Value>) {
    /** The line of the program that made the call: known inside [detectAnomaly] only. */
    public var line: String? = null
        internal set

    /** The first input. */
    public val x: Value get() = inputs[0]

    /** The sizes of input [i]. */
    public fun sizes(i: Int = 0): Sizes = inputs[i].sizes

    /** The element type of input [i]. */
    public fun dtype(i: Int = 0): DType = inputs[i].dtype
}

/** Host elements ([storage]) seen through a [layout]: element `i` in row-major order of [sizes]. */
public class Elements(public val storage: HostStorage, public val layout: Layout) {
    /** The element type. */
    public val dtype: DType get() = storage.dtype

    /** The size of every axis. */
    public val sizes: Sizes get() = layout.sizes

    /** The number of elements. */
    public val count: Int get() = layout.elements

    /** Element [i] as a double. */
    public fun double(i: Int): Double = storage.getDouble(place(i))

    /** Element [i] as a long. */
    public fun long(i: Int): Long = storage.getLong(place(i))

    /** Stores [value] in element [i]. */
    public fun set(i: Int, value: Double): Unit = storage.setDouble(place(i), value)

    /** Stores [value] in element [i]. */
    public fun set(i: Int, value: Long): Unit = storage.setLong(place(i), value)

    private fun place(i: Int): Int {
        if (layout.isContiguous) return layout.offset + i
        var rest = i
        var at = layout.offset
        for (axis in layout.rank - 1 downTo 1) {
            val size = layout.sizes[axis]
            at += rest % size * layout.stride(axis)
            rest /= size
        }
        return at + rest * layout.stride(0)
    }
}
