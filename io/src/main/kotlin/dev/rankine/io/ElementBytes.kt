package dev.rankine.io

import dev.rankine.ops.Elements
import dev.rankine.ops.hostArray
import dev.rankine.shapes.DType
import dev.rankine.shapes.FormatException
import dev.rankine.shapes.floatToBFloat16
import dev.rankine.shapes.floatToFloat16
import java.nio.ByteBuffer
import java.nio.ByteOrder

/** Bytes moved at once: a whole number of elements of every type. */
internal const val CHUNK: Int = 1 shl 20

/** The elements of [entry] that start at byte [start] of [source], as the array of [hostArray]. */
internal fun readElements(source: ByteSource, start: Long, name: String, entry: SafetensorsEntry): Any {
    val dtype = entry.dtype
    val count = entry.sizes.elements
    val array = room(source.name, name, entry)
    val chunk = ByteArray(minOf(CHUNK.toLong(), entry.end - entry.begin).toInt())
    source.reading { reading ->
        var done = 0
        while (done < count) {
            val now = minOf(count - done, CHUNK / dtype.bytes)
            reading.read(start + done.toLong() * dtype.bytes, chunk, now * dtype.bytes)
            take(ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN), array, done, now)
            done += now
        }
    }
    if (dtype == DType.BOOL) checkBooleans(source.name, name, array as ByteArray)
    return array
}

/** The file may be sparse, and larger than any heap. */
private fun room(file: String, name: String, entry: SafetensorsEntry): Any =
    try {
        hostArray(entry.dtype, entry.sizes.elements)
    } catch (e: OutOfMemoryError) {
        val heap = Runtime.getRuntime().maxMemory()
        val problem = "tensor ${quoted(name)} does not fit in one array: $entry needs ${entry.end - entry.begin} bytes, the heap has $heap"
        throw FormatException(file, problem, "start java with a larger -Xmx", e)
    }

private fun take(buffer: ByteBuffer, array: Any, from: Int, count: Int) {
    when (array) {
        is ByteArray -> buffer.get(array, from, count)
        is ShortArray -> buffer.asShortBuffer().get(array, from, count)
        is IntArray -> buffer.asIntBuffer().get(array, from, count)
        is LongArray -> buffer.asLongBuffer().get(array, from, count)
        is FloatArray -> buffer.asFloatBuffer().get(array, from, count)
        is DoubleArray -> buffer.asDoubleBuffer().get(array, from, count)
        else -> error("no element type has ${array.javaClass.simpleName}")
    }
}

private fun checkBooleans(file: String, name: String, array: ByteArray) {
    val wrong = array.indexOfFirst { it != 0.toByte() && it != 1.toByte() }
    if (wrong >= 0) throw FormatException(file, "tensor ${quoted(name)} element $wrong is no bool: ${array[wrong]} is neither 0 nor 1")
}

/** Puts elements [from] until [until] into [buffer] in the byte order of the buffer. */
internal fun putElements(elements: Elements, from: Int, until: Int, buffer: ByteBuffer) {
    when (elements.dtype) {
        DType.BOOL, DType.U8, DType.I8 -> for (i in from until until) buffer.put(elements.long(i).toByte())
        DType.I16 -> for (i in from until until) buffer.putShort(elements.long(i).toShort())
        DType.I32 -> for (i in from until until) buffer.putInt(elements.long(i).toInt())
        DType.I64 -> for (i in from until until) buffer.putLong(elements.long(i))
        DType.F16 -> for (i in from until until) buffer.putShort(floatToFloat16(elements.double(i).toFloat()))
        DType.BF16 -> for (i in from until until) buffer.putShort(floatToBFloat16(elements.double(i).toFloat()))
        DType.F32 -> for (i in from until until) buffer.putFloat(elements.double(i).toFloat())
        DType.F64 -> for (i in from until until) buffer.putDouble(elements.double(i))
    }
}
