package dev.rankine.optim

/**
 * Multiplies the learning rate at each step from the first on by what a function of the step gives: the factor at step n is
 * `f(1) * f(2) * ... * f(n)`. PyTorch's MultiplicativeLR. Products are remembered, so that going forward costs one call a step.
 *
 * @param factors one function for all groups, or one for each; of the same step they must always give the same number.
 * @throws OptimizerException if there is no function; while it runs, if a group has none or one gives a negative number, infinity or NaN.
 */
public class MultiplicativeSchedule(private val factors: List<(Int) -> Double>) : FactorSchedule {
    private class Product(val step: Int, val value: Double)

    private val products = HashMap<Int, Product>()

    /** One function for all groups. */
    public constructor(factor: (Int) -> Double) : this(listOf(factor))

    init {
        requireSetting("multiplicative schedule", factors.isNotEmpty(), "number of functions", 0)
    }

    override fun factor(step: Int, group: Int): Double =
        synchronized(products) {
            val function = ofGroup("multiplicative schedule", factors, group)
            val known = products[group]?.takeIf { it.step <= step } ?: Product(0, 1.0)
            var product = known.value
            for (n in known.step + 1..step) {
                val factor = function(n)
                requireNotNegative("multiplicative schedule", "factor at step $n", factor)
                product *= factor
            }
            products[group] = Product(step, product)
            product
        }
}
