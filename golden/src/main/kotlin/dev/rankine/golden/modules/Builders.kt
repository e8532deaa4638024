package dev.rankine.golden.modules

import dev.rankine.golden.absent
import dev.rankine.golden.ops.Arguments
import dev.rankine.nn.Mapping
import dev.rankine.nn.Module
import dev.rankine.ops.Value

/** A module and how it is called: with positional and with named arguments. */
internal class Built(val module: Module, val call: (List<Value>, Arguments) -> List<Value>)

/** Rankine's modules by PyTorch's names. */
internal val builders: Map<String, Arguments.() -> Built> =
    activationBuilders + layerBuilders + normBuilders + smallBuilders + transformerBuilders +
        lossBuilders + recurrentBuilders + convolutionBuilders + poolBuilders + resizeBuilders +
        embeddingBuilders

internal fun built(mapping: Mapping): Built = Built(mapping) { inputs, _ -> listOf(mapping.call(only(inputs))) }

internal fun only(inputs: List<Value>): Value = inputs.singleOrNull() ?: absent("${inputs.size} inputs")

/** A constructor argument that Rankine does not have: absent unless it has its default. */
internal fun Arguments.needs(name: String, isDefault: Boolean) {
    ignore(name)
    if (!isDefault) absent(name)
}
