package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.RankineException
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import java.nio.ByteBuffer

/**
 * Where bytes live and ops run. A backend allocates storage, moves bytes from and to the host, and runs calls;
 * its kernels are speed entries only: what an op means stays with its row.
 */
public interface Backend {
    /** The word by which a user chooses the backend. */
    public val name: String

    /**
     * Threads for coroutines that work beside the ops of this backend, such as those that prepare batches: with threads of their own they would
     * take processors from its kernels.
     */
    public val dispatcher: CoroutineDispatcher get() = Dispatchers.Default

    /** How this backend holds elementwise calls back; null where every call runs at once. */
    public val deferral: Deferral? get() = null

    /**
     * New storage for [elements] elements; what it contains is undefined.
     *
     * @throws OutOfStorageException if there is no room.
     */
    public fun allocate(dtype: DType, elements: Int): Storage

    /** Fills [storage], which was just allocated, from [array]: the array type of [hostArray]. */
    public fun upload(array: Any, storage: Storage)

    /**
     * Storage over bytes that are in memory already, say of a mapped file, without a copy; null where the backend cannot do that, and then
     * the caller copies. Writes in place change these bytes.
     *
     * @param bytes gives a direct buffer whose remaining bytes are [elements] elements in the byte order of the machine, at any address;
     *   called only where the backend can use it, and null if there is none after all. The storage keeps it reachable.
     */
    public fun adopt(dtype: DType, elements: Int, bytes: () -> ByteBuffer?): Storage? = null

    /** The elements of [storage] where the processor reaches them: [storage] itself or a copy. */
    public fun host(storage: Storage): HostStorage

    /** The kernel that would run this call fast, or null. For a composite, null means that its definition runs. */
    public fun <A : Any> kernel(op: Op<A>, attributes: A, inputs: Array<Value>): Kernel<A>?

    /**
     * Runs a primitive: fills the storage of [outputs] through their layouts.
     *
     * @throws NoKernelException if the backend cannot run it.
     */
    public fun <A : Any> run(op: Op<A>, attributes: A, inputs: Array<Value>, outputs: Array<Value>)
}

/** A speed entry of a backend for one op. */
public interface Kernel<in A : Any> {
    /** Fills the storage of [outputs] through their layouts. */
    public fun run(attributes: A, inputs: Array<Value>, outputs: Array<Value>)
}

/** A backend has no kernel for an op and cannot do without. */
public class NoKernelException(message: String) : RankineException(message)

/** A backend has no room for a new storage: the sizes are impossible on this machine, or too much is held. */
public class OutOfStorageException(message: String, cause: Throwable? = null) : RankineException(message, cause)

/** A backend that was asked for cannot be used. */
public class BackendUnavailableException(message: String) : RankineException(message)

/** Finds a backend; implementations are listed as services. */
public interface BackendProvider {
    /** The word by which a user chooses the backend. */
    public val name: String

    /** Among usable providers the highest is chosen. The plain backend has 0. */
    public val priority: Int

    /** Null if the backend can be used here, else one sentence: why not, and how to cure it. */
    public fun whyUnusable(): String?

    /** Opens the backend; called once. */
    public fun open(): Backend

    /** A few words on what was found, for the line printed at the start: `512 bit, fma, 2 threads`. */
    public fun describe(): String
}
