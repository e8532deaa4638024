package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.abs
import dev.rankine.ops.amax
import dev.rankine.ops.dot
import dev.rankine.ops.enableGrad
import dev.rankine.ops.invoke
import dev.rankine.ops.item
import dev.rankine.ops.minus
import dev.rankine.ops.noGrad
import dev.rankine.ops.nonCancellable
import dev.rankine.ops.scope
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.unaryMinus
import dev.rankine.shapes.Sizes
import kotlin.math.abs

/**
 * Limited-memory BFGS: steps along the gradient times an estimate of the inverse of the second derivatives, out of the last changes of gradient and
 * parameters. For small problems whose loss is the same each time it is computed. A step computes the loss and its gradient several times, so it takes a closure:
 *
 * ```
 * optimizer.step {
 *     optimizer.zeroGradients()
 *     val loss = mseLoss(model(x), y)
 *     loss.backward()
 *     loss.item()
 * }
 * ```
 *
 * Nocedal & Wright, Numerical Optimization (2006), algorithm 7.4; PyTorch's LBFGS. State, under the first parameter's name: `d`, `t`, `old_dirs` and `old_stps`
 * `[k, n]`, `H_diag`, `prev_flat_grad`, `prev_loss`, `n_iter`, `func_evals`.
 *
 * @param parameters are one group.
 * @param learningRate the length of steps, or where the search for it begins; the first step is shorter.
 * @param maxIterations the most steps along directions in one step of the optimizer.
 * @param maxEvaluations after how many computations of the loss no other step along a direction begins.
 * @param toleranceGradient stops where no element of the gradient is larger.
 * @param toleranceChange stops where neither loss nor parameters change by more.
 * @param historySize how many changes are remembered.
 * @throws OptimizerException for impossible settings, no parameters, a parameter that is given twice, or parameters of different types.
 */
