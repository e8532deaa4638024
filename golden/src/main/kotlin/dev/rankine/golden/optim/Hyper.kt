package dev.rankine.golden.optim

import dev.rankine.golden.absent
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.double
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonPrimitive

/** Hyper-parameters of [optimizer] under PyTorch's names; what is not given has PyTorch's default. */
internal class Hyper(private val optimizer: String, private val given: Map<String, JsonElement>) {
    private val read = HashSet<String>()

    fun double(name: String, default: Double): Double = find(name)?.jsonPrimitive?.double ?: default

    fun flag(name: String): Boolean = find(name)?.jsonPrimitive?.boolean ?: false

    fun int(name: String, default: Int): Int = find(name)?.jsonPrimitive?.int ?: default

    /** Null where the description says null or nothing. */
    fun text(name: String): String? = find(name)?.jsonPrimitive?.contentOrNull

    fun betas(): Pair<Double, Double> = pair("betas", 0.9 to 0.999)

    fun pair(name: String, default: Pair<Double, Double>): Pair<Double, Double> {
        val given = find(name)?.jsonArray ?: return default
        return given[0].jsonPrimitive.double to given[1].jsonPrimitive.double
    }

    fun checkRead() {
        val unread = given.keys - read
        if (unread.isNotEmpty()) absent("$optimizer with ${unread.joinToString()}")
    }

    private fun find(name: String): JsonElement? {
        read += name
        return given[name]
    }
}
