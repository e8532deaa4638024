package dev.rankine.train

import dev.rankine.optim.AveragedModel

/**
 * How far an average has come.
 *
 * @property updates how many steps it has seen.
 * @property averaged how many of them are in the mean.
 * @property tensors how many tensors it has.
 */
internal class AverageRecord(val updates: Int, val averaged: Int, val tensors: Int) {
    companion object {
        fun of(average: AveragedModel): AverageRecord = AverageRecord(average.updates, average.averaged, average.stateDict().size)
    }
}
