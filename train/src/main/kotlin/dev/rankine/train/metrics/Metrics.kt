package dev.rankine.train

import dev.rankine.ops.Value
import dev.rankine.ops.argmax
import dev.rankine.ops.invoke
import dev.rankine.ops.item
import dev.rankine.ops.noGrad
import dev.rankine.ops.scope
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toLongArray
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import kotlin.math.abs

/**
 * Numbers that a loss function reports beside the loss, by name. Each is that of all examples of an epoch so far, not a mean of what the
 * batches gave: an F1 or an area under a curve is that of the whole.
 *
 * ```
 * val trainer = Trainer(model, optimizer, examples) { (x, y) ->
 *     val scores = model(x)
 *     accuracy(scores, y)
 *     f1(scores, y, Average.MACRO)
 *     crossEntropy(scores, y)
 * }
 * ```
 *
 * A loop of one's own makes one itself: `val metrics = Metrics()`, a call for each batch, and at the end `metrics.values`.
 */
public class Metrics internal constructor(from: Map<String, Statistic>) {
    /** No number yet. */
    public constructor() : this(emptyMap())

    private val statistics = from.mapValuesTo(LinkedHashMap()) { it.value.copy() }

    /** What the numbers are made of, as it is now. */
    internal val state: Map<String, Statistic> get() = statistics.mapValues { it.value.copy() }

    /** The numbers so far, in the order of their first report. */
    public val values: Map<String, Double> get() = values { true }

    /** Those of [values] that cost little, whatever the number of examples. */
    internal val cheapValues: Map<String, Double> get() = values { it.isCheap }

    /** What [confusion] has counted so far; null without it. */
    public val confusion: ConfusionMatrix?
        get() = statistics.values.firstNotNullOfOrNull { if (it is ClassStatistic && it.value == null) it.matrix.copy() else null }

    /**
     * Adds to the mean called [name]: [total] is the sum over [count] examples. Nothing is added for no examples.
     *
     * @throws IllegalArgumentException if [count] is negative, or [name] is a number of another kind.
     */
    public fun report(name: String, total: Double, count: Int): Unit = report(name, total, count, MeanStatistic.Form.MEAN)

    /**
     * Reports as `accuracy` how many rows of [scores] are largest at the class that [targets] names. `[B, C], [B]`.
     *
     * @param ignoreIndex rows with this target do not count, as in `crossEntropy`; so it is for all numbers of classes.
     * @throws IllegalArgumentException if another target is none of the classes.
     */
    @JvmOverloads
    public fun <B : Dim<*>, C : Dim<*>> accuracy(scores: Tensor<Mat<B, C>>, targets: Tensor<Vec<B>>, ignoreIndex: Long = IGNORE_INDEX) {
        val given = classes("accuracy", targets.value, requireRows("accuracy", scores.value, targets.value), ignoreIndex)
        val said = said("accuracy", scores.value)
        report("accuracy", given.indices.count { said[it] == given[it].toLong() }.toDouble(), given.count { it != IGNORED })
    }

    /**
     * Reports how many rows of [scores] have the class that [targets] names among their [k] largest: `top-5 accuracy`. Of equal scores
     * the first is the largest. `[B, C], [B]`.
     *
     * @param ignoreIndex rows with this target do not count.
     * @throws IllegalArgumentException if [k] is not from 1 to the number of classes, or another target is none of them.
     */
    @JvmOverloads
    public fun <B : Dim<*>, C : Dim<*>> topKAccuracy(
        scores: Tensor<Mat<B, C>>,
        targets: Tensor<Vec<B>>,
        k: Int,
        ignoreIndex: Long = IGNORE_INDEX,
    ) {
        val name = "top-$k accuracy"
        val classes = requireRows(name, scores.value, targets.value)
        require(k in 1..classes) { "$name: k is not from 1 to the number of classes: $k, $classes classes" }
        val numbers = scores.value.toDoubleArray()
        val given = classes(name, targets.value, classes, ignoreIndex)
        val right =
            given.withIndex().filter { it.value != IGNORED }.count { (row, target) ->
                val own = numbers[row * classes + target]
                (0..<classes).count { other ->
                    val score = numbers[row * classes + other]
                    other != target && (!(score <= own) || (score == own && other < target))
                } < k
            }
        report(name, right.toDouble(), given.count { it != IGNORED })
    }

