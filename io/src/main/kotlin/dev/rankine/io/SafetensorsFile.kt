package dev.rankine.io

import dev.rankine.ops.Backend
import dev.rankine.ops.Backends
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.FormatException
import java.nio.ByteOrder
import java.nio.file.Path

/**
 * A safetensors file whose header has been read and checked; tensors are read one by one, when asked for.
 *
 * Nothing stays open between reads, so there is nothing to close, and many threads may read at once. What [map] gives is let go by the
 * collector.
 * The format: 8 bytes that hold a little-endian length, a JSON object of that length, the bytes of the tensors in row-major order.
 * See https://huggingface.co/docs/safetensors.
 *
 * @property name the file as messages name it.
 * @property metadata the texts under `__metadata__`, in the order of the file.
 * @property tensors what the header says about each tensor, in the order of the file.
 */
public class SafetensorsFile private constructor(
    private val source: ByteSource,
    private val dataStart: Long,
    public val metadata: Map<String, String>,
    public val tensors: Map<String, SafetensorsEntry>,
) {
    public val name: String get() = source.name

    /**
     * Tensor [name], read now. `-> tensors[name].sizes`.
     *
     * @param backend where the elements go.
     * @throws FormatException if there is no such tensor, or the file can no longer be read.
     */
    @JvmOverloads
    public fun read(name: String, backend: Backend = Backends.current): Value {
        val entry = entry(name)
        val array = readElements(source, dataStart + entry.begin, name, entry)
        return valueOf(array, entry.dtype, entry.sizes, backend)
    }

    /** All tensors by name, in the order of the file. */
    @JvmOverloads
    public fun readAll(backend: Backend = Backends.current): Map<String, Value> = tensors.keys.associateWith { read(it, backend) }

    /**
     * Tensor [name] where it lies in the file: the system brings the bytes when they are first used, and may drop them again. Writes in
     * place stay in this process and never reach the file. `-> tensors[name].sizes`.
     *
     * The tensor is read as [read] does where it cannot be used in place: if the backend has memory of its own (of those of Rankine, only
     * `vector` has not), the file may not be written or was given as bytes, the tensor has 2 GiB or more or holds booleans (which must be
     * checked), or the machine is big-endian.
     *
     * The file must stay as it is while the value is in use; to replace it, write a new one and rename it, as [Safetensors.save] does.
     * Whether changes by others are seen depends on the system. If the file is made shorter, what is gone cannot be read: an op then fails
     * with an `InternalError` of Java, or the system ends the process. Where others may do that, use [read].
     *
     * @throws FormatException if there is no such tensor, or the file can no longer be read.
     */
    @JvmOverloads
    public fun map(name: String, backend: Backend = Backends.current): Value {
        val entry = entry(name)
        val bytes = entry.end - entry.begin
        val storage =
            if (entry.dtype == DType.BOOL || bytes !in 1..Int.MAX_VALUE || ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN) {
                null
            } else {
                backend.adopt(entry.dtype, entry.sizes.elements) { source.map(dataStart + entry.begin, bytes) }
            }
        return if (storage == null) read(name, backend) else Evaluator.own(storage, entry.sizes, backend)
    }

    /** All tensors by name, in the order of the file, as [map] gives them. */
    @JvmOverloads
    public fun mapAll(backend: Backend = Backends.current): Map<String, Value> = tensors.keys.associateWith { map(it, backend) }

    override fun toString(): String = "$name: ${tensors.size} tensors"

    private fun entry(name: String): SafetensorsEntry =
        tensors[name] ?: throw FormatException(this.name, "has no tensor ${quoted(name)}", known())

    private fun known(): String {
        val names = tensors.keys.take(SHOWN).joinToString { quoted(it) }
        return if (tensors.size <= SHOWN) "it has ${names.ifEmpty { "none" }}" else "it has $names and ${tensors.size - SHOWN} more"
    }

    public companion object {
        private const val SHOWN = 8

        /**
         * Reads and checks the header of the file at [path].
         *
         * @throws FormatException saying what is wrong: the file is missing or cannot be read, or it is no valid safetensors file.
         */
        @JvmStatic
        public fun open(path: Path): SafetensorsFile = open(PathSource(path))

        /**
         * The same for [bytes] that are in memory already, say an entry of an archive; they are not copied. Messages call them [name].
         *
         * @throws FormatException if they are no valid safetensors file.
         */
        @JvmStatic
        public fun of(bytes: ByteArray, name: String): SafetensorsFile = open(ArraySource(bytes, name))

        private fun open(source: ByteSource): SafetensorsFile {
            val text = readHeader(source)
            val dataStart = HEADER_START + text.bytes
            val header = SafetensorsHeader(source.name, source.size - dataStart)
            header.parse(text.json)
            return SafetensorsFile(source, dataStart, header.metadata, header.tensors)
        }
    }
}
