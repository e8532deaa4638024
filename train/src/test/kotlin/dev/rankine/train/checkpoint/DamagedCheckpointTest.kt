package dev.rankine.train

import dev.rankine.io.Safetensors
import dev.rankine.io.SafetensorsFile
import dev.rankine.nn.StateException
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.optim.Adam
import dev.rankine.optim.cosine
import dev.rankine.shapes.DType
import dev.rankine.shapes.FormatException
import dev.rankine.shapes.RankineException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldNotContain
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldStartWith
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.file.Files
import kotlin.random.Random

private val recipe = Recipe("adam", { cosine(40) }, accumulate = 2) { Adam(it.parameters(), 0.01) }

private val NONSENSE =
    listOf(
        "null",
        "true",
        "-1",
        "-0.5",
        "1e400",
        "\"NaN\"",
        "\"Infinity\"",
        "NaN",
        "9223372036854775807",
        "99999999999999999999",
        "2147483647",
        "0",
        "1.5",
        "\"\"",
        "\"x\"",
        "[]",
        "{}",
        "[[[[]]]]",
        "[null]",
        "{\"x\": 1}",
    ).map { Json.parseToJsonElement(it) }

/** The paths of all elements below this one. */
private fun JsonElement.paths(): List<List<Any>> =
    when (this) {
        is JsonObject -> entries.flatMap { (key, inner) -> listOf(listOf(key)) + inner.paths().map { listOf(key) + it } }
        is JsonArray -> withIndex().flatMap { (i, inner) -> listOf(listOf(i)) + inner.paths().map { listOf(i) + it } }
        else -> emptyList()
    }

/** This with [replacement] at [path]; null removes what is there. */
private fun JsonElement.with(path: List<Any>, replacement: JsonElement?): JsonElement {
    val at = path.first()

    fun inner(element: JsonElement) = if (path.size == 1) replacement else element.with(path.drop(1), replacement)
    return when (this) {
        is JsonObject -> JsonObject(entries.mapNotNull { (k, v) -> (if (k == at) inner(v) else v)?.let { k to it } }.toMap())
        is JsonArray -> JsonArray(mapIndexedNotNull { i, v -> if (i == at) inner(v) else v })
        else -> this
    }
}

