package dev.rankine.benchmarks

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.CliktError
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.parameters.options.check
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.int
import dev.rankine.train.Environment
import java.util.Locale

/** What typed shapes cost the compiler: the same statements typed and on values, compiled in turns. */
internal class Compile : CliktCommand(name = "compile") {
    private val statements by option(help = "how many statements (default: 1000)").int().default(1000).check("must be positive") { it > 0 }
    private val runs by option(help = "how many times each is compiled (default: 5)").int().default(5).check("must be positive") { it > 0 }

    override fun help(context: Context): String =
        "compile time of typed tensor code against the same code untyped; types as the compiler prints them"

    override fun run() {
        echo(Environment.machine())
        val programs =
            listOf(
                EMPTY to listOf(ProgramFile("Empty.kt", "package dense\n")),
                UNTYPED to DenseProgram(statements, typed = false).files(),
                TYPED to DenseProgram(statements, typed = true).files(),
                CHECKED to DenseProgram(statements, typed = true).files(),
            )
        requirePlugin()
        val costs = programs.associate { it.first to ArrayList<Cost>() }
        repeat(runs) { for ((name, files) in programs) costs.getValue(name) += KotlinCompiler.cost(files, plugin = name == CHECKED) }
        echo("$statements statements, ${FORMS.size} forms, $runs runs in turns, a new process each")
        for ((name, all) in costs) {
            echo("%-12s %s; %s".format(name, times(all, "wall") { it.wall }, times(all, "processors") { it.processors }))
        }
        for ((name, base) in listOf(TYPED to UNTYPED, CHECKED to UNTYPED, CHECKED to TYPED)) {
            val (a, b) = costs.getValue(name) to costs.getValue(base)
            echo("$name / $base: wall ${ratio(a, b) { it.wall }}; processors ${ratio(a, b) { it.processors }}")
        }
        echo("")
        inferredTypes().forEach { (what, type) -> echo("%-20s %s".format(what, type)) }
    }

    /** What is measured with the plugin on must be: it finds a mistake. */
    private fun requirePlugin() {
        val wrong = ProgramFile("Wrong.kt", "package dense\n\n${imports(typed = true)}\nval axis = Pixels of 5\n")
        val said = KotlinCompiler.messages(listOf(wrong, DECLARATIONS), plugin = true)
        if ("declared with size 784" !in said) throw CliktError("the compiler plugin is not on: $said", statusCode = 2)
    }

    private fun times(costs: List<Cost>, word: String, time: (Cost) -> Long): String {
        val sorted = costs.map(time).sorted()
        return "%s %.1f s (%.1f to %.1f)".format(
            Locale.ROOT,
            word,
            seconds(median(sorted)),
            seconds(sorted.first()),
            seconds(sorted.last()),
        )
    }

    private fun ratio(costs: List<Cost>, bases: List<Cost>, time: (Cost) -> Long): String {
        val (above, below) = costs.map(time) to bases.map(time)
        val pairs = above.zip(below) { a, b -> a.toDouble() / b }.sorted()
        val medians = median(above.sorted()).toDouble() / median(below.sorted())
        return "%.2f (by pairs %.2f to %.2f)".format(Locale.ROOT, medians, pairs.first(), pairs.last())
    }

    private fun median(sorted: List<Long>): Long = (sorted[(sorted.size - 1) / 2] + sorted[sorted.size / 2]) / 2

    private fun seconds(milliseconds: Long): Double = milliseconds / 1000.0

    private companion object {
        const val EMPTY = "empty"
        const val UNTYPED = "untyped"
        const val TYPED = "typed"
        const val CHECKED = "typed+plugin"
    }
}
