package dev.rankine.golden.optim

import dev.rankine.golden.CaseRunner
import dev.rankine.golden.GivenReader
import dev.rankine.golden.GoldenFile
import dev.rankine.golden.Outcome
import dev.rankine.golden.absent
import dev.rankine.golden.guarded
import dev.rankine.ops.Backend
import kotlinx.serialization.json.JsonObject

private val OPTIMIZERS = setOf("SGD", "Adam", "AdamW")

/** Lets an optimizer follow recorded gradients, and compares the parameters after each step and what it remembers at the end. */
internal object OptimSuite : CaseRunner {
    override fun run(file: GoldenFile, case: JsonObject, backend: Backend): Outcome =
        guarded {
            if (file.subject !in OPTIMIZERS) absent("optimizer ${file.subject}")
            Trajectory(case, GivenReader(file.tensors, backend)).problem()
        }
}
