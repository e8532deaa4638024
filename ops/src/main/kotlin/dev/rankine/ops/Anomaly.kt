@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.RankineException

/**
 * An op gave NaN or infinity while checking was on.
 *
 * @param problem what is wrong: `log: gave NaN at element 1`, then a line for each operand.
 * @property isInherited whether an operand had NaN or infinity already: the op is the first that met it, not the one that made it.
 * @property line the line of the program that called the op, or whose op's gradient it is: `Model.kt:12 (Model.forward)`; null if none is known.
 */
public class AnomalyException(
    private val problem: String,
    public val isInherited: Boolean,
    public val line: String? = null,
    cause: Throwable? = null,
) : RankineException(problem + if (line == null) "" else "\n  called at  $line", cause) {
    /** The same, found in the gradient of [op], which [line] called. */
    public fun inGradient(op: String, line: String?): AnomalyException =
        AnomalyException("gradient of $op: $problem", isInherited, line ?: this.line, this)
}

/**
 * Runs [block] with checking: the first op that gives a NaN, or an infinity where no operand had one, fails with its name, its
 * operands and the line of the program that called it; an op of a backward pass, with the op whose gradient it belongs to, and the line that called that one.
 * Slow; for finding the cause. What was recorded before the block has no line.
 */
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
        // what a value is created with, and what a view shows, was there before
        if (call.inputs.isEmpty() || call.op.body is View) return
        for (output in outputs) {
            val wrong = firstNotFinite(output)
            if (wrong < 0) continue
            val number = number(output, wrong)
            val before = call.inputs.map { input -> firstNotFinite(input).let { if (it < 0) null else number(input, it) } }
            // an infinity that goes through an op, such as that of a mask, is no accident
            if (!number.isNaN() && before.any { it != null }) continue
            throw AnomalyException(
                "${call.name}: gave $number at element $wrong" +
                    call.inputs.indices.joinToString("") { n ->
                        "\n  input ${n + 1}  ${call.inputs[n]}${before[n]?.let { ", has $it already" }.orEmpty()}"
                    },
                before.any { it != null },
                call.line,
            )
        }
    }

    private fun elements(value: Value): Elements = Elements(value.backend.host(Evaluator.store(value)), value.layout)

    private fun number(value: Value, index: Int): Double = elements(value).double(index)

    /** The place of a NaN or else an infinity, or -1. */
    private fun firstNotFinite(value: Value): Int {
        if (!value.dtype.isFloating) return -1
        val elements = elements(value)
        var infinite = -1
        for (i in 0 until elements.count) {
            val number = elements.double(i)
            if (number.isNaN()) return i
            if (infinite < 0 && number.isInfinite()) infinite = i
        }
        return infinite
    }
}
