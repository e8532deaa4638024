package dev.rankine.optim

import dev.rankine.ops.Slot
import dev.rankine.ops.Value
import dev.rankine.ops.copy
import dev.rankine.ops.detach
import dev.rankine.ops.full
import dev.rankine.ops.invoke
import dev.rankine.ops.noGrad
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.zerosLike
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/** What an optimizer remembers of one parameter under PyTorch's names; it lives as long as the optimizer. */
public class ParameterState internal constructor(private val parameter: Value) {
    private val slots = LinkedHashMap<String, Slot>()
    private val numbers = LinkedHashMap<String, Double>()

    /** How many steps [countStep] has counted for the parameter; a parameter that was frozen meanwhile has fewer than others. */
    public var steps: Int = 0
        private set

    /** Counts a step of the parameter, and returns how many there were with it. */
    public fun countStep(): Int = ++steps

    /** The numbers called [key], or null before their first use. */
    public operator fun get(key: String): Value? = slots[key]?.value

    /** The numbers called [key], of the parameter's sizes and type, zeros at first use. */
    public fun zeros(key: String): Value = getOrPut(key) { zerosLike(parameter) }

    /** The numbers called [key], made by [initial] at first use. */
    public fun getOrPut(key: String, initial: () -> Value): Value = slots.getOrPut(key) { Slot(initial()) }.value!!

    /** The number called [key], [initial] before it was first set. */
    public fun number(key: String, initial: Double): Double {
        // what a file gave is a value; it becomes a number when it is first asked for
        slots.remove(key)?.let { numbers[key] = it.value!!.toDoubleArray().single() }
        return numbers[key] ?: initial
    }

    /** Remembers [number] under [key]. It is stored in float32, as PyTorch's numbers are, if that holds it exactly. */
    public fun setNumber(key: String, number: Double) {
        slots.remove(key)
        numbers[key] = number
    }

    /** Puts a copy of [value], of whatever sizes, in the place of the numbers called [key]. */
    internal fun replace(key: String, value: Value) {
        slots[key] = Slot(noGrad { copy(value) })
    }

    /** Forgets what is called [key]. */
    internal fun forget(key: String) {
        slots.remove(key)
        numbers.remove(key)
    }

    /** By name; `step` is the count as a scalar. */
    internal fun toMap(): Map<String, Value> {
        val count = if (steps == 0) emptyMap() else mapOf(STEP to scalar(steps.toDouble()))
        // in an order that does not depend on what was set, or asked for, first
        return count + (numbers.mapValues { scalar(it.value) } + slots.mapValues { it.value.value!!.detach() }).toSortedMap()
    }

    /** Replaces everything by copies of [state]. */
    internal fun load(state: Map<String, Value>) {
        steps = state[STEP]?.let { it.toDoubleArray().single().toInt() } ?: 0
        slots.clear()
        numbers.clear()
        noGrad { (state - STEP).forEach { (key, value) -> slots[key] = Slot(copy(value)) } }
    }

    /** In PyTorch's float32 where that holds the number. */
    private fun scalar(x: Double): Value =
        full(Sizes.SCALAR, x, if (x.toFloat().toDouble() == x) DType.F32 else DType.F64, parameter.backend)

    internal companion object {
        const val STEP = "step"
    }
}
