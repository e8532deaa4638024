package dev.rankine.io

import dev.rankine.ops.Backend
import dev.rankine.ops.Backends
import dev.rankine.ops.Value
import dev.rankine.ops.valueOf
import dev.rankine.shapes.FormatException
import java.nio.file.Path

/**
 * A safetensors file whose header has been read and checked; tensors are read one by one, when asked for.
 *
 * Nothing stays open between reads, so there is nothing to close, and many threads may read at once.
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
        val entry = tensors[name] ?: throw FormatException(this.name, "has no tensor ${quoted(name)}", known())
        val array = readElements(source, dataStart + entry.begin, name, entry)
        return valueOf(array, entry.dtype, entry.sizes, backend)
    }

    /** All tensors by name, in the order of the file. */
    @JvmOverloads
    public fun readAll(backend: Backend = Backends.current): Map<String, Value> = tensors.keys.associateWith { read(it, backend) }

    override fun toString(): String = "$name: ${tensors.size} tensors"

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
