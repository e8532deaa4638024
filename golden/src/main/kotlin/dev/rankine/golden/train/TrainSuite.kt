package dev.rankine.golden.train

import dev.rankine.golden.CaseRunner
import dev.rankine.golden.GivenReader
import dev.rankine.golden.GoldenFile
import dev.rankine.golden.Outcome
import dev.rankine.golden.guarded
import dev.rankine.nn.to
import dev.rankine.ops.Backend
import dev.rankine.shapes.DType
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** Trains the described model from the given numbers, and compares every loss, the gradients of the first step and the final numbers. */
internal object TrainSuite : CaseRunner {
    override fun run(file: GoldenFile, case: JsonObject, backend: Backend): Outcome =
        guarded {
            val dtype = DType.of(case.getValue("dtype").jsonPrimitive.content)
            val model = layerOf(case.getValue("model").jsonObject).to(dtype)
            TrainingCase(case, GivenReader(file.tensors, backend), model, dtype).problem()
        }
}
