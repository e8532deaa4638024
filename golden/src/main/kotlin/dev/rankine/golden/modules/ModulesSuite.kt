package dev.rankine.golden.modules

import dev.rankine.golden.CaseRunner
import dev.rankine.golden.GivenReader
import dev.rankine.golden.GoldenFile
import dev.rankine.golden.Outcome
import dev.rankine.golden.absent
import dev.rankine.golden.guarded
import dev.rankine.ops.Backend
import dev.rankine.ops.scope
import kotlinx.serialization.json.JsonObject

/** Builds a module as a case says, loads its state, calls it, and compares results, gradients and what the call changed. */
internal object ModulesSuite : CaseRunner {
    override fun run(file: GoldenFile, case: JsonObject, backend: Backend): Outcome =
        guarded {
            val build = builders[file.subject] ?: absent("no module ${file.subject}")
            scope("golden") { ModuleCase(file, case, GivenReader(file.tensors, backend), build).problem() }
        }
}
