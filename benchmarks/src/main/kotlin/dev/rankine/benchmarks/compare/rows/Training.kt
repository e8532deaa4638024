package dev.rankine.benchmarks.compare.rows

import dev.rankine.autodiff.backward
import dev.rankine.benchmarks.compare.Inputs
import dev.rankine.benchmarks.compare.Ours
import dev.rankine.benchmarks.compare.Row
import dev.rankine.benchmarks.compare.networks.Batches
import dev.rankine.benchmarks.compare.networks.Encoder
import dev.rankine.benchmarks.compare.networks.Given
import dev.rankine.benchmarks.compare.networks.Network
import dev.rankine.benchmarks.compare.networks.Perceptron
import dev.rankine.benchmarks.compare.networks.Recurrence
import dev.rankine.benchmarks.compare.networks.Residual
import dev.rankine.benchmarks.compare.networks.Rule
import dev.rankine.benchmarks.compare.networks.Statements
import dev.rankine.ops.Value
import dev.rankine.ops.crossEntropy
import dev.rankine.ops.select
import dev.rankine.ops.zeros
import dev.rankine.shapes.Sizes

/** Whole training steps: forward, cross-entropy, backward, optimizer. */
internal val training: List<Row> =
    listOf(
        step("perceptron 784-512-256-10, batch 128, Adam", 1.5, Perceptron, Rule.ADAM) {
            Batches(uniform(16, 128, 784), below(10, 17, 128))
        },
        step("ResNet-18, 32 x 32, batch 32, SGD with momentum", 1.0, Residual.eighteen, Rule.MOMENTUM) {
            Batches(normal(4, 32, 3, 32, 32), below(10, 5, 32))
        },
        step("transformer of 4 layers of 256, 128 tokens, batch 8, AdamW", 1.3, Encoder.small, Rule.ADAMW) {
            Batches(below(256, 5, 8, Encoder.PLACES), below(256, 7, 8 * Encoder.PLACES))
        },
        step("LSTM of 2 layers of 256, 64 steps, batch 32, Adam", 1.2, Recurrence, Rule.ADAM) {
            Batches(uniform(4, 64, 32, 256), below(64, 5, 64 * 32))
        },
    )

private fun step(name: String, target: Double, network: Network, rule: Rule, batches: Inputs.() -> Batches): Row {
    val program = Statements(isTraining = true)
    val count = program.given(Given.Kind.COUNT, "steps")
    val all = listOf("inputs", "targets").map { program.given(Given.Kind.DATA, it) }
    val number = program.let("int($count)")
    val (x, y) = all.map { program.let("torch.select($it, 0, $number % torch.size($it, 0))") }
    val loss = program.let("torch.cross_entropy_loss(${network.text(program, x)}, $y, None, 1, -100, 0.)")
    val tracked = program.list(program.parameters.map { it.tracked })
    val found = program.let("torch.grad([$loss], $tracked, None, None, False, False)")
    val gradients = program.list(List(program.parameters.size) { program.let("unchecked_cast(Tensor, $found[$it])") })
    program.run("torch.add_($count, 1)")
    val parameters = program.list(program.parameters.map { it.given })
    rule.text(program, parameters, gradients, count)
    val watched = program.parameters.map { it.name }.let { listOf(0, it.size / 2, it.size - 1) }
    return Row(
        family = "training",
        name = name,
        target = target,
        // read from the list: a call that writes into a list of which nothing is read later is left out
        script = program.text(listOf(loss) + watched.map { "$parameters[$it]" }),
        tolerance = 1e-3,
        isStep = true,
        alone = if (network === Perceptron || network === Residual.eighteen) 100 else 20,
    ) {
        learner(network, rule, Inputs().batches(), program.givens, watched.map { program.parameters.elementAt(it).name })
    }
}

private fun learner(network: Network, rule: Rule, batches: Batches, givens: List<Given>, watched: List<String>): Ours {
    val model = network.make()
    val parameters = model.namedParameters()
    val state = model.stateDict()
    val optimizer = rule.make(parameters.values.toList())
    val given =
        givens.map {
            when (it.kind) {
                Given.Kind.STATE -> state.getValue(it.name)
                Given.Kind.ZEROS -> zeros(state.getValue(it.name).sizes)
                Given.Kind.COUNT -> zeros(Sizes.of(1))
                Given.Kind.DATA -> if (it.name == "inputs") batches.inputs else batches.targets
            }
        }
    val inputs = parts(batches.inputs)
    val targets = parts(batches.targets)
    var step = 0
    val remembered = givens.zip(given).filter { it.first.kind == Given.Kind.ZEROS }.sumOf { Float.SIZE_BYTES * it.second.elements.toLong() }
    return Ours(given, remembered) {
        optimizer.zeroGradients()
        val loss = crossEntropy(model.call(inputs[step % inputs.size]), targets[step % targets.size])
        loss.backward()
        optimizer.step()
        step++
        listOf(loss) + watched.map { state.getValue(it) }
    }
}

private fun parts(all: Value): List<Value> = List(all.sizes[0]) { select(all, 0, it) }
