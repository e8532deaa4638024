package dev.rankine.golden

import dev.rankine.golden.ops.Arguments
import dev.rankine.golden.ops.opAdapters
import dev.rankine.ops.Backend
import dev.rankine.ops.Backends
import dev.rankine.ops.to
import dev.rankine.shapes.DType
import dev.rankine.shapes.RankineException
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** The required ops take every element type that PyTorch's do on a processor, complex numbers aside. */
internal class ElementTypesTest :
    FunSpec({
        test("the required ops take PyTorch's element types") {
            val table = Json.parseToJsonElement(ElementTypesTest::class.java.getResource("/golden/dtypes.json")!!.readText())
            val taken = table.jsonObject.getValue("ops").jsonObject
            val files = goldenFiles(goldenZip("ops.zip", tempdir().toPath())).filter { it.subject in REQUIRED }
            val refused =
                files
                    .flatMap { file ->
                        val types = taken[file.subject]?.jsonObject?.getValue("forward")?.jsonArray ?: JsonArray(emptyList())
                        val known = types.map { it.jsonPrimitive.content }.filter { "complex" !in it }.map(DType::of)
                        known.mapNotNull { dtype -> refusal(file, dtype)?.let { "${file.subject} $dtype: $it" } }
                    }.toList()
            refused shouldBe emptyList()
        }
    })

/** Why no case of [file] runs with its operands as [dtype], or null if one does. */
private fun refusal(file: GoldenFile, dtype: DType): String? {
    var last: String? = "there is no case"
    for (case in file.cases.filter { it.getValue("kind").jsonPrimitive.content == "sample" }) {
        last = refusal(file, case, dtype, Backends["plain"]) ?: return null
    }
    return last
}

private fun refusal(file: GoldenFile, case: JsonObject, dtype: DType, backend: Backend): String? {
    val own = DType.of(case.getValue("dtype").jsonPrimitive.content)
    val reader = GivenReader(file.tensors, backend)

    fun convert(given: Given): Given =
        when {
            given is Given.Tensor && given.value.dtype == own -> Given.Tensor(to(given.value, dtype), given.fields)
            given is Given.Items -> Given.Items(given.items.map(::convert))
            given is Given.ElementType && given.dtype == own -> Given.ElementType(dtype)
            else -> given
        }
    val adapter = opAdapters[file.subject]!!
    val positional = case.getValue("args").jsonArray.map { convert(reader.read(it)) }
    val named = case.getValue("kwargs").jsonObject.mapValues { convert(reader.read(it.value)) }
    return try {
        adapter.call(Arguments.bind(adapter.parameters, positional, named))
        null
    } catch (e: RankineException) {
        e.message!!.lines().first()
    } catch (e: AbsentException) {
        "absent: ${e.message}"
    }
}
