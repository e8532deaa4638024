package dev.rankine.samples.tabular

import com.github.ajalt.mordant.terminal.Terminal
import dev.rankine.data.DataLoader
import dev.rankine.data.StratifiedSampler
import dev.rankine.nn.Linear
import dev.rankine.nn.relu
import dev.rankine.nn.then
import dev.rankine.ops.seedAll
import dev.rankine.optim.AdamW
import dev.rankine.shapes.of
import dev.rankine.tensor.crossEntropy
import dev.rankine.train.Average
import dev.rankine.train.ConfusionMatrix
import dev.rankine.train.Trainer
import dev.rankine.train.evaluateBlocking
import dev.rankine.train.progress.Progress
import java.nio.file.Path
import java.util.Locale

/** Teaches a small network the classes of a table, and tells on [terminal] how well it does on rows that it has not seen. */
internal class Run(private val terminal: Terminal) {
    fun learn(path: Path, name: String, label: String?, epochs: Int, seed: Long) {
        seedAll(seed)
        val examples = Examples.read(path, label, seed)
        val classes = examples.classes
        say("table       $name: ${examples.features} features, ${classes.size} classes: ${classes.words.joinToString()}")
        say("rows        ${examples.train.size} to learn from, ${examples.test.size} to judge by")

        // each batch has the classes in their proportions
        val train = DataLoader(examples.train, BATCH, StratifiedSampler(examples.labels, seed))
        val model = Linear(Features of examples.features, Hidden).relu() then Linear(Hidden, Classes of classes.size)
        val trainer =
            Trainer(model, AdamW(model.parameters(), learningRate = 0.01), train, Progress.console(terminal)) { (rows, targets) ->
                val scores = model(rows)
                accuracy(scores, targets)
                crossEntropy(scores, targets)
            }
        trainer.fitBlocking(epochs)

        val judged =
            evaluateBlocking(model, DataLoader(examples.test, BATCH)) { (rows, targets) ->
                val scores = model(rows)
                accuracy(scores, targets)
                precision(scores, targets)
                recall(scores, targets)
                f1(scores, targets)
                auc(scores, targets)
                confusion(scores, targets)
                crossEntropy(scores, targets)
            }
        say("test        $judged\n")
        report(named(judged.confusion!!, classes.words))
    }

    private fun report(confusion: ConfusionMatrix) {
        say("rows are what examples are, columns what they were taken for:\n$confusion\n")
        val width = confusion.names.maxOf { it.length }.coerceAtLeast(MACRO.length)
        say("${" ".repeat(width)}  precision  recall     f1  examples")
        for ((k, name) in confusion.names.withIndex()) {
            say(line(name.padEnd(width), confusion.precision(k), confusion.recall(k), confusion.f1(k), confusion.support(k)))
        }
        val mean = Average.MACRO
        say(line(MACRO.padEnd(width), confusion.precision(mean), confusion.recall(mean), confusion.f1(mean), confusion.examples))
    }

    private fun line(name: String, precision: Double, recall: Double, f1: Double, count: Long): String =
        "%s  %9.4f  %.4f  %.4f  %8d".format(Locale.ROOT, name, precision, recall, f1, count)

    private fun named(counted: ConfusionMatrix, names: List<String>): ConfusionMatrix {
        val named = ConfusionMatrix(names)
        for (target in names.indices) {
            for (said in names.indices) repeat(counted[target, said].toInt()) { named.add(target, said) }
        }
        return named
    }

    private fun say(text: String) = terminal.rawPrint("$text\n")

    private companion object {
        const val BATCH = 32
        const val MACRO = "mean"
    }
}
