package dev.rankine.conformance

import dev.rankine.ops.Backend
import dev.rankine.ops.Evaluator
import dev.rankine.ops.HostStorage
import dev.rankine.ops.Loop
import dev.rankine.ops.Names
import dev.rankine.ops.NoKernelException
import dev.rankine.ops.Op
import dev.rankine.ops.Op1
import dev.rankine.ops.Spec
import dev.rankine.ops.Types
import dev.rankine.ops.Value
import dev.rankine.ops.composite1
import dev.rankine.ops.exp
import dev.rankine.ops.gradient
import dev.rankine.ops.gradients
import dev.rankine.ops.invoke
import dev.rankine.ops.neg
import dev.rankine.ops.notDifferentiable
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.ops.times
import dev.rankine.ops.unary
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

private val real = Draw.between(-3.0, 3.0, 0.0)

/** Rows with a mistake each: the suites must find it. */
internal object BrokenRows {
    /** Its gradient has the wrong factor. */
    val wrongGradient: Sample<Unit> = elementwise(unary("cube", Types.FLOATS, NAMES, gradient { dy * x * x * 2 }) { it * it * it }, real)

    /** Its gradient is right for every upstream gradient, but stops there: the second order is lost. */
    val lostSecondOrder: Sample<Unit> =
        elementwise(unary("square", Types.FLOATS, NAMES, gradient { twice(x) * dy }) { it * it }, real)

    /** Its own gradient is not that of its definition. */
    val wrongOverride: Sample<Unit> =
        elementwise(composite1("double_exp", NAMES, gradients(gradient { dy * exp(x) })) { _, x -> exp(x) * 2.0 }, real)

    /** It announces other sizes than it gives. */
    val wrongSizes: Sample<Unit> =
        sample(composite1("flip_sign", NAMES, signature = { arrayOf(Spec(it.dtype(), Sizes.of(99))) }) { _, x -> neg(x) }, real(3))

    /** It fails on bool with an exception that is no refusal. */
    val crashes: Sample<Unit> =
        sample(
            Op1(
                "crash",
                Loop {
                    _,
                    inputs,
                    outputs,
                    ->
                    outputs[0].set(0, inputs[0].double(0)).also { check(inputs[0].dtype != DType.BOOL) { "no bool" } }
                },
                { arrayOf(Spec(it.dtype(), it.sizes())) },
                notDifferentiable("for a test"),
                null,
                NAMES,
            ),
            real(1),
        )

    private val twice: Op1<Unit> = unary("twice", Types.FLOATS, NAMES, dev.rankine.ops.NotDifferentiable("for a test")) { 2 * it }

    private val NAMES: Names get() = Names("none")
}

/** Backends with a mistake each. */
internal class BrokenBackend(private val mistake: Mistake, private val inner: PlainBackend = PlainBackend(kernels = false)) :
    Backend by inner {
    enum class Mistake { INACCURATE, CHANGES_INPUT, IGNORES_STRIDES, LOSES_NAN, REFUSES }

    override fun <A : Any> run(op: Op<A>, attributes: A, inputs: Array<Value>, outputs: Array<Value>) {
        if (op !== exp) return inner.run(op, attributes, inputs, outputs)
        val y = Evaluator.store(outputs[0]) as HostStorage
        val x = Evaluator.store(inputs[0]) as HostStorage
        when (mistake) {
            Mistake.REFUSES -> {
                throw NoKernelException("exp: no kernel")
            }

            Mistake.IGNORES_STRIDES -> {
                for (i in 0 until y.elements) y.setDouble(i, Math.exp(x.getDouble(minOf(i + inputs[0].layout.offset, x.elements - 1))))
                return
            }

            else -> {
                inner.run(op, attributes, inputs, outputs)
            }
        }
        if (y.elements == 0) return
        when (mistake) {
            Mistake.INACCURATE -> y.setDouble(0, y.getDouble(0) * 1.1)
            Mistake.CHANGES_INPUT -> x.setDouble(inputs[0].layout.offset, 5.0)
            else -> for (i in 0 until y.elements) if (y.getDouble(i).isNaN()) y.setDouble(i, 0.0)
        }
    }
}
