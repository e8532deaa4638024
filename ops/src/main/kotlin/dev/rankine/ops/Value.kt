@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.Layout
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater

/** What stands behind a value: a [Storage], a computation that is still pending, or a [Symbol] of a trace. */
public interface Content

/**
 * The untyped result of an op: an element type, a layout over shared content, and, while recording, where it came from.
 *
 * Nobody closes a value: its storage is returned when the scope that made it ends or when it becomes unreachable.
 *
 * @property dtype the element type.
 * @property layout sizes, strides and offset within the content.
 * @property backend the backend that holds the bytes and runs the ops on them.
 */
public class Value public constructor(
    public val dtype: DType,
    public val layout: Layout,
    public val backend: Backend,
    content: Content,
    origin: Origin? = null,
) {
    /** The bytes, or what will give them; reached through [Evaluator.store] only. */
    @Volatile
    internal lateinit var content: Content

    /** Where the value came from, set by the recorder; null for a value that no gradient flows through. */
    @Volatile
    public var origin: Origin? = null

    /** Whether the value was made as a view of another one, which a recorded write would not reach. */
    internal var isView: Boolean = false

    init {
        // nobody else sees the value yet: a volatile write would wait for the memory
        CONTENT.lazySet(this, content)
        if (origin != null) this.origin = origin
    }

    /** The size of every axis. */
    public val sizes: Sizes get() = layout.sizes

    /** The number of axes. */
    public val rank: Int get() = layout.rank

    /** The number of elements. */
    public val elements: Int get() = layout.elements

    /** Whether a gradient flows through this value. */
    public val requiresGradient: Boolean get() = origin?.isDifferentiable == true

    /** `float32 [Batch = 32, 784] on plain`; the elements are printed by `toText`. */
    override fun toString(): String = "$dtype $sizes on ${backend.name}"

    public companion object {
        private val CONTENT = AtomicReferenceFieldUpdater.newUpdater(Value::class.java, Content::class.java, "content")
    }
}

/**
 * The same bytes and the same history under the axis names of [sizes].
 *
 * @throws dev.rankine.shapes.ShapeException if the sizes differ.
 */
@ShapeRule("s sizes... -> s where s == sizes \"names of other sizes\"")
public fun Value.named(sizes: Sizes): Value = Value(dtype, layout.named(sizes), backend, content, origin)

/** Where a recorded value came from. Graphs hang on values; there is no global tape. */
public interface Origin {
    /** Whether a gradient can flow back. */
    public val isDifferentiable: Boolean
}

/**
 * The origin of a value for which the user asked a gradient: a parameter or an input.
 *
 * @property name the word that messages use, if the value has one.
 */
public class Leaf(public val name: String? = null) : Origin {
    override val isDifferentiable: Boolean get() = true

    /** Where backward adds the gradient. */
    public val gradient: Slot = Slot()
}

/** The origin of a value that depends on a recorded one through an op (its name: [op]) that has no gradient, and the [reason] for that. */
public class Unreachable(public val op: String, public val reason: String) : Origin {
    override val isDifferentiable: Boolean get() = false
}
