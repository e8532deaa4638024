package dev.rankine.kernels

import dev.rankine.ops.OutOfStorageException
import dev.rankine.shapes.DType

private const val MEBI = 20
private const val KIBI = 10

/** That [memory] has no room for [elements] of [dtype], which [backend] wants. */
internal fun noRoom(memory: Memory, backend: String, dtype: DType, elements: Int, cause: Throwable?): OutOfStorageException {
    val wanted = elements.toLong() * dtype.bytes
    val first = if (wanted > memory.limit) "use smaller batches" else "wrap steps in scope { }, use smaller batches"
    return OutOfStorageException(
        "$backend: no room for $elements elements of $dtype: ${text(wanted)} wanted, ${text(memory.live)} in use and " +
            "${text(memory.reserved - memory.live)} free in other sizes, the limit is ${text(memory.limit)}\n" +
            "  hint: $first, or set -D${Budget.PROPERTY} if the machine has more",
        cause,
    )
}

/** [bytes] as people read them. */
internal fun text(bytes: Long): String = if (bytes < 10L shl MEBI) "${bytes shr KIBI} KiB" else "${bytes shr MEBI} MiB"
