package dev.rankine.ops.plain.rows

import dev.rankine.ops.Elements
import dev.rankine.ops.Evaluator
import dev.rankine.ops.HostStorage
import dev.rankine.ops.Loop
import dev.rankine.ops.Value

/** Runs the meaning of a row on values whose storage the host reaches: the oracle of every kernel, simple and never optimised. */
public fun <A : Any> runRow(loop: Loop<A>, attributes: A, inputs: Array<Value>, outputs: Array<Value>) {
    loop.meaning.compute(attributes, elements(inputs), elements(outputs))
}

private fun elements(values: Array<Value>): Array<Elements> =
    Array(values.size) { Elements(Evaluator.store(values[it]) as HostStorage, values[it].layout) }
