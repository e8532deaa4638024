package dev.rankine.benchmarks.compare.networks

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class StatementsTest :
    FunSpec({
        test("what is named first is the next input; a parameter that stands twice is one input") {
            val program = Statements(isTraining = false)
            val x = program.given(Given.Kind.DATA, "inputs")
            program.linear(program.linear(x, "fc"), "fc")
            program.text(listOf("v1")) shouldBe "v0 = torch.linear(x0, x1, x2)\nv1 = torch.linear(v0, x1, x2)\nreturn [v1]"
            program.givens.map { "${it.kind} ${it.name}" } shouldBe listOf("DATA inputs", "STATE fc.weight", "STATE fc.bias")
        }
        test("gradients are taken of a leaf that shares the numbers of the input") {
            val program = Statements(isTraining = true)
            program.parameter("w") shouldBe "v0"
            program.text(listOf("v0")) shouldBe "v0 = torch.requires_grad_(torch.detach(x0), True)\nreturn [v0]"
            program.parameters.map { listOf(it.name, it.given, it.tracked) } shouldBe listOf(listOf("w", "x0", "v0"))
        }
        test("every network names the parameters that ours has") {
            for (network in listOf(Perceptron, Residual.eighteen, Encoder.small, Recurrence)) {
                val program = Statements(isTraining = true)
                network.text(program, program.given(Given.Kind.DATA, "inputs"))
                program.parameters.map { it.name }.toSet() shouldBe network.make().namedParameters().keys
            }
        }
    })
