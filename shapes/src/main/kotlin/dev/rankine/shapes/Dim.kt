package dev.rankine.shapes

/**
 * The name of an axis, at the type level and at run time.
 *
 * Declare one object per axis: `object Batch : Dim<Batch>()`, `object Pixels : Dim<Pixels>(784)`.
 * Two tensors fit together when their dims have the same *name*; sizes are compared at run time.
 *
 * @param Self the declaring object itself; the bound keeps the compiler from unifying two different dims.
 * @property size the number of elements along the axis where it is known when the program is written, else null.
 * @throws ShapeException if [size] is negative.
 */
public abstract class Dim<Self : Dim<Self>>(public val size: Int? = null) : Sized<Self> {
    init {
        if (size != null && size < 0) throw ShapeException("dim: a size cannot be negative: $size")
    }

    /** The word that messages print: the name of the object unless overridden. */
    public open val name: String get() = this::class.java.simpleName

    /** Sound because the bound makes [Self] the declaring object itself. */
    @Suppress("UNCHECKED_CAST")
    override fun toAxis(): Axis<Self> =
        Axis(this as Self, size ?: throw ShapeException("axis: $name declares no size", hint = "write `$name of n`"))

    override fun toString(): String = name
}

/** The size-1 axis that broadcasts against every other: a subtype of every dim. */
public typealias One = Nothing

/** An axis whose size is known only at run time and that has no name of its own. */
public object Dyn : Dim<Dyn>()

/**
 * The product of two dims, [left] and [right], as made by merging their axes: `Heads * HeadDim`.
 * A sum among its factors is named in parentheses.
 *
 * @throws ShapeException if the size exceeds the largest `Int`.
 */
public class Times<A : Dim<*>, B : Dim<*>>(public val left: A, public val right: B) : Dim<Times<A, B>>(product(left, right)) {
    override val name: String get() = "${factor(left)}*${factor(right)}"

    override fun equals(other: Any?): Boolean = other is Times<*, *> && left == other.left && right == other.right

    override fun hashCode(): Int = 31 * left.hashCode() + right.hashCode()
}

/**
 * The sum of two dims, [left] and [right], as made by concatenating along their axes: `Left + Right`.
 *
 * @throws ShapeException if the size exceeds the largest `Int`.
 */
public class Plus<A : Dim<*>, B : Dim<*>>(public val left: A, public val right: B) : Dim<Plus<A, B>>(sum(left, right)) {
    override val name: String get() = "${left.name}+${right.name}"

    override fun equals(other: Any?): Boolean = other is Plus<*, *> && left == other.left && right == other.right

    override fun hashCode(): Int = 31 * left.hashCode() + right.hashCode() + 1
}

/** The dim of the merged axis of [this] and [other]; its size is the product where both are known. */
public operator fun <A : Dim<A>, B : Dim<B>> A.times(other: B): Times<A, B> = Times(this, other)

/** The dim of the concatenated axis of [this] and [other]; its size is the sum where both are known. */
public operator fun <A : Dim<A>, B : Dim<B>> A.plus(other: B): Plus<A, B> = Plus(this, other)

private fun product(left: Dim<*>, right: Dim<*>): Int? {
    val a = left.size ?: return null
    val b = right.size ?: return null
    return fitting(a.toLong() * b, "${factor(left)}*${factor(right)}", "$a * $b")
}

private fun sum(left: Dim<*>, right: Dim<*>): Int? {
    val a = left.size ?: return null
    val b = right.size ?: return null
    return fitting(a.toLong() + b, "${left.name}+${right.name}", "$a + $b")
}

/** Without parentheses `(A+B)*C` and `A+B*C`, different dims, would have one name. */
private fun factor(dim: Dim<*>): String = if (dim is Plus<*, *>) "(${dim.name})" else dim.name

private fun fitting(size: Long, name: String, sizes: String): Int {
    if (size > Int.MAX_VALUE) throw ShapeException("dim: size of $name is too large: $sizes exceeds ${Int.MAX_VALUE}")
    return size.toInt()
}