internal class DamagedCheckpointTest :
    FunSpec({
        val folder = tempdir().toPath()
        val whole = folder.resolve("whole")
        TinyRun(recipe, 1).also { it.fitUntil(10, 2) }.let { Checkpoint.save(whole, it.trainer, mapOf("mine" to "1")) }
        val file = SafetensorsFile.open(whole)
        val tensors = file.readAll()
        val text = file.metadata.getValue("checkpoint")
        val tree = Json.parseToJsonElement(text)
        val path = folder.resolve("damaged")
        val run = TinyRun(recipe, 2)

        /** The file with [text] in it, written without the care of [Safetensors.save], which takes its time. */
        fun write(text: String) {
            val bytes = Files.readAllBytes(whole)
            val length =
                ByteBuffer
                    .wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getLong()
                    .toInt()
            val header = Json.parseToJsonElement(String(bytes, 8, length)).with(listOf("__metadata__", "checkpoint"), JsonPrimitive(text))
            val written = header.toString().toByteArray()
            val prefix = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(written.size.toLong())
            Files.write(path, prefix.array() + written + bytes.copyOfRange(8 + length, bytes.size))
        }

        fun message(text: String): String? {
            write(text)
            return shouldThrow<FormatException> { run.trainer.resume(path) }.message
        }

        /** All that can change. */
        fun state(): List<Any> {
            val optimizer = optimizerTensors(run.trainer)
            val numbers = (run.model.stateDict() + optimizer).map { (name, value) -> name to value.toDoubleArray().map { it.toRawBits() } }
            return numbers + Snapshot.of(run.trainer, optimizer.size).toJson()
        }

        test("fields") {
            fun damaged(vararg at: Any, by: String?): String? =
                message(
                    tree.with(at.toList(), by?.let { Json.parseToJsonElement(it) }).toString(),
                )!!.removePrefix("$path: checkpoint is damaged: ")
            damaged("position", "batches", by = null) shouldBe "position.batches is missing"
            damaged("position", "batches", by = "-4") shouldBe "position.batches is not from 0 to 2147483647: -4"
            damaged("position", "batches", by = "\"4\"") shouldBe "position.batches is no whole number: \"4\""
            damaged("position", "batches", by = "8") shouldBe "position.batches is past the end of the epoch: 8 > 7"
            damaged("position", "batches", by = "3") shouldBe "position.batches is between two steps: 3 is no multiple of 2"
            damaged("position", "batches", by = "2") shouldBe "position.examples is not that of 2 batches: 32 != 16"
            damaged("position", "seconds", by = "-1") shouldBe "position.seconds is negative or not finite: -1.0"
            damaged("position", "metrics", "accuracy", "count", by = "0") shouldBe "position.metrics.accuracy.count is below 1: 0"
            damaged("position", by = "[]") shouldBe "position is no object: []"
            damaged("generator", "counter", by = "-1") shouldBe "generator.counter is negative: -1"
            damaged("optimizer", "tensors", by = "3") shouldBe
                "optimizer.tensors are 3, the file has ${tensors.keys.count { it.startsWith(".") }}"
            damaged("optimizer", "learningRates", by = "[]") shouldBe "optimizer.learningRates are 0 for 1 groups"
            damaged("optimizer", "learningRates", 0, by = "-1.0") shouldBe "adam: impossible learning rate: -1.0"
            damaged("optimizer", "momenta", 0, by = "1.0") shouldBe "optimizer.momenta are [1.0], the settings say [0.9]"
            damaged("optimizer", "momenta", 0, by = "null") shouldBe "optimizer.momenta are not those of adam"
            damaged("schedule", by = null) shouldBe "schedule is missing"
            damaged("schedule", "steps", by = "0") shouldBe "schedule.samples have step 1, after the last: 0"
            message("[".repeat(100_000)) shouldBe "$path: checkpoint is damaged: nested more than 16 deep"
            message("[]") shouldBe "$path: checkpoint is damaged: not a JSON object"
            message("{\"format\":")!! shouldStartWith "$path: checkpoint is damaged: not JSON: "
        }

        test("a count of steps that is none") {
            val name = ".optimizer.first.weight.step"
            for (count in listOf(-1f, 0.5f, Float.NaN)) {
                Safetensors.save(path, tensors + mapOf(name to valueOf(floatArrayOf(count), DType.F32, Sizes.SCALAR)), file.metadata)
                val before = state()
                shouldThrow<FormatException> { run.trainer.resume(path) }.message shouldBe
                    "$path: checkpoint is damaged: adam: the state is of other parameters: step of first.weight is no whole number from 0"
                state() shouldBe before
            }
            Safetensors.save(path, tensors + mapOf(name to valueOf(FloatArray(2), DType.F32, Sizes.of(2))), file.metadata)
            shouldThrow<StateException> { run.trainer.resume(path) }.message!!.lines()[1] shouldBe
                "  mismatched  $name float32 [2], the trainer needs a scalar"
        }

        test("1,000 mutations: a sentence, or a whole checkpoint; never half a one") {
            val random = Random(7)
            val paths = tree.paths()
            val refusals = ArrayList<String>()
            var before = state()
            repeat(1000) {
                val mutated =
                    if (it % 4 == 0) {
                        val at = random.nextInt(text.length)
                        text.replaceRange(at, at + 1, listOf("", "0", "9", "-", "\"", "{", "]", ",", "e", "\\u0000").random(random))
                    } else {
                        tree.with(paths.random(random), if (it % 4 == 1) null else NONSENSE.random(random)).toString()
                    }
                write(mutated)
                try {
                    run.trainer.resume(path)
                    before = state()
                } catch (refused: RankineException) {
                    (refused is FormatException || refused is StateException) shouldBe true
                    refusals += refused.message!!
                    state() shouldBe before
                }
            }
            refusals.size shouldBeGreaterThan 800
            refusals.map { it.substringBefore(": ") }.distinct() shouldBe listOf("$path")
            refusals shouldNotContain "null"
            // the trainer is as good as new
            run.trainer.resume(whole) shouldBe mapOf("mine" to "1")
            run.fit(1)
        }
    })
