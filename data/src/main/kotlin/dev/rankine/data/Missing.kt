package dev.rankine.data

/** What a number becomes that is missing in a table. */
public sealed interface Missing {
    /** An error that names file, line and column. */
    public data object Refused : Missing

    /** NaN. */
    public data object Nan : Missing

    /**
     * The mean of the numbers of the column that are there. It is that of all rows: for the mean of those to learn from alone, take [Nan] and fill up after
     * splitting.
     */
    public data object Mean : Missing

    /**
     * Always the same number.
     *
     * @property value the number.
     */
    public data class Fixed(public val value: Double) : Missing
}
