package dev.rankine.golden.optim

import dev.rankine.golden.CaseRunner
import dev.rankine.golden.GivenReader
import dev.rankine.golden.GoldenFile
import dev.rankine.golden.Outcome
import dev.rankine.golden.guarded
import dev.rankine.ops.Backend
import kotlinx.serialization.json.JsonObject

/** Lets an optimizer follow recorded gradients (LBFGS: its own), and compares the parameters after each step and what it remembers at the end. */
internal object OptimSuite : CaseRunner {
    override fun run(file: GoldenFile, case: JsonObject, backend: Backend): Outcome {
        val reader = GivenReader(file.tensors, backend)
        if (file.subject != "LBFGS") return guarded { Trajectory(case, reader).problem() }
        val minimisation = Minimisation(case, reader)
        val outcome = guarded { minimisation.problem() }
        return if (outcome is Outcome.Passed) Outcome.Passed(minimisation.compared.remark()) else outcome
    }
}
