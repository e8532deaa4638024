package dev.rankine.golden.ops

import dev.rankine.ops.Value

/**
 * How a case of one of PyTorch's ops is said in Rankine's functions: renames, reorders and converts arguments, and nothing more.
 *
 * @property parameters PyTorch's names of the positional arguments, in order.
 * @property invariant for results that are not unique (decompositions): what does not depend on the choice.
 * @property call the results of the call.
 */
internal class Adapter(
    val parameters: List<String>,
    val invariant: ((List<Value>) -> List<Value>)? = null,
    val call: Arguments.() -> List<Value>,
)

/** Collects adapters under the names of PyTorch's ops. */
internal class AdapterTable {
    private val rows = HashMap<String, Adapter>()

    /** An op of one result. [parameters] are PyTorch's names of the positional arguments, separated by spaces. */
    fun op(name: String, parameters: String, call: Arguments.() -> Value) = ops(name, parameters) { listOf(call()) }

    /** An op of several results. */
    fun ops(name: String, parameters: String, call: Arguments.() -> List<Value>) {
        check(rows.put(name, Adapter(parameters.split(' '), null, call)) == null) { "two adapters for $name" }
    }

    operator fun get(name: String): Adapter? = rows[name]

    val names: Set<String> get() = rows.keys
}
