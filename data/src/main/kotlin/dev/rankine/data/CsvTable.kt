package dev.rankine.data

import dev.rankine.ops.Value
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Axis
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.FormatException
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked
import kotlinx.coroutines.flow.flow
import java.nio.file.Path

/**
 * A file of comma-separated values, in memory. Its columns become tensors by name; every error names file, line, column, and what was expected.
 *
 * @property rows the rows in their order.
 */
public class CsvTable internal constructor(private val header: CsvHeader, public val rows: List<CsvRow>) {
    /** The name of the file. */
    public val file: String get() = header.file

    /** The names of the columns in their order. */
    public val columns: List<String> get() = header.columns

    /** How many rows there are. */
    public val size: Int get() = rows.size

    /**
     * The names of the columns without [columns].
     *
     * @throws FormatException if there is no such column.
     */
    public fun columnsBut(vararg columns: String): List<String> {
        columns.forEach(header::place)
        return this.columns - columns.toSet()
    }

    /**
     * The numbers of [columns]. `[R, F]`
     *
     * @param missing what a number becomes that is missing.
     * @param dtype float32, or float64 for numbers that float32 does not hold: whole ones above 2^24 may become others there.
     * @throws FormatException if there is no such column, something else than a number in one or a number that is infinite in [dtype], or there are more
     * numbers than a tensor has.
     * @throws ShapeException if [features] declares another size than the number of [columns], or [rows] another than the number of rows.
     */
    @OptIn(UncheckedShape::class) // the axes that make the sizes are those of the type
    public fun <R : Dim<*>, F : Dim<*>> numbers(
        rows: R,
        features: F,
        columns: List<String> = this.columns,
        missing: Missing = Missing.Refused,
        dtype: DType = DType.F32,
    ): Tensor<Mat<R, F>> {
        if (size.toLong() * columns.size > Int.MAX_VALUE) {
            throw FormatException(file, "more numbers than a tensor has: $size rows of ${columns.size} columns")
        }
        val sizes = Sizes.named(axis(rows), Axis(features, columns.size, "${columns.size} columns of $file"))
        return value(columns.map(header::place), missing, dtype, sizes).unchecked()
    }

    /**
     * The numbers of [column]. `[R]`
     *
     * @param missing what a number becomes that is missing.
     * @param dtype float32, or float64 for numbers that float32 does not hold: whole ones above 2^24 may become others there.
     * @throws FormatException if there is no such column, or something else than a number in it or a number that is infinite in [dtype].
     * @throws ShapeException if [rows] declares another size than the number of rows.
     */
    @OptIn(UncheckedShape::class) // the axis that makes the sizes is that of the type
    public fun <R : Dim<*>> numbers(
        rows: R,
        column: String,
        missing: Missing = Missing.Refused,
        dtype: DType = DType.F32,
    ): Tensor<Vec<R>> = value(listOf(header.place(column)), missing, dtype, Sizes.named(axis(rows))).unchecked()

    /**
     * The classes that [column] names, as numbers, int64, with the names; where all names are whole numbers they are in the order of their values, else in
     * that of the alphabet. `[R]`
     *
     * @param vocabulary the names and their numbers, where they are known: those of the table that was learnt from.
     * @throws FormatException if there is no such column, a name is missing, or not in [vocabulary].
     * @throws ShapeException if [rows] declares another size than the number of rows.
     */
    @OptIn(UncheckedShape::class) // the axis that makes the sizes is that of the type
    public fun <R : Dim<*>> classes(rows: R, column: String, vocabulary: Vocabulary? = null): Classes<R> {
        val place = header.place(column)
        for (row in this.rows) {
            if (row.isMissing(place)) throw row.problem(place, "the name of a class expected, the value is missing")
            if (vocabulary != null && row.fields[place] !in vocabulary) {
                throw row.problem(place, "one of ${some(vocabulary.words)} expected, found \"${Vocabulary.shown(row.fields[place])}\"")
            }
        }
        val names = this.rows.map { it.fields[place] }
        val all = vocabulary ?: Vocabulary.of(names)
        return Classes(valueOf(all.encode(names), DType.I64, Sizes.named(axis(rows))).unchecked(), all)
    }

