package dev.rankine.nn

import dev.rankine.ops.Value

private val PARAMETRIZED = Regex("""(.*)parametrizations\.([^.]+)\.(.+)""")

/** What PyTorch called parts of [WeightNorm] and [SpectralNorm] when they were no parametrizations: the endings of the parameter's name. */
private val ENDINGS = mapOf("original0" to "g", "original1" to "v", "original" to "orig", "0._u" to "u", "0._v" to "v")

/** The [state] with the names [own] for what older checkpoints call otherwise: `weight_g` is `parametrizations.weight.original0`. */
internal fun withNewNames(own: Set<String>, state: Map<String, Value>): Map<String, Value> {
    val former = HashMap<String, String>()
    for (name in own) {
        if (name in state) continue
        val (path, parameter, part) = PARAMETRIZED.matchEntire(name)?.destructured ?: continue
        val old = "$path${parameter}_${ENDINGS[part]}"
        if (old in state && old !in own) former[old] = name
    }
    return if (former.isEmpty()) state else state.mapKeys { former[it.key] ?: it.key }
}
