package dev.rankine.autodiff

import dev.rankine.shapes.RankineException

/** A backward pass that cannot be run: a sentence says why and what to do. */
public open class GradientException(message: String) : RankineException(message)

/** A value that a gradient needs was overwritten in place after it had been used. */
public class ModifiedException internal constructor(op: String, writer: String?) :
    GradientException(
        "backward: a value that $op needs for its gradient was overwritten in place by " +
            "${writer ?: "an in-place op"} after $op had used it\n" +
            "  hint: use the op that gives a new value, or write before $op reads",
    )
