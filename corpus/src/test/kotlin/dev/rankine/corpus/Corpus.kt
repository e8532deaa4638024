package dev.rankine.corpus

import dev.rankine.shapes.RankineException
import org.jetbrains.kotlin.compiler.plugin.CompilerPluginRegistrar
import org.jetbrains.kotlin.compiler.plugin.ExperimentalCompilerApi

/**
 * Wrong programs and their right twins, compiled in three calls: all wrong ones; all right ones and the wrong ones that the types let pass,
 * to run them; the same with the plugin.
 */
@OptIn(ExperimentalCompilerApi::class)
internal class Corpus(val cases: List<Case>, private val plugins: List<CompilerPluginRegistrar>) {
    private val found = LinkedHashMap<Case, Finding>()
    private val said = ArrayList<Pair<Case, String>>()

    /** What became of the wrong programs; a case is absent if nothing caught it. */
    val findings: Map<Case, Finding> get() = found

    /** Seconds that the compiler took, and seconds that the programs ran. */
    var seconds: Pair<Double, Double> = 0.0 to 0.0
        private set

    /** Compiles and runs everything: by case, what is not as its file says. */
    fun check(): Map<Case, List<String>> {
        val start = System.nanoTime()
        val pairs = cases.associateWith { it.programs }
        val wrong = pairs.values.map { it.first }
        for ((program, errors) in compile(wrong).errors) if (errors.isNotEmpty()) refuse(program, Stage.TYPES, errors)
        val passing = wrong.filter { it.case !in found }
        val (loader, twins) = compileAll(pairs.values.map { it.second }, passing)
        val checked = compile(twins + passing, plugins)
        for (program in twins) complain(program, checked.errors, "the right twin does not compile with the plugin")
        for (program in passing) checked.errors.getValue(program).let { if (it.isNotEmpty()) refuse(program, Stage.PLUGIN, it) }
        val compiled = System.nanoTime()
        for (program in twins) program.run(loader)?.let { say(program, "the right twin throws ${described(it)}") }
        for (program in passing) run(program, loader)
        seconds = (compiled - start) / 1e9 to (System.nanoTime() - compiled) / 1e9
        for (case in cases) found[case]?.let { compare(case, it) }
        return said.groupBy({ it.first }, { it.second })
    }

    /** Classes of the [right] programs that compile, and of [passing] ones; what the compiler says to the right ones is a problem. */
    private fun compileAll(right: List<Program>, passing: List<Program>): Pair<ClassLoader, List<Program>> {
        val all = compile(right + passing)
        for (program in right) complain(program, all.errors, "the right twin does not compile")
        val fit = right.filter { all.errors.getValue(it).isEmpty() }
        // the compiler warns of nothing where there are errors
        val compilation = if (all.loader != null) all else compile(fit + passing)
        for (program in fit) complain(program, compilation.warnings, "the compiler warns of the right twin")
        return compilation.loader!! to fit
    }

    private fun complain(program: Program, said: Map<Program, List<String>>, what: String) {
        for (message in said.getValue(program)) say(program, "$what: $message")
    }

    private fun refuse(program: Program, stage: Stage, errors: List<String>) {
        if (errors.size > 1) say(program, "one mistake is ${errors.size} errors")
        found[program.case] = Finding(stage, errors.joinToString("\n"))
    }

    /** What the plugin refuses the run must refuse, too: the plugin never knows better. */
    private fun run(program: Program, loader: ClassLoader) {
        val thrown = program.run(loader)
        when {
            thrown == null -> say(program, "the wrong program runs to its end")
            thrown !is RankineException -> say(program, "the wrong program throws ${described(thrown)}")
            program.case !in found -> found[program.case] = Finding(Stage.RUN, described(thrown))
        }
    }

    private fun compare(case: Case, finding: Finding) {
        if (case.stage != finding.stage) say(case, "caught: ${finding.stage.word}, but the file says ${case.stage.word}")
        if (case.message != finding.message) say(case, "the message differs (- file, + found):\n- ${case.message}\n+ ${finding.message}")
    }

    private fun say(program: Program, problem: String) = say(program.case, problem)

    private fun say(case: Case, problem: String) {
        said += case to problem
    }
}

/** `ShapeException: matmul: ...`. */
internal fun described(e: Throwable): String = "${e::class.simpleName}: ${e.message}"
