package dev.rankine.train

import dev.rankine.shapes.ShapeException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

internal class ClassMetricsTest :
    FunSpec({
        test("precision, recall and F1: the examples of scikit-learn's pages precision_score, recall_score and f1_score") {
            val targets = intArrayOf(0, 1, 2, 0, 1, 2)
            val said = intArrayOf(0, 2, 1, 0, 0, 1)
            val expected =
                mapOf(
                    Average.MACRO to Triple(2.0 / 9, 1.0 / 3, 0.8 / 3),
                    Average.MICRO to Triple(1.0 / 3, 1.0 / 3, 1.0 / 3),
                    Average.WEIGHTED to Triple(2.0 / 9, 1.0 / 3, 0.8 / 3),
                )
            for ((average, figures) in expected) {
                // batches whose own figures are others
                for (cuts in listOf(listOf(0, 6), listOf(0, 1, 2, 6), listOf(0, 4, 5, 6))) {
                    val metrics = Metrics()
                    for ((from, to) in cuts.zipWithNext()) {
                        val scores = saying(3, *said.copyOfRange(from, to))
                        val given = classes(*targets.copyOfRange(from, to))
                        metrics.precision(scores, given, average)
                        metrics.recall(scores, given, average)
                        metrics.f1(scores, given, average)
                    }
                    metrics.values.keys.toList() shouldBe listOf("precision", "recall", "f1")
                    metrics.values.getValue("precision") shouldBe (figures.first plusOrMinus 1e-12)
                    metrics.values.getValue("recall") shouldBe (figures.second plusOrMinus 1e-12)
                    metrics.values.getValue("f1") shouldBe (figures.third plusOrMinus 1e-12)
                }
            }
        }
        test("the example of scikit-learn's page classification_report: every class, and means weighted by support") {
            val matrix = ConfusionMatrix(3)
            listOf(0, 1, 2, 2, 2).zip(listOf(0, 0, 2, 2, 1)).forEach { (target, said) -> matrix.add(target, said) }

            fun rounded(number: Double) = "%.2f".format(java.util.Locale.ROOT, number)
            (0..2).map { rounded(matrix.precision(it)) } shouldBe listOf("0.50", "0.00", "1.00")
            (0..2).map { rounded(matrix.recall(it)) } shouldBe listOf("1.00", "0.00", "0.67")
            (0..2).map { rounded(matrix.f1(it)) } shouldBe listOf("0.67", "0.00", "0.80")
            (0..2).map { matrix.support(it) } shouldBe listOf(1L, 1L, 3L)
            rounded(matrix.accuracy) shouldBe "0.60"
            listOf(Average.MACRO, Average.WEIGHTED).map {
                listOf(matrix.precision(it), matrix.recall(it), matrix.f1(it)).map(::rounded)
            } shouldBe listOf(listOf("0.50", "0.56", "0.49"), listOf("0.70", "0.60", "0.61"))
        }
        test("the example of scikit-learn's page confusion_matrix, and as a table") {
            val metrics = Metrics()
            metrics.confusion(saying(3, 0, 0, 2, 2), classes(2, 0, 2, 2))
            metrics.confusion(saying(3, 0, 2), classes(0, 1))
            val matrix = metrics.confusion!!
            (0..2).map { row -> (0..2).map { matrix[row, it] } } shouldBe listOf(listOf(2L, 0L, 0L), listOf(0L, 0L, 1L), listOf(1L, 0L, 2L))
            metrics.values shouldBe emptyMap()
            "${ConfusionMatrix(listOf("cat", "dog")).also {
                it.add(0, 0)
                it.add(1, 0)
            }}" shouldBe
                listOf(
                    "               cat     dog    recall",
                    "cat              1       0  100.00 %",
                    "dog              1       0    0.00 %",
                    "precision  50.00 %  0.00 %   50.00 %",
                ).joinToString("\n")
        }
        test("binary: the threshold decides; figures of class 1") {
            val metrics = Metrics()
            // said 1 1 0 0 1, is 1 0 1 0 1: precision 2/3, recall 2/3
            val scores = vector(0.9, 0.6, 0.2, 0.5, 0.7)
            val targets = vector(1.0, 0.0, 1.0, 0.0, 1.0)
            metrics.precision(scores, targets, threshold = 0.5)
            metrics.recall(scores, targets, threshold = 0.5)
            metrics.f1(scores, targets, threshold = 0.65, name = "strict f1") // said 1 0 0 0 1
            metrics.accuracy(scores, targets, threshold = 0.5)
            metrics.confusion(scores, targets, threshold = 0.5)
            metrics.values shouldBe mapOf("precision" to 2.0 / 3, "recall" to 2.0 / 3, "strict f1" to 0.8, "accuracy" to 0.6)
            metrics.confusion!![1, 0] shouldBe 1L
            val pairs = Metrics()
            pairs.f1(saying(2, 1, 1, 0, 0, 1), classes(1, 0, 1, 0, 1), Average.BINARY)
            pairs.values shouldBe mapOf("f1" to 2.0 / 3)
        }
        test("a class that neither occurs nor was predicted does not count; no examples are 0") {
            val matrix = ConfusionMatrix(4).also { it.add(0, 0) }
            matrix.f1(Average.MACRO) shouldBe 1.0
            ConfusionMatrix(4).run { listOf(f1(Average.MACRO), f1(Average.WEIGHTED), accuracy) } shouldBe listOf(0.0, 0.0, 0.0)
        }
        test("the example of scikit-learn's page top_k_accuracy_score") {
            val scores =
                matrix(
                    doubleArrayOf(0.5, 0.2, 0.2),
                    doubleArrayOf(0.3, 0.4, 0.2),
                    doubleArrayOf(0.2, 0.4, 0.3),
                    doubleArrayOf(0.7, 0.2, 0.1),
                )
            val targets = classes(0, 1, 2, 2)
            val metrics = Metrics()
            for (k in 1..3) metrics.topKAccuracy(scores, targets, k)
            metrics.accuracy(scores, targets)
            metrics.values shouldBe mapOf("top-1 accuracy" to 0.5, "top-2 accuracy" to 0.75, "top-3 accuracy" to 1.0, "accuracy" to 0.5)
        }
        test("of equal scores the first is larger; NaN is never right") {
            val metrics = Metrics()
            metrics.topKAccuracy(matrix(doubleArrayOf(1.0, 1.0, 1.0), doubleArrayOf(Double.NaN, 1.0, 0.0)), classes(2, 0), 2)
            metrics.topKAccuracy(matrix(doubleArrayOf(1.0, 1.0, 1.0), doubleArrayOf(Double.NaN, 1.0, 0.0)), classes(1, 1), 2)
            metrics.values shouldBe mapOf("top-2 accuracy" to 0.5)
        }
        test("ignored targets count in no number of classes, -100 or another") {
            // of the rows that count: said 0 2 1, are 0 1 1
            for (ignored in listOf(-100, 2, 7)) {
                val metrics = Metrics()
                val scores = saying(3, 0, 1, 2, 2, 1)
                val targets = classes(0, ignored, 1, ignored, 1)
                if (ignored == -100) {
                    metrics.accuracy(scores, targets)
                    metrics.topKAccuracy(scores, targets, 1)
                    metrics.f1(scores, targets, Average.MICRO)
                    metrics.precision(scores, targets, Average.MICRO)
                    metrics.recall(scores, targets, Average.MICRO)
                    metrics.confusion(scores, targets)
                } else {
                    val index = ignored.toLong()
                    metrics.accuracy(scores, targets, index)
                    metrics.topKAccuracy(scores, targets, 1, index)
                    metrics.f1(scores, targets, Average.MICRO, ignoreIndex = index)
                    metrics.precision(scores, targets, Average.MICRO, ignoreIndex = index)
                    metrics.recall(scores, targets, Average.MICRO, ignoreIndex = index)
                    metrics.confusion(scores, targets, index)
                }
                metrics.values.keys shouldBe setOf("accuracy", "top-1 accuracy", "f1", "precision", "recall")
                metrics.values.values.forEach { it shouldBe 2.0 / 3 }
                metrics.confusion!!.examples shouldBe 3L
                metrics.confusion!![1, 2] shouldBe 1L
            }
            val none = Metrics()
            none.accuracy(saying(3, 0), classes(-100))
            none.values shouldBe emptyMap()
            shouldThrow<IllegalArgumentException> { none.accuracy(saying(3, 0), classes(-1)) }.message shouldBe
                "accuracy: target 0 is none of the 3 classes: -1.0"
            shouldThrow<IllegalArgumentException> { none.confusion(saying(3, 0), classes(-100), ignoreIndex = -1) }.message shouldBe
                "confusion: target 0 is none of the 3 classes: -100.0"
        }
        test("copies of a matrix do not see what is added to another") {
            val matrix = ConfusionMatrix(3).also { it.add(1, 2) }
            val copy = matrix.copy()
            matrix.add(1, 2)
            matrix.add(0, 0)
            copy.add(1, 0)
            val later = copy.copy()
            copy.add(2, 2)
            listOf(matrix, copy, later).map { it.numbers.map(Double::toInt) } shouldBe
                listOf(
                    listOf(1, 0, 0, 0, 0, 2, 0, 0, 0),
                    listOf(0, 0, 0, 1, 0, 1, 0, 0, 1),
                    listOf(0, 0, 0, 1, 0, 1, 0, 0, 0),
                )
        }
        test("many classes: rows are made as they occur, figures are no news of every step, too many are refused") {
            val many = ConfusionMatrix(10_000)
            repeat(1000) { many.add(it % 3, 9_999) } // a whole matrix would be 800 MB
            many[2, 9_999] shouldBe 333L
            many.support(0) shouldBe 334L
            many.examples shouldBe 1000L
            ClassStatistic(ClassStatistic.Figure.F1, Average.MACRO, ConfusionMatrix(100)).isCheap shouldBe true
            ClassStatistic(ClassStatistic.Figure.F1, Average.MACRO, ConfusionMatrix(101)).isCheap shouldBe false
            for (classes in listOf(10_001, 46_341, 65_536)) {
                shouldThrow<IllegalArgumentException> { ConfusionMatrix(classes) }.message shouldBe
                    "confusion: a matrix of so many classes is too large: $classes, at most 10000"
            }
            shouldThrow<IllegalArgumentException> { ConfusionMatrix(List(10_001) { "$it" }) }.message shouldBe
                "confusion: a matrix of so many classes is too large: 10001, at most 10000"
        }
        test("what is refused") {
            val metrics = Metrics()
            shouldThrow<IllegalArgumentException> { metrics.f1(saying(3, 0, 1), classes(0, 3)) }.message shouldBe
                "f1: target 1 is none of the 3 classes: 3.0"
            shouldThrow<IllegalArgumentException> { metrics.recall(vector(0.1), vector(0.5), threshold = 0.0) }.message shouldBe
                "recall: target 0 is none of the 2 classes: 0.5"
            shouldThrow<ShapeException> { metrics.f1(saying(3, 0, 1), classes(0)) }.message shouldBe
                "f1: as many rows as targets are needed\n  scores   [2, 3]\n  targets  [1]"
            shouldThrow<IllegalArgumentException> { metrics.topKAccuracy(saying(3, 0), classes(0), 4) }.message shouldBe
                "top-4 accuracy: k is not from 1 to the number of classes: 4, 3 classes"
            shouldThrow<IllegalArgumentException> { ConfusionMatrix(3).precision(Average.BINARY) }.message shouldBe
                "confusion: BINARY needs 2 classes, there are 3\n  hint: average = Average.MACRO"
            shouldThrow<IllegalArgumentException> { ConfusionMatrix(3)[0, 3] }.message shouldBe
                "confusion: prediction 3 is none of the 3 classes"
            shouldThrow<IllegalArgumentException> { ConfusionMatrix(0) }.message shouldBe "confusion: there is no class"
            metrics.f1(saying(3, 0), classes(0))
            shouldThrow<IllegalArgumentException> { metrics.f1(saying(3, 0), classes(0), Average.MICRO) }.message shouldBe
                "metrics: f1 is reported as f1 macro and as f1 micro"
            shouldThrow<IllegalArgumentException> { metrics.f1(saying(4, 0), classes(0)) }.message shouldBe
                "metrics: f1 is reported as f1 macro and as f1 macro of other sizes"
            shouldThrow<IllegalArgumentException> { metrics.report("f1", 1.0, 1) }.message shouldBe
                "metrics: f1 is reported as f1 macro and as mean"
        }
    })
