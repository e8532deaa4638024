package dev.rankine.optim

/*
 * Schedules in the words of a sequence: `warmup(500) then cosine(10_000)`, `constant(100) then (exponential(0.99) lasting 1000) then linear(50, 0.1, 0.0)`.
 * Each is its class with the arguments in the order in which they are read; warmup and cosine stand beside theirs.
 */

/** [factor] times the initial learning rate for [steps] steps; see [ConstantSchedule]. */
public fun constant(steps: Int, factor: Double = 1.0): FactorSchedule = ConstantSchedule(factor, steps)

/** In a straight line from the factor [from] to the factor [to], in [steps] steps; see [LinearSchedule]. */
public fun linear(steps: Int, from: Double, to: Double): FactorSchedule = LinearSchedule(from, to, steps)

/** Down to 0 in [steps] steps along a power; see [PolynomialSchedule]. */
public fun polynomial(steps: Int, power: Double = 1.0): FactorSchedule = PolynomialSchedule(steps, power)

/** Times [gamma] at every step, without end; see [ExponentialSchedule]. */
public fun exponential(gamma: Double): FactorSchedule = ExponentialSchedule(gamma)

/** Times [gamma] every [steps] steps, without end; see [StepSchedule]. */
public fun every(steps: Int, gamma: Double = 0.1): FactorSchedule = StepSchedule(steps, gamma)

/** Times [gamma] at each of [milestones], without end; see [MultiStepSchedule]. */
public fun at(vararg milestones: Int, gamma: Double = 0.1): FactorSchedule = MultiStepSchedule(milestones.toList(), gamma)

/** Times what [factor] gives for each step, without end; see [LambdaSchedule]. */
public fun factors(factor: (Int) -> Double): FactorSchedule = LambdaSchedule(factor)

/** Times the product of what [factor] gives for the steps so far, without end; see [MultiplicativeSchedule]. */
public fun products(factor: (Int) -> Double): FactorSchedule = MultiplicativeSchedule(factor)

/** Half cosines that start again, the first after [firstSteps] steps, without end; see [CosineAnnealingWarmRestartsSchedule]. */
public fun restarts(firstSteps: Int, growth: Int = 1, minLearningRate: Double = 0.0): Schedule =
    CosineAnnealingWarmRestartsSchedule(firstSteps, growth, minLearningRate)

/** Up to [maxLearningRate] and down again in [steps] steps, the momentum the other way; see [OneCycleSchedule]. */
public fun oneCycle(maxLearningRate: Double, steps: Int): Schedule = OneCycleSchedule(maxLearningRate, steps)

/** Up and down between two learning rates, [stepsUp] steps each way, the momentum the other way, without end; see [CyclicSchedule]. */
public fun cycles(baseLearningRate: Double, maxLearningRate: Double, stepsUp: Int): Schedule =
    CyclicSchedule(listOf(baseLearningRate), listOf(maxLearningRate), stepsUp)

/** To [learningRate] in [steps] steps, where it stays; see [SwaSchedule]. */
public fun swa(learningRate: Double, steps: Int = 10): Schedule = SwaSchedule(learningRate, steps)
