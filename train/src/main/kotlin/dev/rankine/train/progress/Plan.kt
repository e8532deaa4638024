package dev.rankine.train.progress

/**
 * What training is going to do.
 *
 * @property firstEpoch the number of the first epoch, counted from 1.
 * @property lastEpoch the number of the last epoch.
 * @property steps how many steps an epoch has.
 */
public class Plan(public val firstEpoch: Int, public val lastEpoch: Int, public val steps: Int)
