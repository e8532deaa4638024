package dev.rankine.train

import dev.rankine.ops.GeneratorState
import dev.rankine.optim.ReduceOnPlateau
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonObjectBuilder
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.addJsonObject
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.put
import kotlinx.serialization.json.putJsonArray
import kotlinx.serialization.json.putJsonObject

/** The snapshot as JSON; numbers come back with the same bits. */
internal fun Snapshot.toJson(): JsonObject =
    buildJsonObject {
        put("format", Snapshot.FORMAT)
        putJsonObject("settings") { settings.forEach { (name, text) -> put(name, text) } }
        putJsonObject("parameters") { parameters.forEach { (name, text) -> put(name, text) } }
        putJsonObject("optimizer") {
            put("steps", optimizerSteps)
            put("tensors", tensors)
            put(rates)
        }
        schedule?.let { record ->
            putJsonObject("schedule") {
                put("steps", record.steps)
                putJsonArray("samples") {
                    for ((step, rates) in record.samples) {
                        addJsonObject {
                            put("step", step)
                            put(rates)
                        }
                    }
                }
            }
        }
        putJsonObject("generator") {
            put("seed", generator.seed)
            put("counter", generator.counter)
        }
        putJsonObject("position") {
            put("epochs", epochs)
            put("batches", position.batches)
            put("examples", position.examples)
            put("loss", jsonNumber(position.loss))
            put("seconds", jsonNumber(position.seconds))
            putJsonObject("metrics") {
                for ((name, statistic) in position.metrics) {
                    putJsonObject(name) {
                        if (statistic is MeanStatistic && statistic.isPlain) {
                            put("total", jsonNumber(statistic.total))
                            put("count", statistic.count)
                        } else {
                            put("kind", statistic.kind)
                            put("numbers", JsonArray(statistic.numbers.map(::jsonNumber)))
                        }
                    }
                }
            }
        }
        best.firstOrNull()?.let { putJsonObject("best") { put(it) } }
        if (best.size > 1) putJsonArray("runnersUp") { best.drop(1).forEach { addJsonObject { put(it) } } }
        stopping?.let { seen ->
            putJsonObject("stopping") {
                put("waited", seen.waited)
                seen.best?.let { putJsonObject("best") { put(it) } }
            }
        }
        plateau?.let { state ->
            putJsonObject("plateau") {
                put("steps", state.steps)
                put("best", state.best?.let(::jsonNumber) ?: JsonNull)
                put("waited", state.waited)
                put("cooling", state.cooling)
            }
        }
        average?.let { record ->
            putJsonObject("average") {
                put("updates", record.updates)
                put("averaged", record.averaged)
                put("tensors", record.tensors)
            }
        }
    }

private fun JsonObjectBuilder.put(best: BestEpoch) {
    put("epoch", best.number)
    put("value", jsonNumber(best.value))
    put("of", best.of)
}

private fun JsonObjectBuilder.put(rates: Rates) {
    put("learningRates", JsonArray(rates.learningRates.map(::jsonNumber)))
    put("momenta", JsonArray(rates.momenta.map { if (it == null) JsonNull else jsonNumber(it) }))
}

/** The snapshot that [fields] describe. */
internal fun Snapshot.Companion.of(fields: Fields): Snapshot {
    val format = fields.count("format")
    if (format != FORMAT) fields.refuse("format", "is $format, this version reads $FORMAT")
    val optimizer = fields.fields("optimizer")
    val position = fields.fields("position")
    return Snapshot(
        fields.texts("settings"),
        fields.texts("parameters"),
        optimizer.count("steps"),
        optimizer.count("tensors"),
        rates(optimizer),
        fields.fieldsOrNull("schedule")?.let(::schedule),
        generator(fields.fields("generator")),
        position.count("epochs"),
        position(position),
        (
            listOfNotNull(
                fields.fieldsOrNull("best"),
            ) + if (fields.has("runnersUp")) fields.fieldsList("runnersUp") else emptyList()
        ).map(::best),
        fields.fieldsOrNull("stopping")?.let { Patience.Seen(it.fieldsOrNull("best")?.let(::best), it.count("waited")) },
        fields.fieldsOrNull("plateau")?.let(::plateau),
        fields.fieldsOrNull("average")?.let { AverageRecord(it.count("updates"), it.count("averaged"), it.count("tensors")) },
    )
}

private fun best(fields: Fields) = BestEpoch(fields.count("epoch"), fields.number("value"), fields.text("of"))

private fun rates(fields: Fields) = Rates(fields.numbers("learningRates"), fields.numbersOrNulls("momenta"))

private fun schedule(fields: Fields): ScheduleRecord {
    val steps = fields.count("steps")
    val samples = fields.fieldsList("samples").associate { it.count("step") to rates(it) }
    samples.keys.firstOrNull { it > steps }?.let { fields.refuse("samples", "have step $it, after the last: $steps") }
    return ScheduleRecord(steps, samples)
}

private fun plateau(fields: Fields) =
    ReduceOnPlateau.State(fields.count("steps"), fields.numberOrNull("best"), fields.count("waited"), fields.count("cooling"))

private fun generator(fields: Fields): GeneratorState {
    val counter = fields.long("counter")
    if (counter < 0) fields.refuse("counter", "is negative: $counter")
    return GeneratorState(fields.long("seed"), counter)
}

private fun position(fields: Fields): Position =
    Position(
        fields.count("batches"),
        fields.count("examples"),
        fields.number("loss"),
        fields.measure("seconds"),
        fields.fields("metrics").objects(::statistic),
    )

private fun statistic(fields: Fields): Statistic {
    if (!fields.has("kind")) return mean(fields)
    val kind = fields.text("kind")
    return Statistic.of(kind, fields.numbers("numbers").toDoubleArray()) ?: fields.refuse("numbers", "are none of a metric of kind $kind")
}

/** A mean, whose form is older than that of the others. */
private fun mean(fields: Fields): Statistic {
    val count = fields.long("count")
    if (count < 1) fields.refuse("count", "is below 1: $count")
    return MeanStatistic(MeanStatistic.Form.MEAN, fields.number("total"), count)
}
