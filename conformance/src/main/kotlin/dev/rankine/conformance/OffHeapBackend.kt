package dev.rankine.conformance

import dev.rankine.ops.Backend
import dev.rankine.ops.HostStorage
import dev.rankine.ops.Kernel
import dev.rankine.ops.Loop
import dev.rankine.ops.Op
import dev.rankine.ops.Storage
import dev.rankine.ops.Value
import dev.rankine.ops.plain.ArrayStorage
import dev.rankine.ops.plain.rows.runRow
import dev.rankine.shapes.DType
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.atomic.AtomicInteger

/**
 * A second backend, for tests: native memory that is poisoned when it is returned and handed out again soon. What reads released or unset
 * memory gives wrong numbers here, which the plain backend may hide. It has no kernels: every row runs by its meaning.
 */
public class OffHeapBackend(override val name: String = "off-heap") : Backend {
    private val pool = ConcurrentHashMap<Int, ConcurrentLinkedQueue<ByteBuffer>>()
    private val taken = AtomicInteger()
    private val returned = AtomicInteger()
    private val again = AtomicInteger()

    /** How many storages were handed out and not returned. */
    public val live: Int get() = taken.get() - returned.get()

    /** How many storages got memory that another one had returned. */
    public val reused: Int get() = again.get()

    override fun allocate(dtype: DType, elements: Int): Storage {
        val bytes = maxOf(Integer.highestOneBit(maxOf(elements * dtype.bytes, 1) - 1) shl 1, 16)
        taken.incrementAndGet()
        val memory =
            pool[bytes]?.poll()?.also { again.incrementAndGet() }
                ?: ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder()).also { poison(it) }
        return OffHeapStorage(dtype, elements, memory, ::take)
    }

    override fun upload(array: Any, storage: Storage) {
        val source = ArrayStorage(storage.dtype, storage.elements, array, null)
        val target = host(storage)
        for (i in 0 until storage.elements) {
            if (storage.dtype.isFloating) target.setDouble(i, source.getDouble(i)) else target.setLong(i, source.getLong(i))
        }
    }

    override fun host(storage: Storage): HostStorage = storage as OffHeapStorage

    override fun <A : Any> kernel(op: Op<A>, attributes: A, inputs: Array<Value>): Kernel<A>? = null

    override fun <A : Any> run(op: Op<A>, attributes: A, inputs: Array<Value>, outputs: Array<Value>) {
        runRow(op.body as Loop<A>, attributes, inputs, outputs)
    }

    private fun take(memory: ByteBuffer) {
        poison(memory)
        returned.incrementAndGet()
        pool.getOrPut(memory.capacity()) { ConcurrentLinkedQueue() }.add(memory)
    }

    private fun poison(memory: ByteBuffer) {
        for (i in 0 until memory.capacity()) memory.put(i, POISON)
    }

    private companion object {
        /** A negative NaN in no type, but a large, strange number in all of them. */
        const val POISON = 0xdb.toByte()
    }
}
