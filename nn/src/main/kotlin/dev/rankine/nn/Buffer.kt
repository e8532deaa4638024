package dev.rankine.nn

import dev.rankine.ops.Slot
import dev.rankine.ops.Value
import dev.rankine.ops.copyFrom
import dev.rankine.ops.detach
import dev.rankine.ops.noGrad

/** Numbers that a module keeps but no optimizer changes: running statistics, tables. Part of the state_dict. */
public class Buffer internal constructor(initial: Value) {
    private val slot = Slot(initial.detach())

    /** The numbers. What is set is kept without its history: no gradient flows through a buffer. */
    public var value: Value
        get() = slot.value!!
        set(new) {
            slot.value = new.detach()
        }

    /**
     * Overwrites the numbers in place with those of [source], converted to the buffer's element type.
     *
     * @throws dev.rankine.shapes.ShapeException if the sizes do not broadcast to the buffer's.
     */
    public fun assign(source: Value) {
        noGrad { value.copyFrom(source) }
    }

    override fun toString(): String = value.toString()
}
