package dev.rankine.ops

/** How gradients flow through an op. */
public sealed interface Gradients<in A : Any> {
    /** One entry per input ([list]). */
    public class PerInput<in A : Any>(public val list: List<Gradient<A>>) : Gradients<A>

    /** One [rule] for every input of an op of any number of inputs. */
    public class EachInput<in A : Any>(public val rule: GradientCall<out A>.(input: Int) -> Value) : Gradients<A>

    /** A composite: its parts are recorded. */
    public object Derived : Gradients<Any>
}

/** The gradient for one input. Saying nothing is not possible. */
public sealed interface Gradient<in A : Any>

/** A gradient whose [rule] is written in ops, so that higher orders follow by themselves. */
public class GradientRule<in A : Any>(public val rule: GradientCall<out A>.() -> Value) : Gradient<A>

/**
 * No gradient flows to this input.
 *
 * @property reason why, for the message of backward.
 */
public class NotDifferentiable(public val reason: String) : Gradient<Any>

/** The gradient for an input whose rule [rule] is written in ops. */
public fun <A : Any> gradient(rule: GradientCall<out A>.() -> Value): Gradient<A> = GradientRule(rule)

/** No input has a gradient, because of [reason]; for an op of [inputs] inputs. */
public fun notDifferentiable(reason: String, inputs: Int = 1): Gradients<Any> =
    Gradients.PerInput(List(inputs) { NotDifferentiable(reason) })

/** One gradient per input. */
public fun <A : Any> gradients(vararg list: Gradient<A>): Gradients<A> = Gradients.PerInput(list.asList())

/**
 * What a gradient rule sees: attributes, inputs, results, and the gradients of the results.
 * What a rule uses is found by tracing it once; the tape saves only that.
 *
 * @property attributes the attributes of the call.
 */
public class GradientCall<A : Any>(
    public val attributes: A,
    private val inputs: Array<Value>,
    private val outputs: Array<Value>,
    private val upstream: Array<Value?>,
) {
    private var shared: Any? = null

    /** The first input. */
    public val x: Value get() = inputs[0]

    /** The first input of two. */
    public val a: Value get() = inputs[0]

    /** The second input. */
    public val b: Value get() = inputs[1]

    /** The third input. */
    public val c: Value get() = inputs[2]

    /** The first result. */
    public val y: Value get() = outputs[0]

    /** The gradient of the first result. */
    public val dy: Value get() = upstream(0)

    /** How many inputs the call had. */
    public val inputCount: Int get() = inputs.size

    /** Input [i]. */
    public fun input(i: Int): Value = inputs[i]

    /** Result [i]. */
    public fun output(i: Int): Value = outputs[i]

    /** Whether a gradient arrived for result [i]: lets a rule leave out what would add zeros. While a rule is traced, all have. */
    public fun hasUpstream(i: Int): Boolean = upstream[i] != null

    /** What [make] gave for the first input that asked, for the others too: one call has one such thing. */
    @Suppress("UNCHECKED_CAST")
    internal fun <T : Any> shared(make: () -> T): T = (shared ?: make().also { shared = it }) as T

    /** The gradient of result [i]; zeros where none arrived. */
    public fun upstream(i: Int): Value = upstream[i] ?: zerosLike(outputs[i])
}
