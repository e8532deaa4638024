package dev.rankine.train

/** How the numbers of the classes become one: precision, recall and F1 of a [ConfusionMatrix]. The words are scikit-learn's. */
public enum class Average {
    /** That of class 1 of the classes 0 and 1. */
    BINARY,

    /** Of all decisions together; where every example has one class it is the accuracy. */
    MICRO,

    /** The mean of the classes that occur or were predicted, each counting the same. */
    MACRO,

    /** The mean of the classes, each counting as often as it occurs. */
    WEIGHTED,
}
