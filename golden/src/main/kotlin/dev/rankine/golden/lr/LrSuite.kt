package dev.rankine.golden.lr

import dev.rankine.golden.CaseRunner
import dev.rankine.golden.GivenReader
import dev.rankine.golden.GoldenFile
import dev.rankine.golden.Outcome
import dev.rankine.golden.difference
import dev.rankine.golden.guarded
import dev.rankine.nn.Module
import dev.rankine.ops.Backend
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.optim.SGD
import dev.rankine.optim.Scheduler
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.double
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** Lets a schedule run, and compares the learning rates and momenta of all groups after each step; momenta that nothing moves must stay. */
internal object LrSuite : CaseRunner {
    override fun run(file: GoldenFile, case: JsonObject, backend: Backend): Outcome =
        guarded { problem(case, GivenReader(file.tensors, backend)) }

    private fun problem(case: JsonObject, reader: GivenReader): String? {
        val rates = numbers(case, "initial_lr")
        val momenta = numbers(case, "initial_momentum")
        val groups = rates.indices.map { SGD.Group(listOf(Single().parameter), rates[it], momenta[it]) }
        val steps = case.getValue("steps").jsonPrimitive.int
        val scheduled = steps(case, reader, SGD(groups))
        val seenRates = ArrayList<Double>()
        val seenMomenta = ArrayList<Double>()
        for (step in 0..steps) {
            if (step > 0) scheduled(step)
            groups.mapTo(seenRates) { it.learningRate }
            groups.mapTo(seenMomenta) { it.momentum }
        }

        fun compare(word: String, seen: List<Double>): String? {
            val expected = reader.tensor(case.getValue(word).jsonObject, "t")!!
            return difference(valueOf(seen.toDoubleArray(), steps + 1, groups.size), expected, 0.0, formOnly = false)?.let { "$word $it" }
        }
        compare("lr", seenRates)?.let { return it }
        if ("momentum" in case) return compare("momentum", seenMomenta)
        val moved = seenMomenta.withIndex().firstOrNull { it.value != momenta[it.index % groups.size] } ?: return null
        return "momentum after step ${moved.index / groups.size} is ${moved.value}, but nothing moves it"
    }

    /** What to do at each step, counted from 1, so that the groups of [optimizer] have their next rates. */
    private fun steps(case: JsonObject, reader: GivenReader, optimizer: SGD): (Int) -> Unit {
        val name = case.getValue("scheduler").jsonPrimitive.content
        val config = case.getValue("config").jsonObject
        if (name == "ReduceLROnPlateau") {
            val plateau = plateauOf(config, optimizer)
            val metric = reader.tensor(case.getValue("metric").jsonObject, "t")!!.toDoubleArray()
            return { plateau.step(metric[it - 1]) }
        }
        val scheduler = Scheduler(optimizer, scheduleOf(name, config))
        return { scheduler.step() }
    }

    private fun numbers(case: JsonObject, word: String): List<Double> = (case.getValue(word) as JsonArray).map { it.jsonPrimitive.double }
}

/** One parameter, for an optimizer that takes no step. */
private class Single : Module() {
    val parameter = addParameter("weight", valueOf(doubleArrayOf(0.0), 1))
}
