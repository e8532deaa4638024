package dev.rankine.io

import dev.rankine.ops.Value
import dev.rankine.ops.elementsOnHost
import dev.rankine.shapes.FormatException
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.add
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.put
import kotlinx.serialization.json.putJsonArray
import kotlinx.serialization.json.putJsonObject
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.CharBuffer
import java.nio.channels.FileChannel
import java.nio.charset.CharacterCodingException
import java.nio.file.Path

/** Reads and writes safetensors files: named tensors without any code in them. */
public object Safetensors {
    /**
     * All tensors of the file at [path] by name, in the order of the file. See [SafetensorsFile] for one at a time and the metadata.
     *
     * @throws FormatException if the file cannot be read or is no valid safetensors file.
     */
    @JvmStatic
    public fun load(path: Path): Map<String, Value> = SafetensorsFile.open(path).readAll()

    /**
     * All tensors of the file at [path] by name, used where they lie in the file if the backend can do that: a large model is there at once,
     * and its weights are in memory once for all processes that use it. See [SafetensorsFile.map] for what
     * must not happen to the file meanwhile.
     *
     * @throws FormatException if the file cannot be read or is no valid safetensors file.
     */
    @JvmStatic
    public fun map(path: Path): Map<String, Value> = SafetensorsFile.open(path).mapAll()

    /**
     * Writes [tensors] to [path], replacing what is there.
     *
     * The bytes go to a new file in the same folder, are forced to the disk, and then take the name [path] in one step:
     * whoever opens [path] finds the old file or the new one, whole. Names keep their order; the data start at a multiple of 8 bytes,
     * wide elements first, so that every tensor is aligned to its element size.
     *
     * @param metadata texts to store with them.
     * @throws FormatException if the file cannot be written; [path] is then as it was.
     */
    @JvmStatic
    @JvmOverloads
    public fun save(path: Path, tensors: Map<String, Value>, metadata: Map<String, String> = emptyMap()) {
        if (METADATA in tensors) throw FormatException(path.toString(), "a tensor cannot be called $METADATA", "choose another name")
        for ((name, value) in tensors) {
            val rank = value.sizes.rank
            if (rank > MAX_AXES) throw FormatException(path.toString(), "tensor ${quoted(name)} has too many axes: $rank > $MAX_AXES")
        }
        val order = tensors.keys.sortedByDescending { tensors.getValue(it).dtype.bytes }
        val header = header(path, tensors, order, metadata)
        if (header.size > MAX_HEADER) throw FormatException(path.toString(), "header is too long: ${header.size} > $MAX_HEADER bytes")
        replaceFile(path) { channel ->
            val buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN)
            buffer.putLong(header.size.toLong())
            drain(buffer, channel)
            val text = ByteBuffer.wrap(header)
            while (text.hasRemaining()) channel.write(text)
            for (name in order) write(tensors.getValue(name), buffer, channel)
        }
    }

    private fun header(path: Path, tensors: Map<String, Value>, order: List<String>, metadata: Map<String, String>): ByteArray {
        val places = HashMap<String, Long>()
        var end = 0L
        for (name in order) {
            places[name] = end
            end += bytes(tensors.getValue(name))
        }
        val tree =
            buildJsonObject {
                if (metadata.isNotEmpty()) putJsonObject(METADATA) { metadata.forEach { (key, text) -> put(key, text) } }
                for ((name, value) in tensors) {
                    putJsonObject(name) {
                        put("dtype", value.dtype.name)
                        putJsonArray("shape") { value.sizes.toList().forEach { add(JsonPrimitive(it)) } }
                        putJsonArray("data_offsets") {
                            add(JsonPrimitive(places.getValue(name)))
                            add(JsonPrimitive(places.getValue(name) + bytes(value)))
                        }
                    }
                }
            }
        val text = encoded(path, tree.toString())
        val padded = (text.size + 7) / 8 * 8
        return text.copyOf(padded).also { it.fill(' '.code.toByte(), text.size, padded) }
    }

    /** Half a surrogate pair would become a question mark, and the name another one. */
    private fun encoded(path: Path, header: String): ByteArray =
        try {
            val bytes = Charsets.UTF_8.newEncoder().encode(CharBuffer.wrap(header))
            ByteArray(bytes.remaining()).also { bytes.get(it) }
        } catch (e: CharacterCodingException) {
            throw FormatException(path.toString(), "a name or a text is no Unicode: it has half a surrogate pair", "choose another name", e)
        }

    private fun bytes(value: Value): Long = value.elements.toLong() * value.dtype.bytes

    private fun write(value: Value, buffer: ByteBuffer, channel: FileChannel) {
        val elements = value.elementsOnHost()
        val step = CHUNK / value.dtype.bytes
        for (from in 0 until elements.count step step) {
            putElements(elements, from, minOf(from + step, elements.count), buffer)
            drain(buffer, channel)
        }
    }

    private fun drain(buffer: ByteBuffer, channel: FileChannel) {
        val full = ByteBuffer.wrap(buffer.array(), 0, buffer.position())
        while (full.hasRemaining()) channel.write(full)
        (buffer as java.nio.Buffer).clear()
    }
}
