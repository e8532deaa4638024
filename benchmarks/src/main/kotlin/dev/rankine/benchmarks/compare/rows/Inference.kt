package dev.rankine.benchmarks.compare.rows

import dev.rankine.benchmarks.compare.Inputs
import dev.rankine.benchmarks.compare.Ours
import dev.rankine.benchmarks.compare.Row
import dev.rankine.benchmarks.compare.networks.Encoder
import dev.rankine.benchmarks.compare.networks.Given
import dev.rankine.benchmarks.compare.networks.Network
import dev.rankine.benchmarks.compare.networks.Perceptron
import dev.rankine.benchmarks.compare.networks.Recurrence
import dev.rankine.benchmarks.compare.networks.Residual
import dev.rankine.benchmarks.compare.networks.Statements
import dev.rankine.nn.Mapping
import dev.rankine.nn.forInference
import dev.rankine.ops.Value
import dev.rankine.ops.copyFrom
import dev.rankine.ops.noGrad
import dev.rankine.shapes.AnyShape
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/** Whole networks with random parameters that are only asked, one example at a time. */
internal val inference: List<Row> =
    listOf(
        asked("perceptron 784-512-256-10", 2.0, Perceptron) { uniform(1, 784) },
        asked("ResNet-18, 32 x 32", 1.0, Residual.eighteen) { normal(1, 3, 32, 32) },
        asked("transformer of 4 layers of 256, 128 tokens", 1.3, Encoder.small) { below(256, 1, Encoder.PLACES) },
        asked("LSTM of 2 layers of 256, 64 steps", 1.2, Recurrence) { uniform(64, 1, 256) },
        asked("ResNet-50, 224 x 224", 1.0, Residual.fifty) { normal(1, 3, 224, 224) },
        asked("encoder of BERT-base, 128 tokens", 1.0, Encoder.base) { normal(1, Encoder.PLACES, 768) },
    )

@OptIn(UncheckedShape::class)
private fun asked(name: String, target: Double, network: Network, example: Inputs.() -> Value): Row {
    val program = Statements(isTraining = false)
    val result = network.text(program, program.given(Given.Kind.DATA, "inputs"))
    return Row(family = "inference", name = "$name, batch 1", target = target, script = program.text(listOf(result))) {
        val inputs = Inputs()
        val x = inputs.example()
        val model = network.make()
        model.drawStatistics(inputs)
        val state = model.stateDict()
        val asked = model.forInference()
        val given = program.givens.map { if (it.kind == Given.Kind.DATA) x else state.getValue(it.name) }
        Ours(given) { listOf(asked(x.unchecked<AnyShape>()).value) }
    }
}

/** Running statistics that change what they are applied to; those of a new network are zeros and ones. */
private fun Mapping.drawStatistics(inputs: Inputs): Unit =
    noGrad {
        for ((name, buffer) in namedBuffers()) {
            if (name.endsWith("running_mean")) buffer.value.copyFrom(inputs.uniform(buffer.value.sizes[0]))
            if (name.endsWith("running_var")) buffer.value.copyFrom(inputs.fractions(buffer.value.sizes[0]))
        }
    }
