@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Slot
import dev.rankine.ops.Value
import dev.rankine.ops.isRecording
import java.util.IdentityHashMap

/**
 * Runs [block], in which a parametrised parameter is computed once, when it is first read, however often this thread reads it; PyTorch's
 * `torch.nn.utils.parametrize.cached`. Outside, each reading computes it, and [SpectralNorm] goes on a round of its iteration while training.
 * What is computed with a gradient is not what is computed without. Assigning to the parameter computes it anew; a step of an optimizer does not,
 * so that it belongs outside.
 */
public fun <T> cachedParametrizations(block: () -> T): T {
    if (ComputedOnce.current != null) return block()
    val computed = ComputedOnce()
    ComputedOnce.local.set(computed)
    try {
        return block()
    } finally {
        ComputedOnce.local.remove()
        computed.forgetAll()
    }
}

/** What [cachedParametrizations] has computed on a thread. Slots hold it: the scope of the call that read it first may end. */
internal class ComputedOnce {
    private val recorded = IdentityHashMap<ParametrizationList, Slot>()
    private val unrecorded = IdentityHashMap<ParametrizationList, Slot>()

    fun result(list: ParametrizationList): Value =
        (if (isRecording) recorded else unrecorded).getOrPut(list) { Slot(list.computed()) }.value!!

    fun forget(list: ParametrizationList) {
        for (all in listOf(recorded, unrecorded)) all.remove(list)?.value = null
    }

    fun forgetAll() {
        for (all in listOf(recorded, unrecorded)) all.values.forEach { it.value = null }
    }

    companion object {
        val local = ThreadLocal<ComputedOnce?>()

        val current: ComputedOnce? get() = local.get()
    }
}
