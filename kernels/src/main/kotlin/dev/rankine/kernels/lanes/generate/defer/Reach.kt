package dev.rankine.kernels.lanes

import dev.rankine.ops.Evaluator
import dev.rankine.ops.Storage
import dev.rankine.ops.Value
import dev.rankine.ops.pending

/** What a call of [inputs] would have to run, and would keep reachable: everything once. */
internal class Reach(inputs: Array<Value>) {
    private val laters = ArrayList<Later>()
    private val storages = ArrayList<Storage>()

    /** The calls, that of the inputs included. */
    val nodes: Int get() = laters.size + 1

    /** The bytes. */
    var kept: Long = 0
        private set

    init {
        for (input in inputs) visit(input)
    }

    private fun visit(value: Value) {
        val later = value.pending as? Later
        val recipe = later?.recipe
        if (recipe == null) return add(Evaluator.store(value))
        for (known in laters) if (known === later) return
        laters.add(later)
        for (input in recipe.inputs) if (input != null) visit(input)
    }

    private fun add(storage: Storage) {
        if (storage.elements == 1) return
        for (known in storages) if (known === storage) return
        storages.add(storage)
        kept += storage.elements.toLong() * storage.dtype.bytes
    }
}
