package dev.rankine.optim

import dev.rankine.nn.Module
import dev.rankine.ops.gradient
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Dim
import dev.rankine.shapes.of
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.util.logging.Handler
import java.util.logging.LogRecord
import java.util.logging.Logger

private object Reached : Dim<Reached>()

private class TwoHeads : Module() {
    val body by parameter(Reached of 1) { valueOf(doubleArrayOf(1.0), 1) }
    val cats by parameter(Reached of 1) { valueOf(doubleArrayOf(2.0), 1) }
    val dogs by parameter(Reached of 1) { valueOf(doubleArrayOf(3.0), 1) }

    val numbers: List<Double> get() = parameters().map { it.value.toDoubleArray().single() }
}

/** What is logged while [block] runs. */
private fun logged(block: () -> Unit): List<String> {
    val lines = ArrayList<String>()
    val handler =
        object : Handler() {
            override fun publish(record: LogRecord) {
                lines += record.message
            }

            override fun flush() = Unit

            override fun close() = Unit
        }
    val logger = Logger.getLogger("dev.rankine")
    val before = logger.useParentHandlers
    logger.useParentHandlers = false
    logger.addHandler(handler)
    try {
        block()
    } finally {
        logger.removeHandler(handler)
        logger.useParentHandlers = before
    }
    return lines
}

internal class UnusedParametersTest :
    FunSpec({
        val one = { valueOf(doubleArrayOf(1.0), 1) }

        test("what the loss did not depend on stays, and is named once") {
            val model = TwoHeads()
            val optimizer = SGD(model.parameters(), 0.5, momentum = 0.9, weightDecay = 0.1)
            logged {
                model.body.value.gradient = one()
                optimizer.step()
            } shouldBe
                listOf(
                    "sgd: received no gradient, left as they are: cats, dogs\n" +
                        "  hint: freeze what the loss does not use (isTrainable = false)",
                )
            model.numbers shouldBe listOf(1.0 - 0.5 * 1.1, 2.0, 3.0)
            optimizer.stateDict().keys shouldBe setOf("body")
            logged { repeat(3) { optimizer.step() } } shouldBe emptyList()
            optimizer.steps shouldBe 4
        }
        test("two heads, of which each batch trains one: counts of steps are their own") {
            val model = TwoHeads()
            val optimizer = Adam(model.parameters(), 0.1)
            val lines =
                logged {
                    for (head in listOf(model.cats, model.dogs, model.cats)) {
                        optimizer.zeroGradients()
                        for (parameter in listOf(model.body, head)) parameter.value.gradient = one()
                        optimizer.step()
                    }
                }
            lines.map { it.lines().first() } shouldBe
                listOf("adam: received no gradient, left as they are: dogs", "adam: received no gradient, left as they are: cats")
            optimizer.stateDict().mapValues {
                it.value
                    .getValue("step")
                    .toDoubleArray()
                    .single()
            } shouldBe
                mapOf("body" to 3.0, "cats" to 2.0, "dogs" to 1.0)
        }
        test("no gradient at all is a mistake, and so is any where the optimizer is strict") {
            val model = TwoHeads()
            val optimizer = SGD(model.parameters(), 0.5)
            logged {
                shouldThrow<OptimizerException> { optimizer.step() }.message!!.lines().first() shouldBe
                    "sgd: received no gradient: body, cats, dogs"
                optimizer.isStrict = true
                model.body.value.gradient = one()
                shouldThrow<OptimizerException> { optimizer.step() }.message!!.lines().first() shouldBe
                    "sgd: received no gradient: cats, dogs"
            } shouldBe emptyList()
            listOf(model.numbers, listOf(optimizer.steps)) shouldBe listOf(listOf(1.0, 2.0, 3.0), listOf(0))
        }
        test("what is frozen is not named") {
            val model = TwoHeads()
            model.cats.isTrainable = false
            model.dogs.isTrainable = false
            model.body.value.gradient = one()
            logged { SGD(model.parameters(), 0.5).step() } shouldBe emptyList()
        }
    })