    /**
     * The fields of [column], as they are written.
     *
     * @throws FormatException if there is no such column.
     */
    public fun texts(column: String): List<String> = header.place(column).let { place -> rows.map { it.fields[place] } }

    /**
     * The rows that have a value in each of [columns].
     *
     * @throws FormatException if there is no such column.
     */
    public fun withoutMissing(columns: List<String> = this.columns): CsvTable {
        val places = columns.map(header::place)
        return CsvTable(header, rows.filter { row -> places.none(row::isMissing) })
    }

    override fun toString(): String = "CsvTable($file, $size rows of ${some(columns)})"

    private fun <R : Dim<*>> axis(dim: R) = Axis(dim, size, "$size rows of $file")

    /** The numbers of the columns at [places], row by row. */
    private fun value(places: List<Int>, missing: Missing, dtype: DType, sizes: Sizes): Value {
        require(dtype == DType.F32 || dtype == DType.F64) { "csv: numbers are float32 or float64, not $dtype" }
        val numbers = places.map { column(it, missing) }
        if (dtype ==
            DType.F64
        ) {
            return valueOf(DoubleArray(size * places.size) { numbers[it % places.size][it / places.size] }, dtype, sizes)
        }
        val array =
            FloatArray(size * places.size) {
                val (row, column) = it / places.size to it % places.size
                val number = numbers[column][row]
                if (number.isFinite() && number.toFloat().isInfinite()) {
                    throw rows[row].problem(
                        places[column],
                        "a number expected that float32 holds, found $number",
                        "numbers(..., dtype = DType.F64)",
                    )
                }
                number.toFloat()
            }
        return valueOf(array, dtype, sizes)
    }

    private fun column(place: Int, missing: Missing): DoubleArray {
        if (missing == Missing.Refused) return DoubleArray(size) { rows[it].number(place) }
        val numbers = DoubleArray(size) { if (rows[it].isMissing(place)) Double.NaN else rows[it].number(place) }
        val filling =
            when (missing) {
                is Missing.Fixed -> missing.value
                is Missing.Mean -> mean(place, numbers)
                else -> return numbers
            }
        return DoubleArray(size) { if (numbers[it].isNaN()) filling else numbers[it] }
    }

    private fun mean(place: Int, numbers: DoubleArray): Double {
        val there = numbers.filter { !it.isNaN() }
        if (there.isEmpty() && numbers.isNotEmpty()) {
            throw FormatException(file, "column \"${columns[place]}\": all values are missing, and so is their mean")
        }
        return there.average()
    }

    /** Reads files. */
    public companion object {
        /**
         * Reads the file at [path], in UTF-8. Empty lines are passed over.
         *
         * @throws FormatException if there is no such file, it cannot be read or is not UTF-8, two columns have the same name, a row has more or fewer
         * fields than there are columns, or a quote is not closed.
         */
        @JvmStatic
        @JvmOverloads
        public fun read(path: Path, format: CsvFormat = CsvFormat()): CsvTable = Utf8Lines(path).use { table(it, format) }

        /**
         * The rows of the file at [path], one after another: it may be larger than memory. The flow throws what [read] throws.
         */
        @JvmStatic
        @JvmOverloads
        public fun rows(path: Path, format: CsvFormat = CsvFormat()): IterableDataset<CsvRow> =
            IterableDataset {
                flow {
                    Utf8Lines(path).use { lines ->
                        val reading = CsvReading(lines, format)
                        while (true) emit(reading.next() ?: break)
                    }
                }
            }

        internal fun table(lines: Utf8Lines, format: CsvFormat): CsvTable {
            val reading = CsvReading(lines, format)
            return CsvTable(reading.header, generateSequence { reading.next() }.toList())
        }
    }
}

/**
 * Classes of examples as numbers.
 *
 * @property labels the number of each example's class, int64. `[R]`
 * @property vocabulary the names of the classes.
 */
public data class Classes<R : Dim<*>>(public val labels: Tensor<Vec<R>>, public val vocabulary: Vocabulary)