    /**
     * Counts which class was taken for which, by the largest score; [Measured.confusion] gives the counts. `[B, C], [B]`.
     *
     * @param ignoreIndex rows with this target do not count.
     * @throws IllegalArgumentException if another target is none of the classes.
     */
    @JvmOverloads
    public fun <B : Dim<*>, C : Dim<*>> confusion(
        scores: Tensor<Mat<B, C>>,
        targets: Tensor<Vec<B>>,
        ignoreIndex: Long = IGNORE_INDEX,
    ): Unit = decide("confusion", ClassStatistic.Figure.MATRIX, ClassStatistic.NONE, scores, targets, ignoreIndex)

    /**
     * Reports as `precision` the precision of the classes with the largest scores. `[B, C], [B]`.
     *
     * @param ignoreIndex rows with this target do not count.
     * @throws IllegalArgumentException if another target is none of the classes.
     */
    public fun <B : Dim<*>, C : Dim<*>> precision(
        scores: Tensor<Mat<B, C>>,
        targets: Tensor<Vec<B>>,
        average: Average = Average.MACRO,
        name: String = "precision",
        ignoreIndex: Long = IGNORE_INDEX,
    ): Unit = decide(name, ClassStatistic.Figure.PRECISION, average, scores, targets, ignoreIndex)

    /**
     * Reports as `recall` the recall of the classes with the largest scores. `[B, C], [B]`.
     *
     * @param ignoreIndex rows with this target do not count.
     * @throws IllegalArgumentException if another target is none of the classes.
     */
    public fun <B : Dim<*>, C : Dim<*>> recall(
        scores: Tensor<Mat<B, C>>,
        targets: Tensor<Vec<B>>,
        average: Average = Average.MACRO,
        name: String = "recall",
        ignoreIndex: Long = IGNORE_INDEX,
    ): Unit = decide(name, ClassStatistic.Figure.RECALL, average, scores, targets, ignoreIndex)

    /**
     * Reports as `f1` the F1 of the classes with the largest scores. `[B, C], [B]`.
     *
     * @param ignoreIndex rows with this target do not count.
     * @throws IllegalArgumentException if another target is none of the classes.
     */
    public fun <B : Dim<*>, C : Dim<*>> f1(
        scores: Tensor<Mat<B, C>>,
        targets: Tensor<Vec<B>>,
        average: Average = Average.MACRO,
        name: String = "f1",
        ignoreIndex: Long = IGNORE_INDEX,
    ): Unit = decide(name, ClassStatistic.Figure.F1, average, scores, targets, ignoreIndex)

    /** Reports as `accuracy` how many [scores] are above [threshold] (0 for logits) exactly where [targets] are 1. `[B], [B]`. */
    @JvmName("binaryAccuracy")
    public fun <B : Dim<*>> accuracy(scores: Tensor<Vec<B>>, targets: Tensor<Vec<B>>, threshold: Double) {
        val given = scores.value.toDoubleArray()
        val right =
            binary("accuracy", scores.value, targets.value).withIndex().count { (i, target) ->
                (given[i] > threshold) ==
                    (target == 1)
            }
        report("accuracy", right.toDouble(), given.size)
    }

    /** [confusion] of the classes 0 and 1: 1 is said where a score is above [threshold] (0 for logits). `[B], [B]`. */
    @JvmName("binaryConfusion")
    public fun <B : Dim<*>> confusion(scores: Tensor<Vec<B>>, targets: Tensor<Vec<B>>, threshold: Double): Unit =
        decide("confusion", ClassStatistic.Figure.MATRIX, ClassStatistic.NONE, scores, targets, threshold)

    /** [precision] of class 1, which is said where a score is above [threshold] (0 for logits). `[B], [B]`. */
    @JvmName("binaryPrecision")
    public fun <B : Dim<*>> precision(
        scores: Tensor<Vec<B>>,
        targets: Tensor<Vec<B>>,
        threshold: Double,
        name: String = "precision",
    ): Unit = decide(name, ClassStatistic.Figure.PRECISION, Average.BINARY, scores, targets, threshold)

    /** [recall] of class 1, which is said where a score is above [threshold] (0 for logits). `[B], [B]`. */
    @JvmName("binaryRecall")
    public fun <B : Dim<*>> recall(scores: Tensor<Vec<B>>, targets: Tensor<Vec<B>>, threshold: Double, name: String = "recall"): Unit =
        decide(name, ClassStatistic.Figure.RECALL, Average.BINARY, scores, targets, threshold)

