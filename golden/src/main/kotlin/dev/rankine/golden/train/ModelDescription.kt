package dev.rankine.golden.train

import dev.rankine.golden.Given
import dev.rankine.golden.GivenReader
import dev.rankine.golden.absent
import dev.rankine.golden.modules.builders
import dev.rankine.golden.ops.Arguments
import dev.rankine.nn.Activation
import dev.rankine.nn.Mapping
import dev.rankine.nn.Sequential
import dev.rankine.ops.mean
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** Rankine's modules for a described model; what it does not have goes to [missing]. */
internal class ModelDescription(private val reader: GivenReader, private val missing: Missing) {
    /** The model; null if something is missing. */
    fun read(description: JsonObject): Mapping? {
        val module = description.getValue("module").jsonPrimitive.content
        if (module != "Sequential") return missing.unless { leaf(module, description) }
        val children = description.getValue("children").jsonObject
        val names = children.keys.toList()
        check(names == names.indices.map { "$it" }) { "the children of a sequence are called $names" }
        val parts = children.values.map { read(it.jsonObject) }
        return if (null in parts) null else Sequential(parts.filterNotNull())
    }

    private fun leaf(module: String, description: JsonObject): Mapping {
        val given = description["ctor"]?.jsonObject.orEmpty().mapValues { reader.read(it.value) }
        val meaning = description["meaning"]?.jsonPrimitive?.content
        if (meaning != null) return written(module, meaning, given)
        val build = builders[module] ?: absent("layer $module")
        val arguments = Arguments(given)
        val built = arguments.build().module
        check(arguments.unread.isEmpty()) { "the builder of $module does not read ${arguments.unread.joinToString()}" }
        return built as? Mapping ?: absent("layer $module of one value")
    }

    /** What is no module of PyTorch's, but was written for the run. */
    private fun written(module: String, meaning: String, given: Map<String, Given>): Mapping {
        if (given.isNotEmpty()) absent("layer $module ($meaning)")
        return when (meaning) {
            "mean over dimension 1" -> Activation(module) { mean(it, listOf(1)) }

            "output 0 of a tuple" -> Activation(module) { it }

            // a layer here gives its first result alone
            else -> absent("layer $module ($meaning)")
        }
    }
}
