package dev.rankine.benchmarks.compare.networks

import dev.rankine.nn.Parameter
import dev.rankine.optim.Adam
import dev.rankine.optim.AdamW
import dev.rankine.optim.Optimizer
import dev.rankine.optim.SGD

/** An optimizer that both sides have; libtorch's is the fused one, which takes all parameters in one call. */
internal enum class Rule {
    ADAM {
        override fun make(parameters: List<Parameter<*>>): Optimizer = Adam(parameters, RATE, epsilon = EPSILON)

        override fun text(program: Statements, all: String, gradients: String, count: String): Unit =
            program.adam("_fused_adam_", all, gradients, count, decay = 0.0)
    },

    ADAMW {
        override fun make(parameters: List<Parameter<*>>): Optimizer = AdamW(parameters, RATE, epsilon = EPSILON, weightDecay = DECAY)

        override fun text(program: Statements, all: String, gradients: String, count: String): Unit =
            program.adam("_fused_adamw_", all, gradients, count, decay = DECAY)
    },

    MOMENTUM {
        override fun make(parameters: List<Parameter<*>>): Optimizer = SGD(parameters, RATE, momentum = 0.9)

        override fun text(program: Statements, all: String, gradients: String, count: String) {
            val buffers = program.zeros()
            program.run(
                "torch._fused_sgd_($all, $gradients, $buffers, weight_decay=0., momentum=0.9, lr=$RATE, dampening=0., " +
                    "nesterov=False, maximize=False, is_first_step=False)",
            )
        }
    }, ;

    /** Ours. */
    abstract fun make(parameters: List<Parameter<*>>): Optimizer

    /** A step of [all] parameters, a list, by their [gradients]; [count] is how many steps there have been, with this one. */
    abstract fun text(program: Statements, all: String, gradients: String, count: String)

    protected fun Statements.adam(op: String, all: String, gradients: String, count: String, decay: Double) {
        val (means, squares) = List(2) { zeros() }
        val counts = list(parameters.map { count })
        run(
            "torch.$op($all, $gradients, $means, $squares, annotate(List[Tensor], []), $counts, lr=$RATE, beta1=0.9, beta2=0.999, " +
                "weight_decay=$decay, eps=$EPSILON, amsgrad=False, maximize=False)",
        )
    }

    protected fun Statements.zeros(): String = list(parameters.map { given(Given.Kind.ZEROS, it.name) })

    companion object {
        private const val RATE = 0.001
        private const val DECAY = 0.01

        // of 1e-8, the default, what rounding leaves of a gradient that should be zero would already be a step
        private const val EPSILON = 1e-6
    }
}
