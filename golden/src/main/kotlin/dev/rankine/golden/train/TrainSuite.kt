package dev.rankine.golden.train

import dev.rankine.golden.CaseRunner
import dev.rankine.golden.GivenReader
import dev.rankine.golden.GoldenFile
import dev.rankine.golden.Outcome
import dev.rankine.golden.guarded
import dev.rankine.nn.Linear
import dev.rankine.nn.to
import dev.rankine.ops.Backend
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.of
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** Trains the described model from the given numbers, and compares every loss, the gradients of the first step and the final numbers. */
internal object TrainSuite : CaseRunner {
    override fun run(file: GoldenFile, case: JsonObject, backend: Backend): Outcome =
        guarded {
            val dtype = DType.of(case.getValue("dtype").jsonPrimitive.content)
            val reader = GivenReader(file.tensors, backend)
            val missing = Missing()
            val model = ModelDescription(reader, missing).read(case.getValue("model").jsonObject)
            lookForAll(case, missing)
            missing.check()
            TrainingCase(case, reader, model!!.to(dtype), dtype).problem()
        }

    /** Looks for what stands around the model, so that the outcome names all that is absent and not the first of it. */
    private fun lookForAll(case: JsonObject, missing: Missing) {
        val parameters = Linear(Dyn of 1, Dyn of 1).parameters() // an optimizer needs some; the model may be missing
        missing.unless { optimizerOf(case.getValue("optimizer").jsonObject, parameters) }
        (case["scheduler"] as? JsonObject)?.let { missing.unless { scheduleOf(it) } }
        missing.unless { lossOf(case.getValue("loss").jsonPrimitive.content) }
    }
}
