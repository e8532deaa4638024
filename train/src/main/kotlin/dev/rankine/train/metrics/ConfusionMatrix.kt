package dev.rankine.train

/**
 * How often each class was taken for each: rows are what examples are, columns what they were said to be.
 *
 * ```
 * val seen = trainer.evaluateBlocking(test).confusion!!
 * println(seen)
 * println(seen.f1(of = 3))
 * ```
 *
 * A quotient of no examples is 0, as in scikit-learn: the precision of a class that was never predicted, the recall of one that never occurs.
 *
 * @property names of the classes, in the order of their numbers.
 * @throws IllegalArgumentException if there is no class, or more than 10 000.
 */
public class ConfusionMatrix(public val names: List<String>) {
    /** A matrix of [classes] that are called by their numbers. */
    public constructor(classes: Int) : this(List(allowed(classes)) { "$it" })

    /** How many classes there are. */
    public val classes: Int = names.size

    init {
        allowed(classes)
    }

    /** The counts of each target, null for none that is not 0. Copies have the same rows until one of them writes. */
    private val rows = arrayOfNulls<LongArray>(classes)

    /** Whether nobody else has the row. */
    private val isOwn = BooleanArray(classes)

    /** How many examples of class [target] were said to be of class [predicted]. */
    public operator fun get(target: Int, predicted: Int): Long =
        checked(predicted, "prediction").let { rows[checked(target, "target")]?.get(it) ?: 0 }

    /**
     * Adds an example of class [target] that was said to be of class [predicted].
     *
     * @throws IllegalArgumentException if there is no such class.
     */
    public fun add(target: Int, predicted: Int) {
        add(checked(target, "target"), checked(predicted, "prediction"), 1)
    }

    /** Adds [count] to a place that is there. */
    internal fun add(target: Int, predicted: Int, count: Long) {
        val row = rows[target].let { if (it == null || !isOwn[target]) it?.copyOf() ?: LongArray(classes) else it }
        rows[target] = row
        isOwn[target] = true
        row[predicted] += count
    }

    /** All counts, row by row. */
    internal val numbers: DoubleArray get() = DoubleArray(classes * classes) { (rows[it / classes]?.get(it % classes) ?: 0).toDouble() }

    /** How many examples were added. */
    public val examples: Long get() = rows.sumOf { it?.sum() ?: 0 }

    /** The part of the examples that was answered rightly. */
    public val accuracy: Double get() = part((0..<classes).sumOf { this[it, it] }, examples)

    /** How many examples of class [of] there were. */
    public fun support(of: Int): Long = rows[checked(of, "class")]?.sum() ?: 0

    /** How many examples were said to be of class [of]. */
    public fun predicted(of: Int): Long = (0..<classes).sumOf { this[it, of] }

    /** What part of the examples that were said to be of class [of] is. */
    public fun precision(of: Int): Double = part(this[of, of], predicted(of))

    /** What part of the examples of class [of] was said to be. */
    public fun recall(of: Int): Double = part(this[of, of], support(of))

    /** The harmonic mean of precision and recall of class [of]. */
    public fun f1(of: Int): Double = part(2 * this[of, of], support(of) + predicted(of))

    /** The precisions of the classes as one number. */
    public fun precision(average: Average): Double = averaged(average, ::precision)

    /** The recalls of the classes as one number. */
    public fun recall(average: Average): Double = averaged(average, ::recall)

    /** The F1s of the classes as one number. The macro F1 is the mean of F1s, not that of mean precision and mean recall. */
    public fun f1(average: Average): Double = averaged(average, ::f1)

    /** The same counts; what is added to one later is not added to the other. */
    internal fun copy(): ConfusionMatrix =
        ConfusionMatrix(names).also {
            rows.copyInto(it.rows)
            isOwn.fill(false)
        }

    /** A table: a row for each class, with its recall at the end and the precisions below. */
    override fun toString(): String {
        val table = ArrayList<List<String>>()
        table += listOf("") + names + "recall"
        for (row in 0..<classes) table += listOf(names[row]) + (0..<classes).map { "${this[row, it]}" } + percent(recall(row))
        table += listOf("precision") + (0..<classes).map { percent(precision(it)) } + percent(accuracy)
        val widths = table[0].indices.map { column -> table.maxOf { it[column].length } }
        return table.joinToString("\n") { line ->
            line.withIndex().joinToString("  ") { (i, text) -> if (i == 0) text.padEnd(widths[0]) else text.padStart(widths[i]) }
        }
    }

    private fun averaged(average: Average, of: (Int) -> Double): Double =
        when (average) {
            Average.BINARY -> {
                require(classes == 2) { "confusion: BINARY needs 2 classes, there are $classes\n  hint: average = Average.MACRO" }
                of(1)
            }

            Average.MICRO -> {
                accuracy
            }

            Average.MACRO -> {
                (0..<classes).filter { support(it) + predicted(it) > 0 }.let { seen ->
                    if (seen.isEmpty()) {
                        0.0
                    } else {
                        seen.sumOf(of) /
                            seen.size
                    }
                }
            }

            Average.WEIGHTED -> {
                examples.let { all -> if (all == 0L) 0.0 else (0..<classes).sumOf { support(it) * of(it) } / all }
            }
        }

    private fun part(count: Long, of: Long): Double = if (of == 0L) 0.0 else count.toDouble() / of

    private fun checked(number: Int, what: String): Int {
        require(number in 0..<classes) { "confusion: $what $number is none of the $classes classes" }
        return number
    }

    private companion object {
        /** As many classes have 100 million counts, which is what a checkpoint can reasonably hold. */
        const val MOST = 10_000

        fun allowed(classes: Int): Int {
            require(classes >= 1) { "confusion: there is no class" }
            require(classes <= MOST) { "confusion: a matrix of so many classes is too large: $classes, at most $MOST" }
            return classes
        }
    }
}
