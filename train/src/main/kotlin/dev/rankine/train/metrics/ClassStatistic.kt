package dev.rankine.train

/** The [figure] of a confusion matrix. */
internal class ClassStatistic(private val figure: Figure, private val average: Average, val matrix: ConfusionMatrix) :
    Statistic(kind(figure, average)) {
    /** What is asked of the matrix; [MATRIX] is the matrix itself. */
    enum class Figure(val word: String) { MATRIX("confusion"), PRECISION("precision"), RECALL("recall"), F1("f1") }

    override val width: Int get() = matrix.classes

    /** A figure of all classes asks for all counts. */
    override val isCheap: Boolean get() = matrix.classes <= FEW

    override val value: Double? get() =
        when (figure) {
            Figure.MATRIX -> null
            Figure.PRECISION -> matrix.precision(average)
            Figure.RECALL -> matrix.recall(average)
            Figure.F1 -> matrix.f1(average)
        }

    override val numbers: DoubleArray get() = matrix.numbers

    override fun copy(): ClassStatistic = ClassStatistic(figure, average, matrix.copy())

    companion object {
        /** The only average of the matrix itself. */
        val NONE: Average = Average.MICRO

        private const val FEW = 100

        fun of(kind: String, numbers: DoubleArray): Statistic? {
            val classes = generateSequence(1) { it + 1 }.first { it.toLong() * it >= numbers.size }
            if (classes.toLong() * classes != numbers.size.toLong()) return null
            val counts = numbers.map { count(it) ?: return null }
            for (figure in Figure.entries) {
                for (average in Average.entries) {
                    if (kind(figure, average) != kind) continue
                    val matrix = ConfusionMatrix(classes)
                    counts.forEachIndexed { i, count -> if (count > 0) matrix.add(i / classes, i % classes, count) }
                    return ClassStatistic(figure, average, matrix)
                }
            }
            return null
        }

        fun kind(figure: Figure, average: Average): String =
            if (figure == Figure.MATRIX) figure.word else "${figure.word} ${average.name.lowercase()}"
    }
}
