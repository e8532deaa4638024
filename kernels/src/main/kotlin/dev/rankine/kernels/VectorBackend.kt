package dev.rankine.kernels

import dev.rankine.ops.Backend
import dev.rankine.ops.Deferral
import dev.rankine.ops.Evaluator
import dev.rankine.ops.HostStorage
import dev.rankine.ops.Kernel
import dev.rankine.ops.Loop
import dev.rankine.ops.Op
import dev.rankine.ops.Storage
import dev.rankine.ops.Value
import dev.rankine.ops.plain.rows.runRow
import dev.rankine.shapes.DType
import kotlinx.coroutines.CoroutineDispatcher
import java.lang.foreign.MemorySegment
import java.nio.ByteBuffer
import java.util.concurrent.ConcurrentHashMap

/**
 * The fast backend of processors: kernels on vectors over native memory, for Java 25 with `--add-modules jdk.incubator.vector`.
 * Nobody closes anything: scopes return memory at once, the collector the rest.
 *
 * @property bits how wide its vectors are: 128, 256 or 512; the machine's own width unless said otherwise.
 * @property memory what its storages live in, and how much of it is in use.
 */
public class VectorBackend internal constructor(
    public val bits: Int,
    override val name: String,
    public val memory: Memory,
    deferring: Deferring? = Deferring.read(),
) : Backend {
    public constructor(bits: Int = LaneLoader.natural(), name: String = "vector") : this(bits, name, Memory.process)

    private val table = LaneKernels.open(bits)
    private val deferred = deferring?.let { table.deferral(this, it) }

    // while ops are noted with what they fill, each fills it at once
    override val deferral: Deferral? get() = if (memory.tracking) null else deferred

    override fun allocate(dtype: DType, elements: Int): Storage = memory.allocate(name, dtype, elements)

    override fun upload(array: Any, storage: Storage) {
        (storage as SegmentStorage).upload(array)
        if (memory.tracking) storage.filledBy("valueOf")
    }

    override fun host(storage: Storage): HostStorage = storage as SegmentStorage

    override fun adopt(dtype: DType, elements: Int, bytes: () -> ByteBuffer?): Storage? =
        bytes()?.let { storageOver("adopt", MemorySegment.ofBuffer(it), dtype, elements) }

    override fun <A : Any> kernel(op: Op<A>, attributes: A, inputs: Array<Value>): Kernel<A>? {
        val kernel = table.find(op, attributes, inputs)
        return if (kernel != null && memory.tracking) TrackedKernel(op.name, kernel) else kernel
    }

    override fun <A : Any> run(op: Op<A>, attributes: A, inputs: Array<Value>, outputs: Array<Value>) {
        if (memory.tracking) outputs.filledBy(op.name)
        val kernel = table.find(op, attributes, inputs)
        if (kernel != null) kernel.run(attributes, inputs, outputs) else runRow(op.body as Loop<A>, attributes, inputs, outputs)
    }

    /**
     * Runs coroutines on the threads that run the kernels: training and serving on it add no thread that would compete with them. As many
     * coroutines run at once as `rankine.threads` says, or as there are processors; one that blocks keeps a kernel from a thread.
     * Ops that are called on it share their work with those of its threads that are free, as everywhere else.
     */
    override val dispatcher: CoroutineDispatcher get() = Workers.shared
}

/** A kernel whose results note which op has made them. */
private class TrackedKernel<in A : Any>(private val op: String, private val kernel: Kernel<A>) : Kernel<A> {
    override fun run(attributes: A, inputs: Array<Value>, outputs: Array<Value>) {
        outputs.filledBy(op)
        kernel.run(attributes, inputs, outputs)
    }
}

private fun Array<Value>.filledBy(op: String) {
    for (value in this) (Evaluator.store(value) as SegmentStorage).filledBy(op)
}

/** The kernels for one width of vectors. */
internal interface LaneKernels {
    /** The kernel that runs this call, or null. */
    fun <A : Any> find(op: Op<A>, attributes: A, inputs: Array<Value>): Kernel<A>?

    /** How calls of [backend], whose kernels these are, wait. */
    fun deferral(backend: Backend, deferring: Deferring): Deferral

    companion object {
        private val loaders = ConcurrentHashMap<Int, ClassLoader>()

        /** The kernels for vectors of [bits]. */
        fun open(bits: Int): LaneKernels {
            val table = Class.forName("dev.rankine.kernels.lanes.KernelTable", true, loader(bits))
            return table.getDeclaredConstructor().newInstance() as LaneKernels
        }

        /** Defines the classes of the lanes for vectors of [bits]: one loader per width and process, so that each is compiled once. */
        fun loader(bits: Int): ClassLoader =
            if (bits == LaneLoader.natural()) LaneLoader::class.java.classLoader else loaders.computeIfAbsent(bits) { LaneLoader(it) }
    }
}
