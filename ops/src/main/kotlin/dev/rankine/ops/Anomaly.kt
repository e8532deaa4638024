package dev.rankine.ops

import dev.rankine.shapes.RankineException

/** An op gave NaN or infinity while checking was on. */
public class AnomalyException(message: String) : RankineException(message)

/** Runs [block] with checking: the first op whose result has a NaN or an infinity fails with its name. Slow; for finding the cause. */
public inline fun <T> detectAnomaly(crossinline block: () -> T): T {
    val before = setChecking(true)
    try {
        return block()
    } finally {
        setChecking(before)
    }
}

@PublishedApi
internal fun setChecking(on: Boolean): Boolean {
    val thread = ThreadState.get()
    return thread.checking.also { thread.checking = on }
}

internal object Anomaly {
    fun check(call: Call<*>, outputs: Array<Value>) {
        if (call.op.body !is Loop && call.op.body !is Definition) return
        for (output in outputs) {
            if (!output.dtype.isFloating) continue
            val elements = Elements(output.backend.host(Evaluator.store(output)), output.layout)
            for (i in 0 until elements.count) {
                val value = elements.double(i)
                if (value.isNaN() || value.isInfinite()) {
                    throw AnomalyException(
                        "${call.name}: gave $value at element $i\n" +
                            call.inputs.withIndex().joinToString("\n") { (n, input) -> "  input ${n + 1}  $input" },
                    )
                }
            }
        }
    }
}
