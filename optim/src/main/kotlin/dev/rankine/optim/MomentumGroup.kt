package dev.rankine.optim

/** A [ParameterGroup] whose rule has a momentum that schedules may move. */
public interface MomentumGroup {
    /**
     * How much of the direction so far stays at each step: momentum of [SGD] and [RMSprop], beta1 of [Adam] and its relatives.
     *
     * Setting it throws [OptimizerException] if the group could not have been made with it.
     */
    public var momentum: Double
}
