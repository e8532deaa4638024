package dev.rankine.ops.plain

import dev.rankine.ops.Backend
import dev.rankine.ops.BackendProvider
import dev.rankine.ops.HostStorage
import dev.rankine.ops.Kernel
import dev.rankine.ops.Loop
import dev.rankine.ops.Op
import dev.rankine.ops.OutOfStorageException
import dev.rankine.ops.Storage
import dev.rankine.ops.Value
import dev.rankine.ops.plain.kernels.PlainKernels
import dev.rankine.ops.plain.rows.runRow
import dev.rankine.shapes.DType

/**
 * The portable backend: arrays on the heap, everywhere a Java 17 or Android runs.
 *
 * @param kernels whether the fast table serves; without it every call runs the row's loop, the oracle.
 */
public class PlainBackend(override val name: String = "plain", private val kernels: Boolean = true) : Backend {
    private val pool = ArrayPool(Runtime.getRuntime().maxMemory() / 4)

    /** @throws OutOfStorageException if the heap has no room, even without the arrays that wait for their next use. */
    override fun allocate(dtype: DType, elements: Int): Storage =
        try {
            ArrayStorage(dtype, elements, pool.take(dtype, elements), pool)
        } catch (_: OutOfMemoryError) {
            pool.clear()
            retry(dtype, elements)
        }

    private fun retry(dtype: DType, elements: Int): Storage =
        try {
            ArrayStorage(dtype, elements, pool.take(dtype, elements), pool)
        } catch (e: OutOfMemoryError) {
            val wanted = (dtype.bytes.toLong() * elements) shr MEBI
            val heap = Runtime.getRuntime().maxMemory() shr MEBI
            throw OutOfStorageException(
                "$name: no room for $elements elements of $dtype: $wanted MiB wanted, the heap grows to $heap MiB\n" +
                    "  hint: use smaller batches, or give Java more with -Xmx",
                e,
            )
        }

    override fun upload(array: Any, storage: Storage) {
        System.arraycopy(array, 0, (storage as ArrayStorage).array, 0, storage.elements)
    }

    override fun host(storage: Storage): HostStorage = storage as ArrayStorage

    override fun <A : Any> kernel(op: Op<A>, attributes: A, inputs: Array<Value>): Kernel<A>? =
        if (kernels) PlainKernels.find(op, attributes, inputs) else null

    override fun <A : Any> run(op: Op<A>, attributes: A, inputs: Array<Value>, outputs: Array<Value>) {
        val kernel = kernel(op, attributes, inputs)
        if (kernel != null) kernel.run(attributes, inputs, outputs) else runRow(op.body as Loop<A>, attributes, inputs, outputs)
    }

    private companion object {
        /** A MiB has 2 to the power of this many bytes. */
        const val MEBI = 20
    }
}

/** Offers the plain backend: usable everywhere, unless the number of threads that was asked for is impossible. */
public class PlainProvider : BackendProvider {
    override val name: String get() = "plain"

    override val priority: Int get() = 0

    override fun whyUnusable(): String? = Workers.problem(System.getProperty("rankine.threads"))

    override fun open(): Backend = PlainBackend()

    override fun describe(): String = "portable loops on arrays, ${Workers.count} ${if (Workers.count == 1) "thread" else "threads"}"
}
