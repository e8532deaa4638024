package dev.rankine.conformance

import dev.rankine.ops.Backend
import dev.rankine.ops.Storage
import dev.rankine.shapes.DType
import java.util.Collections

/** [inner], counting what it hands out. It remembers every storage, so it is for short tests only. */
public class CountingBackend(private val inner: Backend) : Backend by inner {
    private val storages = Collections.synchronizedList(ArrayList<Storage>())

    /** How many storages were handed out and not released. */
    public val live: Int get() = synchronized(storages) { storages.count { !it.isReleased } }

    override fun allocate(dtype: DType, elements: Int): Storage = inner.allocate(dtype, elements).also { storages.add(it) }
}
