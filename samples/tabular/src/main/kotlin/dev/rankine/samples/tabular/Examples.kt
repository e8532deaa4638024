package dev.rankine.samples.tabular

import dev.rankine.data.ArffFile
import dev.rankine.data.CsvTable
import dev.rankine.data.Dataset
import dev.rankine.data.Labelled
import dev.rankine.data.Standardization
import dev.rankine.data.Subset
import dev.rankine.data.TensorDataset
import dev.rankine.data.Vocabulary
import dev.rankine.data.map
import dev.rankine.data.stratifiedSplit
import dev.rankine.shapes.FormatException
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Vec
import dev.rankine.tensor.toLongArray
import java.nio.file.Path

/** A batch: rows of the table and their classes. */
internal typealias Batch = Labelled<Mat<Rows, Features>, Vec<Rows>>

/**
 * A table, cut into the rows to learn from and those to judge by. Both are standardised by what the rows to learn from are like: what is judged by must
 * not be looked at before.
 *
 * @property features how many columns of numbers there are.
 * @property classes the names of the classes.
 * @property labels the classes of the rows to learn from.
 */
internal class Examples private constructor(
    val features: Int,
    val classes: Vocabulary,
    val labels: LongArray,
    val train: Dataset<Batch>,
    val test: Dataset<Batch>,
) {
    companion object {
        private const val LEARNT = 0.75

        /**
         * The table at [path], of which column [label] has the classes; all others are numbers.
         *
         * @throws FormatException if it cannot be read, has no such column, or too few rows.
         */
        fun read(path: Path, label: String?, seed: Long): Examples {
            val table = if ("$path".endsWith(".arff")) ArffFile.read(path) else CsvTable.read(path)
            val column = label ?: table.columns.last()
            val columns = table.columnsBut(column)
            val (labels, classes) = table.classes(Rows, column)
            if (table.size < 2 * classes.size || classes.size < 2) {
                throw FormatException(
                    table.file,
                    "is too small: ${table.size} rows of ${classes.size} classes, two rows of each of two classes needed",
                )
            }
            val all = TensorDataset(table.numbers(Rows, Features, columns), labels)
            val (train, test) = all.stratifiedSplit(labels.toLongArray(), LEARNT, 1 - LEARNT, seed = seed)
            val learnt = train.whole()
            val standardization = Standardization.of(learnt.inputs)

            fun standard(part: Dataset<Batch>) = part.map { (rows, classes) -> Labelled(standardization(rows), classes) }
            return Examples(columns.size, classes, learnt.targets.toLongArray(), standard(train), standard(test))
        }

        private fun Subset<Batch>.whole(): Batch = batch(IntArray(size) { it })
    }
}