    /** [f1] of class 1, which is said where a score is above [threshold] (0 for logits). `[B], [B]`. */
    @JvmName("binaryF1")
    public fun <B : Dim<*>> f1(scores: Tensor<Vec<B>>, targets: Tensor<Vec<B>>, threshold: Double, name: String = "f1"): Unit =
        decide(name, ClassStatistic.Figure.F1, Average.BINARY, scores, targets, threshold)

    /**
     * Reports as `auc` the area under the receiver operating characteristic, of every class against the rest by its probability, averaged
     * over the classes. [scores] are logits, as `crossEntropy` takes them. NaN if a class does not occur. `[B, C], [B]`.
     *
     * It keeps all scores, and is told at the end of an epoch only.
     *
     * @throws IllegalArgumentException if a target is none of the classes, or there is one class only.
     */
    public fun <B : Dim<*>, C : Dim<*>> auc(scores: Tensor<Mat<B, C>>, targets: Tensor<Vec<B>>, name: String = "auc") {
        val columns = requireRows(name, scores.value, targets.value)
        require(columns >= 2) { "$name: one class cannot be told from the rest\n  hint: pass the scores as a vector" }
        val numbers = scores.value.toDoubleArray()
        val statistic = at(name, RankStatistic.KIND, columns) { RankStatistic(columns) }
        classes(name, targets.value, columns).forEachIndexed { row, target -> statistic.add(target.toDouble(), numbers, row * columns) }
    }

    /** [auc] of class 1 against class 0 by any number that orders the examples. `[B], [B]`. */
    @JvmName("binaryAuc")
    public fun <B : Dim<*>> auc(scores: Tensor<Vec<B>>, targets: Tensor<Vec<B>>, name: String = "auc") {
        val numbers = scores.value.toDoubleArray()
        val given = binary(name, scores.value, targets.value)
        val statistic = at(name, RankStatistic.KIND, 1) { RankStatistic(1) }
        given.forEachIndexed { row, target -> statistic.add(target.toDouble(), numbers, row) }
    }

    /**
     * Reports as `perplexity` the exponential of the mean [loss], a cross-entropy in nats: that of a batch with [count] tokens.
     *
     * @throws IllegalArgumentException if [count] is negative.
     */
    public fun perplexity(loss: Tensor<Scalar>, count: Int): Unit =
        report("perplexity", loss.value.item() * count, count, MeanStatistic.Form.EXPONENTIAL)

    /** Reports as `mae` the mean of `|prediction - target|` over all elements. `[*p], [*p]`. */
    public fun <S : Shape> mae(predictions: Tensor<S>, targets: Tensor<S>): Unit =
        report("mae", predictions, targets, MeanStatistic.Form.MEAN) { abs(it) }

    /** Reports as `mse` the mean of `(prediction - target)^2` over all elements. `[*p], [*p]`. */
    public fun <S : Shape> mse(predictions: Tensor<S>, targets: Tensor<S>): Unit =
        report("mse", predictions, targets, MeanStatistic.Form.MEAN) { it * it }

    /** Reports as `rmse` the root of [mse]. `[*p], [*p]`. */
    public fun <S : Shape> rmse(predictions: Tensor<S>, targets: Tensor<S>): Unit =
        report("rmse", predictions, targets, MeanStatistic.Form.ROOT) { it * it }

    /**
     * Reports as `r2` the coefficient of determination: what part of the spread of [targets] is explained. Of several outputs it is the mean;
     * of fewer than two examples, NaN. `[B, O], [B, O]`.
     */
    public fun <B : Dim<*>, O : Dim<*>> r2(predictions: Tensor<Mat<B, O>>, targets: Tensor<Mat<B, O>>): Unit =
        determination(predictions.value, targets.value, predictions.value.sizes[1])

    /** [r2] of a single output. `[B], [B]`. */
    @JvmName("r2OfVector")
    public fun <B : Dim<*>> r2(predictions: Tensor<Vec<B>>, targets: Tensor<Vec<B>>): Unit =
        determination(predictions.value, targets.value, 1)

    private fun values(isWanted: (Statistic) -> Boolean): Map<String, Double> {
        val found = LinkedHashMap<String, Double>()
        for ((name, statistic) in statistics) if (isWanted(statistic)) statistic.value?.let { found[name] = it }
        return found
    }

