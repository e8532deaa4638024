@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeRule
import java.util.ServiceLoader

/** The hook by which autodiff follows the ops. At most one is installed, found as a service. */
public interface Recorder {
    /** Sets the origin of [outputs], the results of [call], whose inputs include a differentiable one. */
    public fun <A : Any> record(call: Call<A>, outputs: Array<Value>)

    public companion object {
        /** The recorder on the class path, or null: then nothing is recorded. */
        public val installed: Recorder? by lazy {
            found(Recorder::class.java.classLoader) ?: Thread.currentThread().contextClassLoader?.let { found(it) }
        }

        /** Where modules are loaded apart, as in notebooks, the loader of this class does not see autodiff but the thread's does. */
        private fun found(loader: ClassLoader?): Recorder? {
            val services = ServiceLoader.load(Recorder::class.java, loader).iterator()
            return if (services.hasNext()) services.next() else null
        }
    }
}

/** Whether ops are recorded on this thread now. */
public val isRecording: Boolean get() = ThreadState.get().recording

/** Runs [block] without recording: no gradient flows through what it computes. The block cannot suspend. */
public inline fun <T> noGrad(crossinline block: () -> T): T = recording(false) { block() }

/** Runs [block] with recording, inside [noGrad] too. The block cannot suspend. */
public inline fun <T> enableGrad(crossinline block: () -> T): T = recording(true) { block() }

/** Runs [block] with recording [on] or off. The block cannot suspend. */
public inline fun <T> recording(on: Boolean, crossinline block: () -> T): T {
    val before = setRecording(on)
    try {
        return block()
    } finally {
        setRecording(before)
    }
}

@PublishedApi
internal fun setRecording(on: Boolean): Boolean {
    val thread = ThreadState.get()
    return thread.recording.also { thread.recording = on }
}

/** The same bytes without history: no gradient flows back through the result. */
@ShapeRule(ShapeRule.SAME)
public fun Value.detach(): Value = Value(dtype, layout, backend, content)

/**
 * Marks the value as a leaf whose gradient is wanted, and returns it. [name] is what messages call it.
 *
 * @throws dev.rankine.shapes.DTypeException if the elements are not floating-point numbers.
 */
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun Value.requireGradient(name: String? = null): Value {
    if (!dtype.isFloating) {
        throw DTypeException(
            "requireGradient: only floating-point values have gradients: $dtype given",
        )
    }
    check(origin == null || origin is Leaf) { "requireGradient: the value is the result of an op; call detach() first" }
    if (origin == null) origin = Leaf(name)
    return this
}

/** The gradient that backward has added up for this leaf; null before the first backward and for values that are no leaves. */
public var Value.gradient: Value?
    get() = (origin as? Leaf)?.gradient?.value
    set(new) {
        val leaf = origin as? Leaf ?: error("gradient: only a leaf (requireGradient) has a gradient")
        leaf.gradient.value = new
    }
