package dev.rankine.nn

import dev.rankine.ops.Call
import dev.rankine.ops.CallObserver
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value
import dev.rankine.tensor.Tensor

/** The calls of modules on a thread, in the order in which they began, and what ops did in each. */
internal class ModuleCalls : CallObserver {
    /** A call of [module]: what it gave, and the costs of the ops that it called itself, not in a module that it called. */
    class Entry(val module: Module) {
        var results: List<Value> = emptyList()
        var multiplyAdds: Long = 0
        var activationBytes: Long = 0
    }

    val entries = ArrayList<Entry>()

    private val open = ArrayList<Entry>()

    fun begin(module: Module) {
        open += Entry(module).also(entries::add)
    }

    fun end(result: Any?) {
        open.removeAt(open.lastIndex).results = values(result)
    }

    override fun called(call: Call<*>, outputs: Array<Value>) {
        val entry = open.lastOrNull() ?: return
        entry.multiplyAdds += MultiplyAdds.of(call, outputs)
        for (output in outputs) {
            val storage = Evaluator.store(output)
            if (call.inputs.none { Evaluator.store(it) === storage }) entry.activationBytes += output.elements.toLong() * output.dtype.bytes
        }
    }

    companion object {
        private val local = ThreadLocal<ModuleCalls?>()

        /** What watches this thread; null if nothing does. */
        val current: ModuleCalls? get() = local.get()

        /** Runs [block] watched by [calls]. */
        inline fun <T> watching(calls: ModuleCalls, block: () -> T): T {
            val before = local.get()
            local.set(calls)
            try {
                return block()
            } finally {
                local.set(before)
            }
        }

        /** The values that [result] consists of, where it is of a kind that modules give. */
        private fun values(result: Any?): List<Value> =
            when (result) {
                is Value -> listOf(result)
                is Tensor<*> -> listOf(result.value)
                is Pair<*, *> -> values(result.first) + values(result.second)
                is Iterable<*> -> result.flatMap(::values)
                else -> emptyList()
            }
    }
}
