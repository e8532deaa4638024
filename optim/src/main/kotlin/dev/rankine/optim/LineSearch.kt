package dev.rankine.optim

/** How [LBFGS] finds the length of its steps. */
public enum class LineSearch {
    /** The learning rate is the length. */
    NONE,

    /** Until the loss has fallen enough and its slope is small: the strong Wolfe conditions. Nocedal & Wright, Numerical Optimization, chapter 3. */
    STRONG_WOLFE,
}
