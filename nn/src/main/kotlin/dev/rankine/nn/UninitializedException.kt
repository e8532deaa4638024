package dev.rankine.nn

import dev.rankine.shapes.RankineException

/** A lazy module was asked for its parameters before its first batch. */
public class UninitializedException(message: String) : RankineException(message)
