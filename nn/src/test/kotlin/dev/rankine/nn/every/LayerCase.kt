package dev.rankine.nn.every

import dev.rankine.autodiff.backward
import dev.rankine.nn.Mapping
import dev.rankine.nn.Module
import dev.rankine.nn.to
import dev.rankine.ops.Value
import dev.rankine.ops.copyFrom
import dev.rankine.ops.gradient
import dev.rankine.ops.manualSeed
import dev.rankine.ops.noGrad
import dev.rankine.ops.plus
import dev.rankine.ops.requireGradient
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.ops.zerosLike
import dev.rankine.shapes.DType
import dev.rankine.shapes.RankineException
import kotlin.math.abs
import kotlin.math.sin
import dev.rankine.ops.to as castTo

/** An input of a layer: its sizes, and its numbers where they are no floating-point ones that may be anything. */
internal class Input(val sizes: List<Int>, val indices: List<Long>? = null) {
    fun value(dtype: DType, salt: Int): Value =
        if (indices != null) {
            valueOf(indices.toLongArray(), *sizes.toIntArray())
        } else {
            val count = sizes.fold(1) { a, b -> a * b }
            val numbers = valueOf(DoubleArray(count) { 1.3 * sin(1.0 + 2.7 * it + salt) + 0.1 }, *sizes.toIntArray())
            castTo(numbers, dtype)
        }
}

internal fun floats(vararg sizes: Int): Input = Input(sizes.toList())

internal fun indices(vararg numbers: Long): Input = Input(listOf(numbers.size), numbers.toList())

/** The first of [count] numbers on the last axis of these sizes, over and over. */
internal fun indicesBelow(count: Int, vararg sizes: Int): Input =
    Input(sizes.toList(), List(sizes.fold(1, Int::times)) { it.toLong() % count })

/**
 * A layer with everything that it may do wrong: [inputs] that fit, and [refused] inputs with the first line of what it says to them.
 * [takesAny] gives the reason where no input is refused. [call] is for those that are no [Mapping].
 */
internal class LayerCase<M : Module>(
    val name: String,
    val inputs: List<Input>,
    val refused: Map<List<Input>, String> = emptyMap(),
    val takesAny: String? = null,
    val call: (M, List<Value>) -> List<Value> = { module, values -> listOf((module as Mapping).call(values.single())) },
    val make: () -> M,
) {
    /** What it says to inputs that it refuses, where that is another sentence than the one in [refused]. */
    fun wrongMessages(): List<String> = refused.mapNotNull { (inputs, wanted) -> difference(wanted, message(inputs)) }

    /** What the layer says to [inputs] that it refuses. */
    private fun message(inputs: List<Input>): String =
        sentence { run(prepared(), inputs.mapIndexed { i, input -> input.value(DType.F64, i) }) }

    /** What is wrong with the gradients of the inputs and the parameters, in float64 against central differences. */
    fun wrongGradients(): List<String> {
        val module = prepared()
        val values = inputs.mapIndexed { i, input -> input.value(DType.F64, i) }
        val leaves =
            module.namedParameters().mapValues { it.value.value } +
                values.withIndex().filter { it.value.dtype.isFloating }.associate { (i, value) -> "input $i" to value.requireGradient() }
        loss(run(module, values)).backward()
        return leaves.flatMap { (name, leaf) -> wrong(name, leaf) { noGrad { loss(run(module, values)).toDoubleArray().single() } } }
    }

    private fun prepared(): M {
        manualSeed(11)
        return make().to(DType.F64)
    }

    /** The same draws each time: what a layer drops, it drops in each of the calls. */
    private fun run(module: M, values: List<Value>): List<Value> {
        manualSeed(12)
        return call(module, values)
    }

    private fun loss(results: List<Value>): Value =
        results
            .filter { it.dtype.isFloating }
            .mapIndexed { n, y -> sum(y * Input(y.sizes.toList()).value(DType.F64, 100 + n)) }
            .reduce { a, b -> a + b }

    private fun wrong(name: String, leaf: Value, loss: () -> Double): List<String> {
        val found = (leaf.gradient ?: noGrad { zerosLike(leaf) }).toDoubleArray()
        val numbers = leaf.toDoubleArray()
        val step = maxOf(1, numbers.size / MOST)
        return (numbers.indices step step).mapNotNull { i ->
            val slope = (moved(leaf, numbers, i, STEP, loss) - moved(leaf, numbers, i, -STEP, loss)) / (2 * STEP)
            val isRight = abs(found[i] - slope) <= TOLERANCE * maxOf(1.0, abs(slope))
            if (isRight) null else "${this.name}: element $i of the gradient of $name is ${found[i]} instead of $slope"
        }
    }

    private fun moved(leaf: Value, numbers: DoubleArray, i: Int, by: Double, loss: () -> Double): Double {
        fun write(with: DoubleArray) = noGrad { leaf.copyFromNumbers(with) }
        write(numbers.copyOf().also { it[i] += by })
        return loss().also { write(numbers) }
    }

    private companion object {
        const val STEP = 1e-6
        const val TOLERANCE = 1e-6
        const val MOST = 12
    }
}

/** A case of a mapping of one input, [x]. */
internal fun mapping(name: String, x: Input, vararg refused: Pair<Input, String>, make: () -> Mapping): LayerCase<Mapping> =
    LayerCase(name, listOf(x), refused.associate { (input, message) -> listOf(input) to message }, make = make)

/** A case of a mapping that takes numbers of any sizes. */
internal fun elementwise(name: String, make: () -> Mapping): LayerCase<Mapping> =
    LayerCase(name, listOf(floats(3, 4)), takesAny = "elementwise", make = make)

/** The first line of what [block] refuses with; the class of an exception that is not meant for users is part of it. */
internal fun sentence(block: () -> Unit): String {
    val problem = runCatching(block).exceptionOrNull() ?: return "nothing"
    val isMeant = problem is RankineException || problem::class == IllegalArgumentException::class
    return (if (isMeant) "" else "${problem::class.simpleName} ") + problem.message?.lines()?.first()
}

/** Says in one line how [found] is not [wanted]. */
internal fun difference(wanted: String, found: String): String? = if (wanted == found) null else "<$wanted> but was <$found>"

private fun Value.copyFromNumbers(numbers: DoubleArray) {
    copyFrom(valueOf(numbers, *sizes.toList().toIntArray()))
}
