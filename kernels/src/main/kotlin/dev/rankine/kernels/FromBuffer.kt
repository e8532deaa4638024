@file:JvmName("Segments")

package dev.rankine.kernels

import dev.rankine.ops.Backends
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value
import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import java.lang.foreign.MemorySegment
import java.lang.foreign.ValueLayout

/**
 * A value over the bytes of [segment], without a copy: elements of [dtype] in row-major order and the byte order of the machine, at any address.
 * Native memory and mapped files can be used. Changes of the segment are changes of the value, and writes in place change the segment.
 *
 * The value keeps the segment reachable. Where an arena can be closed, close it when no op runs on the value any more; a later op
 * fails with a sentence. A mapped file must not become shorter: reading what is gone ends in an `InternalError`, or ends the process where a compiled kernel does it.
 *
 * @param segment `sizes.elements * dtype.bytes` bytes.
 * @throws ShapeException if the segment has another size.
 * @throws IllegalArgumentException if the segment is on the heap, cannot be written, or is closed, or a bool in it is neither 0 nor 1.
 */
@JvmOverloads
public fun fromBuffer(
    segment: MemorySegment,
    dtype: DType,
    sizes: Sizes,
    backend: VectorBackend = Backends["vector"] as VectorBackend,
): Value {
    val bytes = sizes.elements.toLong() * dtype.bytes
    if (segment.byteSize() != bytes) {
        throw ShapeException("fromBuffer: ${segment.byteSize()} bytes given for $dtype $sizes, which has $bytes")
    }
    return Evaluator.own(storageOver("fromBuffer", segment, dtype, sizes.elements), sizes, backend)
}

/** Storage over [segment], which has at least the bytes of the elements. */
internal fun storageOver(name: String, segment: MemorySegment, dtype: DType, elements: Int): SegmentStorage {
    require(segment.isNative) {
        "$name: the segment is on the heap, where the collector moves it: ${segment.byteSize()} bytes\n  hint: call valueOf, which copies"
    }
    require(!segment.isReadOnly) {
        "$name: the segment cannot be written, and a write in place would end the process\n" +
            "  hint: map the file with FileChannel.MapMode.PRIVATE"
    }
    require(segment.scope().isAlive) { "$name: the segment's arena was closed" }
    require(segment.byteSize() >= elements.toLong() * dtype.bytes) { "$name: ${segment.byteSize()} bytes for $elements elements of $dtype" }
    if (dtype == DType.BOOL) {
        for (i in 0L until elements.toLong()) {
            val byte = segment.get(ValueLayout.JAVA_BYTE, i)
            require(byte in 0..1) { "$name: element $i is no bool: $byte is neither 0 nor 1" }
        }
    }
    return SegmentStorage(dtype, elements, segment)
}
