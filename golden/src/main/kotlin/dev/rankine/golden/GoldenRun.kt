package dev.rankine.golden

import dev.rankine.golden.lr.LrSuite
import dev.rankine.golden.modules.ModulesSuite
import dev.rankine.golden.ops.OpsSuite
import dev.rankine.golden.optim.OptimSuite
import dev.rankine.golden.train.TrainSuite
import dev.rankine.ops.Backend
import dev.rankine.ops.on
import dev.rankine.shapes.FormatException
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import java.nio.file.Path

/** Runs the cases of one kind of suite. */
internal fun interface CaseRunner {
    fun run(file: GoldenFile, case: JsonObject, backend: Backend): Outcome
}

/**
 * Runs golden files on [backend] and prints a line for each.
 *
 * @property only runs the cases of subjects that it finds, and cases whose own name it finds.
 * @property verbose prints a line for every case that did not pass, and for every one that passed with a remark.
 */
internal class GoldenRun(
    private val backend: Backend,
    private val only: Regex? = null,
    private val verbose: Boolean = false,
    private val print: (String) -> Unit,
) {
    /** Counts over all of [paths]; the closing line is not printed. */
    fun run(paths: List<Path>): Tally {
        val total = Tally()
        var cases = 0
        for (path in paths) {
            for (file in goldenFiles(path)) {
                val chosen = file.cases.filter { isChosen(file, it) }
                cases += chosen.size
                if (chosen.isNotEmpty()) total.add(run(file, chosen))
            }
        }
        if (cases == 0) throw FormatException(paths.joinToString(), "no case is called $only")
        return total
    }

    private fun run(file: GoldenFile, cases: List<JsonObject>): Tally {
        val tally = Tally()
        for (case in cases) {
            val name = name(file, case)
            val outcome = on(backend) { runner(file.suite).run(file, case, backend) }
            tally.add(name, outcome)
            if (verbose && outcome is Outcome.Passed && outcome.remark != null) print("  $name passed: ${outcome.remark}")
            if (verbose && outcome is Outcome.Failed) print("  $name failed: ${outcome.problem}")
            if (verbose && outcome is Outcome.Absent) print("  $name absent: ${outcome.reason}")
        }
        print("${file.subject}  ${tally.line()}")
        return tally
    }

    private fun isChosen(file: GoldenFile, case: JsonObject): Boolean =
        only == null || only.containsMatchIn(file.subject) || only.containsMatchIn(name(file, case))

    private fun name(file: GoldenFile, case: JsonObject): String =
        (case["id"] as? JsonPrimitive)?.content ?: throw FormatException(file.tensors.name, "a case has no id")

    private fun runner(suite: Suite): CaseRunner =
        when (suite) {
            Suite.OPS -> OpsSuite
            Suite.TRAIN -> TrainSuite
            Suite.OPTIM -> OptimSuite
            Suite.LR -> LrSuite
            Suite.MODULES -> ModulesSuite
        }
}
