package dev.rankine.train.progress

/**
 * Where training stands after a step.
 *
 * @property epoch counts from 1.
 * @property step within the epoch, counts from 1.
 * @property loss the mean loss of an example in this epoch so far.
 * @property metrics in this epoch so far, by name, without those that need all examples at once.
 * @property examplesPerSecond in this epoch so far.
 * @property secondsLeft until the end of the last epoch at this speed, without validation.
 */
public class StepReport(
    public val epoch: Int,
    public val step: Int,
    public val loss: Double,
    public val metrics: Map<String, Double>,
    public val examplesPerSecond: Double,
    public val secondsLeft: Double,
)
