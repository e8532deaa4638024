package dev.rankine.ops

import java.util.concurrent.atomic.AtomicInteger

/**
 * A row of the table: all that is known about an operation. Rows are data; a backend only adds speed.
 *
 * @param A the attributes: a data class, or `Unit` for an op without any. They are hashable: a key for caches, ONNX, golden arguments.
 * @property name PyTorch's or ONNX's word.
 * @property body what the op means: a loop, a definition in other ops, or a view.
 * @property signature element types and sizes of the results; null for a composite, which is traced.
 * @property gradients one per input, or derived from the definition.
 * @property prepare what happens to the operands first: promotion, broadcasting.
 * @property names what other libraries call it.
 */
public sealed class Op<A : Any>(
    public val name: String,
    public val body: Body<A>,
    public val signature: Signature<A>?,
    public val gradients: Gradients<A>,
    public val prepare: Prepare?,
    public val names: Names,
) {
    /** A small number that is this row's place in kernel tables. */
    public val index: Int = counter.getAndIncrement()

    /** How many inputs the op takes; -1 for any number. */
    public abstract val inputs: Int

    /** Whether every result element depends on the operand elements at the same place only. */
    public val isElementwise: Boolean get() = (body as? Loop)?.elementwise == true

    override fun toString(): String = name

    private companion object {
        val counter = AtomicInteger()
    }
}

/** What other libraries call an op: PyTorch ([torch]) and NumPy ([numpy], null where it has none). */
public class Names(public val torch: String, public val numpy: String? = null)

/** An op that makes values from attributes alone. */
public class Op0<A : Any>(name: String, body: Body<A>, signature: Signature<A>, names: Names) :
    Op<A>(name, body, signature, Gradients.PerInput(emptyList()), null, names) {
    override val inputs: Int get() = 0

    /** Runs the op on [backend]. */
    public fun on(backend: Backend, attributes: A): Value = Evaluator.apply(this, attributes, emptyArray(), backend)[0]
}

/** An op of one input. */
public class Op1<A : Any>(
    name: String,
    body: Body<A>,
    signature: Signature<A>?,
    gradients: Gradients<A>,
    prepare: Prepare?,
    names: Names,
) : Op<A>(name, body, signature, gradients, prepare, names) {
    override val inputs: Int get() = 1

    /** Runs the op. */
    public operator fun invoke(attributes: A, x: Value): Value = Evaluator.apply(this, attributes, arrayOf(x))[0]
}

/** An op of two inputs. */
public class Op2<A : Any>(
    name: String,
    body: Body<A>,
    signature: Signature<A>?,
    gradients: Gradients<A>,
    prepare: Prepare?,
    names: Names,
) : Op<A>(name, body, signature, gradients, prepare, names) {
    override val inputs: Int get() = 2

    /** Runs the op. */
    public operator fun invoke(attributes: A, a: Value, b: Value): Value = Evaluator.apply(this, attributes, arrayOf(a, b))[0]
}

/** An op of three inputs. */
public class Op3<A : Any>(
    name: String,
    body: Body<A>,
    signature: Signature<A>?,
    gradients: Gradients<A>,
    prepare: Prepare?,
    names: Names,
) : Op<A>(name, body, signature, gradients, prepare, names) {
    override val inputs: Int get() = 3

    /** Runs the op. */
    public operator fun invoke(attributes: A, a: Value, b: Value, c: Value): Value = Evaluator.apply(this, attributes, arrayOf(a, b, c))[0]
}

/** An op of any number of inputs. */
public class OpN<A : Any>(
    name: String,
    body: Body<A>,
    signature: Signature<A>?,
    gradients: Gradients<A>,
    prepare: Prepare?,
    names: Names,
) : Op<A>(name, body, signature, gradients, prepare, names) {
    override val inputs: Int get() = -1

    /** Runs the op. */
    public operator fun invoke(attributes: A, inputs: List<Value>): List<Value> =
        Evaluator.apply(this, attributes, inputs.toTypedArray()).asList()
}

/** Runs an op without attributes. */
public operator fun Op1<Unit>.invoke(x: Value): Value = this(Unit, x)

/** Runs an op without attributes. */
public operator fun Op2<Unit>.invoke(a: Value, b: Value): Value = this(Unit, a, b)

/** Runs an op without attributes. */
public operator fun Op3<Unit>.invoke(a: Value, b: Value, c: Value): Value = this(Unit, a, b, c)
