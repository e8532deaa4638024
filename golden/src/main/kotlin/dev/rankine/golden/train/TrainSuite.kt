package dev.rankine.golden.train

import dev.rankine.golden.CaseRunner
import dev.rankine.golden.GoldenFile
import dev.rankine.golden.Outcome
import dev.rankine.ops.Backend
import kotlinx.serialization.json.JsonObject

internal object TrainSuite : CaseRunner {
    override fun run(file: GoldenFile, case: JsonObject, backend: Backend): Outcome = Outcome.Absent("no layers yet")
}
