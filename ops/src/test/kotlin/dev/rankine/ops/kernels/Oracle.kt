package dev.rankine.ops.kernels

import dev.rankine.ops.Evaluator
import dev.rankine.ops.Op
import dev.rankine.ops.Spec
import dev.rankine.ops.Value
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toLongArray
import io.kotest.assertions.withClue
import io.kotest.matchers.nulls.shouldNotBeNull
import io.kotest.matchers.shouldBe

private val oracle = PlainBackend("oracle", kernels = false)

/** Runs the kernel of a call and the row's own loop, which is the oracle, and compares all results; [bound] is the error allowed per element. */
internal fun <A : Any> compare(op: Op<A>, attributes: A, inputs: Array<Value>, bound: ((result: Int) -> DoubleArray)? = null) {
    val kernel = kernelsBackend.kernel(op, attributes, inputs)
    withClue("$op of ${inputs.joinToString { "${it.dtype} ${it.layout}" }} with $attributes") {
        kernel.shouldNotBeNull()
        val slow = Array(inputs.size) { Value(inputs[it].dtype, inputs[it].layout, oracle, Evaluator.store(inputs[it])) }
        val expected = Evaluator.apply(op, attributes, slow)
        val given = Array(expected.size) { Evaluator.allocate(Spec(expected[it].dtype, expected[it].sizes), kernelsBackend) }
        kernel.run(attributes, inputs, given)
        for (i in expected.indices) same(given[i], expected[i], bound?.invoke(i))
    }
}

internal fun same(given: Value, expected: Value, bound: DoubleArray? = null) {
    if (!expected.dtype.isFloating) {
        given.toLongArray().toList() shouldBe expected.toLongArray().toList()
        return
    }
    val left = given.toDoubleArray()
    val right = expected.toDoubleArray()
    for (i in right.indices) {
        val close =
            if (bound == null || !right[i].isFinite()) left[i].compareTo(right[i]) == 0 else Math.abs(left[i] - right[i]) <= bound[i]
        if (!close) withClue("element $i, allowed error ${bound?.get(i)}") { left[i] shouldBe right[i] }
    }
}