    private fun report(name: String, total: Double, count: Int, form: MeanStatistic.Form) {
        require(count >= 0) { "metrics: a number of examples cannot be negative: $count for $name" }
        if (count > 0) at(name, form.kind, 0) { MeanStatistic(form) }.add(total, count)
    }

    private fun report(name: String, predictions: Tensor<*>, targets: Tensor<*>, form: MeanStatistic.Form, of: (Double) -> Double) {
        requireEqual(name, predictions.value, targets.value)
        val expected = targets.value.toDoubleArray()
        val given = predictions.value.toDoubleArray()
        report(name, given.indices.sumOf { of(given[it] - expected[it]) }, given.size, form)
    }

    private fun determination(predictions: Value, targets: Value, outputs: Int) {
        requireEqual("r2", predictions, targets)
        if (targets.elements == 0) return
        val given = predictions.toDoubleArray()
        val expected = targets.toDoubleArray()
        val statistic = at("r2", DeterminationStatistic.KIND, outputs) { DeterminationStatistic(outputs) }
        for (row in 0..<given.size / outputs) statistic.add(given, expected, row * outputs)
    }

    private fun decide(
        name: String,
        figure: ClassStatistic.Figure,
        average: Average,
        scores: Tensor<*>,
        targets: Tensor<*>,
        ignoreIndex: Long,
    ) {
        val classes = requireRows(name, scores.value, targets.value)
        val given = classes(name, targets.value, classes, ignoreIndex)
        val said = said(name, scores.value)
        val matrix = matrix(name, figure, average, classes)
        given.forEachIndexed { i, target -> if (target != IGNORED) matrix.add(target, said[i].toInt()) }
    }

    private fun decide(
        name: String,
        figure: ClassStatistic.Figure,
        average: Average,
        scores: Tensor<*>,
        targets: Tensor<*>,
        threshold: Double,
    ) {
        val given = binary(name, scores.value, targets.value)
        val numbers = scores.value.toDoubleArray()
        val matrix = matrix(name, figure, average, 2)
        given.forEachIndexed { i, target -> matrix.add(target, if (numbers[i] > threshold) 1 else 0) }
    }

    /** The statistic called [name], of [kind] and [width], which is made at its first report. */
    private inline fun <reified T : Statistic> at(name: String, kind: String, width: Int, make: () -> T): T {
        val present = statistics.getOrPut(name, make)
        require(present.kind == kind && present.width == width) {
            "metrics: $name is reported as ${present.kind} and as $kind" + if (present.kind == kind) " of other sizes" else ""
        }
        return present as T
    }

    private fun matrix(name: String, figure: ClassStatistic.Figure, average: Average, classes: Int): ConfusionMatrix =
        at(name, ClassStatistic.kind(figure, average), classes) { ClassStatistic(figure, average, ConfusionMatrix(classes)) }.matrix
}

/** How many scores each row has. */
private fun requireRows(name: String, scores: Value, targets: Value): Int {
    if (scores.sizes[0] != targets.sizes[0]) {
        throw ShapeException("$name: as many rows as targets are needed", listOf("scores" to scores.sizes, "targets" to targets.sizes))
    }
    return scores.sizes[1]
}

private fun requireEqual(name: String, predictions: Value, targets: Value) {
    if (predictions.sizes != targets.sizes) {
        throw ShapeException("$name: sizes differ", listOf("predictions" to predictions.sizes, "targets" to targets.sizes))
    }
}

/** The targets that no number counts unless another is given: PyTorch's, and `crossEntropy`'s. */
private const val IGNORE_INDEX = -100L

/** What [classes] has in the place of an ignored target. */
private const val IGNORED = -1

/** The classes with the largest of [scores]. */
private fun said(name: String, scores: Value): LongArray = noGrad { scope(name) { argmax(scores, -1).toLongArray() } }

/** The classes that [targets] name. */
private fun classes(name: String, targets: Value, classes: Int, ignoreIndex: Long? = null): IntArray =
    targets.toDoubleArray().let { given ->
        IntArray(given.size) { i ->
            if (ignoreIndex != null && given[i] == ignoreIndex.toDouble()) return@IntArray IGNORED
            given[i].toInt().also {
                require(it.toDouble() == given[i] && it in 0..<classes) { "$name: target $i is none of the $classes classes: ${given[i]}" }
            }
        }
    }

/** [targets], which are 0 or 1. */
private fun binary(name: String, scores: Value, targets: Value): IntArray {
    requireEqual(name, scores, targets)
    return classes(name, targets, 2)
}
