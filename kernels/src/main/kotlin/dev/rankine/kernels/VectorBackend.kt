package dev.rankine.kernels

import dev.rankine.ops.Backend
import dev.rankine.ops.HostStorage
import dev.rankine.ops.Kernel
import dev.rankine.ops.Loop
import dev.rankine.ops.Op
import dev.rankine.ops.Storage
import dev.rankine.ops.Value
import dev.rankine.ops.plain.rows.runRow
import dev.rankine.shapes.DType
import kotlinx.coroutines.CoroutineDispatcher

/**
 * The fast backend of processors: kernels on vectors over native memory, for Java 25 with `--add-modules jdk.incubator.vector`.
 * Nobody closes anything: scopes return memory at once, the collector the rest.
 *
 * @property bits how wide its vectors are: 128, 256 or 512; the machine's own width unless said otherwise.
 */
public class VectorBackend(public val bits: Int = LaneLoader.natural(), override val name: String = "vector") : Backend {
    private val memory = Memory()
    private val table = LaneKernels.open(bits)

    override fun allocate(dtype: DType, elements: Int): Storage = memory.allocate(dtype, elements)

    override fun upload(array: Any, storage: Storage) {
        (storage as SegmentStorage).upload(array)
    }

    override fun host(storage: Storage): HostStorage = storage as SegmentStorage

    override fun <A : Any> kernel(op: Op<A>, attributes: A, inputs: Array<Value>): Kernel<A>? = table.find(op, attributes, inputs)

    override fun <A : Any> run(op: Op<A>, attributes: A, inputs: Array<Value>, outputs: Array<Value>) {
        val kernel = table.find(op, attributes, inputs)
        if (kernel != null) kernel.run(attributes, inputs, outputs) else runRow(op.body as Loop<A>, attributes, inputs, outputs)
    }

    public companion object {
        /**
         * Runs coroutines on the threads that run the kernels: training and serving on it add no thread that would compete with them. As many
         * coroutines run at once as `rankine.threads` says, or as there are processors; one that blocks keeps a kernel from a thread.
         * Ops that are called on it share their work with those of its threads that are free, as everywhere else.
         */
        @JvmStatic
        public val dispatcher: CoroutineDispatcher get() = Workers.shared
    }
}

/** The kernels for one width of vectors. */
internal interface LaneKernels {
    /** The kernel that runs this call, or null. */
    fun <A : Any> find(op: Op<A>, attributes: A, inputs: Array<Value>): Kernel<A>?

    companion object {
        /** The kernels for vectors of [bits]. */
        fun open(bits: Int): LaneKernels {
            val loader = if (bits == LaneLoader.natural()) LaneLoader::class.java.classLoader else LaneLoader(bits)
            val table = Class.forName("dev.rankine.kernels.lanes.KernelTable", true, loader)
            return table.getDeclaredConstructor().newInstance() as LaneKernels
        }
    }
}