public class LBFGS(
    parameters: List<Parameter<*>>,
    learningRate: Double = 1.0,
    maxIterations: Int = 20,
    maxEvaluations: Int = maxIterations * 5 / 4,
    toleranceGradient: Double = 1e-7,
    toleranceChange: Double = 1e-9,
    historySize: Int = 100,
    lineSearch: LineSearch = LineSearch.NONE,
) : Optimizer(
        RULE,
        listOf(
            Group(parameters, learningRate, maxIterations, maxEvaluations, toleranceGradient, toleranceChange, historySize, lineSearch),
        ),
    ) {
    /** The usual other settings: the short form for Java. */
    public constructor(parameters: List<Parameter<*>>, learningRate: Double) : this(parameters, learningRate, 20)

    private val group = groups.single() as Group

    init {
        val types = parameters.map { it.value.dtype }.distinct()
        if (types.size > 1) throw OptimizerException("$RULE: parameters of different types make no vector: ${types.joinToString()}")
    }

    /** Refused: a step needs the loss. */
    override fun step(): Nothing =
        throw OptimizerException("$RULE: a step computes the loss several times\n  hint: call step { loss }, see its documentation")

    /**
     * Calls [closure], which clears the gradients, computes the loss, calls `backward()` and returns the loss, as often as is needed, moves the
     * parameters, and returns the first loss. A coroutine that is cancelled finishes the step.
     *
     * @throws OptimizerException if a trainable parameter received no gradient, or one of other sizes than its own.
     */
    override fun step(closure: () -> Double): Double =
        nonCancellable {
            noGrad {
                scope("$RULE step") {
                    val flat = FlatParameters(group.parameters.filter { it.isTrainable })
                    val state = stateOf(group.parameters.first())
                    val loss = Descent(flat, state) { evaluated(closure, flat) }.run()
                    countStep()
                    loss
                }
            }
        }

    private fun evaluated(closure: () -> Double, flat: FlatParameters): Pair<Double, Value> {
        val loss = enableGrad { scope("$RULE evaluation") { closure() } }
        checkGradients()
        return loss to flat.gradients()
    }

    /** One step of the optimizer on the parameters of [flat]; what it remembers is in [state]. */
    private inner class Descent(
        private val flat: FlatParameters,
        private val state: ParameterState,
        private val evaluate: () -> Pair<Double, Value>,
    ) {
        private val history = LBFGSHistory(state, group.historySize)
        private var iterations = state.number("n_iter", 0.0).toInt()
        private var loss = 0.0
        private lateinit var gradient: Value

        fun run(): Double {
            compute()
            val first = loss
            if (largest(gradient) > group.toleranceGradient) descend()
            state.setNumber("func_evals", state.number("func_evals", 0.0) + evaluations)
            return first
        }

        private var evaluations = 0

        private fun compute() {
            evaluate().let { (value, slopes) ->
                loss = value
                gradient = slopes
            }
            evaluations++
        }

        private fun descend() {
            for (n in 1..group.maxIterations) {
                val direction = direction()
                val t = if (++iterations == 1) minOf(1.0, 1 / sum(abs(gradient)).item()) * group.learningRate else group.learningRate
                val slope = dot(gradient, direction).item()
                val (lossBefore, gradientBefore) = loss to gradient
                val isUseless = slope > -group.toleranceChange
                val length = if (isUseless) t else move(t, direction, slope, isLast = n == group.maxIterations)
                remember(direction, length, lossBefore, gradientBefore)
                if (isUseless || evaluations >= group.maxEvaluations || largest(gradient) <= group.toleranceGradient) break
                if (largest(direction) * abs(length) <= group.toleranceChange || abs(loss - lossBefore) < group.toleranceChange) break
            }
            history.save()
        }

        private fun direction(): Value {
            if (iterations == 0) return -gradient
            history.add(gradient - state["prev_flat_grad"]!!, state["d"]!! * state.number("t", 0.0))
            return history.towards(gradient)
        }

        /** Moves the parameters along [direction] and returns by how much; the last move of a step needs no loss after it. */
        private fun move(t: Double, direction: Value, slope: Double, isLast: Boolean): Double {
            if (group.lineSearch == LineSearch.NONE) {
                flat.move(t, direction)
                if (!isLast) compute()
                return t
            }
            val origin = flat.values()
            val search =
                StrongWolfe(Place(0.0, loss, gradient, slope), largest(direction)) { at ->
                    flat.move(at, direction)
                    compute()
                    flat.set(origin)
                    Place(at, loss, gradient, dot(gradient, direction).item())
                }
            val found = search.find(t)
            loss = found.loss
            gradient = found.gradient
            flat.move(found.t, direction)
            return found.t
        }

        private fun remember(direction: Value, t: Double, lossBefore: Double, gradientBefore: Value) {
            state.replace("d", direction)
            state.replace("prev_flat_grad", gradientBefore)
            state.setNumber("t", t)
            state.setNumber("prev_loss", lossBefore)
            state.setNumber("n_iter", iterations.toDouble())
        }

        private fun largest(x: Value): Double = amax(abs(x)).item()
    }

    private class Group(
        parameters: List<Parameter<*>>,
        learningRate: Double,
        val maxIterations: Int,
        val maxEvaluations: Int,
        val toleranceGradient: Double,
        val toleranceChange: Double,
        val historySize: Int,
        val lineSearch: LineSearch,
    ) : ParameterGroup(RULE, parameters, learningRate) {
        override val needsOptimizer: String get() = RULE

        override val settings: Map<String, Any> get() =
            mapOf(
                "maxIterations" to maxIterations,
                "maxEvaluations" to maxEvaluations,
                "toleranceGradient" to toleranceGradient,
                "toleranceChange" to toleranceChange,
                "historySize" to historySize,
                "lineSearch" to lineSearch,
            )

        private val elements: Int get() = parameters.filter { it.isTrainable }.sumOf { it.value.elements }

        override val stateForms: Map<String, StateForm> get() {
            val vector = StateForm.ofSizes { Sizes.of(elements) }
            val matrix =
                StateForm { parameter, sizes, dtype ->
                    when {
                        sizes.rank != 2 || sizes[0] !in 1..historySize || sizes[1] != elements -> "[1 to $historySize, $elements]"
                        dtype != parameter.dtype -> "${parameter.dtype}"
                        else -> null
                    }
                }
            return mapOf("d" to vector, "prev_flat_grad" to vector, "old_dirs" to matrix, "old_stps" to matrix) +
                StateForm.numbers("t", "H_diag", "prev_loss", "n_iter", "func_evals")
        }

        /** What a step needs of the one before it, and what it needs of several; the other numbers only count. */
        override fun missingState(parameter: Value, given: Set<String>): Set<String> {
            val ofLast = setOf("d", "prev_flat_grad", "t", "n_iter")
            val changes = setOf("old_dirs", "old_stps")
            val all = if (given.any { it in changes }) ofLast + changes + "H_diag" else ofLast
            return if (given.any { it in all }) all - given else emptySet()
        }

        init {
            requireSetting(maxIterations >= 1, "number of iterations", maxIterations.toDouble())
            requireSetting(maxEvaluations >= 1, "number of evaluations", maxEvaluations.toDouble())
            requireSetting(historySize >= 1, "size of the history", historySize.toDouble())
            requireFinite("tolerance of the gradient", toleranceGradient)
            requireFinite("tolerance of changes", toleranceChange)
        }

        override fun update(value: Value, gradient: Value, state: ParameterState): Unit =
            throw OptimizerException("$RULE: changes all parameters together, not one")
    }

    private companion object {
        const val RULE = "lbfgs"
    }
}
