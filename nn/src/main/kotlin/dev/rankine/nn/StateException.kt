package dev.rankine.nn

import dev.rankine.shapes.RankineException

/** A state_dict that belongs to another model: one complete list of the differences. */
public class StateException(message: String) : RankineException(message)
