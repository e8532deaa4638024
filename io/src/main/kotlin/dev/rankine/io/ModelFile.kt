package dev.rankine.io

import dev.rankine.nn.Module
import dev.rankine.nn.StateException
import dev.rankine.ops.Value
import dev.rankine.ops.rankineVersion
import dev.rankine.ops.scope
import dev.rankine.shapes.FormatException
import java.io.IOException
import java.nio.file.Files
import java.nio.file.Path

/** Keeps a model's numbers in a safetensors file, under the names of PyTorch's state_dict. */
public object ModelFile {
    /** The metadata that [save] adds by itself. */
    @JvmField
    public val OWN_TEXTS: Set<String> = setOf("dims", "rankine")

    /**
     * Writes the parameters and buffers of [model] to [path], replacing what is there in one step, and returns the size of the file in bytes.
     *
     * @param metadata texts to store with them; the names of the dims are added as `dims`, the version as `rankine` ([OWN_TEXTS]).
     * @param beside tensors to store with them that are not the model's: their names begin with a dot.
     * @throws FormatException if the file cannot be written, or a name in [beside] could be the model's.
     */
    @JvmStatic
    @JvmOverloads
    public fun save(path: Path, model: Module, metadata: Map<String, String> = emptyMap(), beside: Map<String, Value> = emptyMap()): Long {
        beside.keys.firstOrNull { !it.startsWith(".") }?.let { name ->
            throw FormatException("$path", "a tensor beside the model needs a name that begins with a dot: ${quoted(name)}")
        }
        val state = model.stateDict()
        val dims = state.entries.joinToString("; ") { (name, value) -> "$name ${value.sizes}" }
        Safetensors.save(path, state + beside, metadata + mapOf("dims" to dims, "rankine" to rankineVersion))
        return Files.size(path)
    }

    /**
     * Overwrites the parameters and buffers of [model] with those of the file at [path], and returns the file's metadata.
     *
     * Tensors whose name begins with a dot are no model's, for no module can have such a name; they are not read. A checkpoint keeps
     * the optimizer's there, so that it can be loaded as a model.
     *
     * @throws FormatException if the file is missing or damaged.
     * @throws StateException if it is of another model: everything that differs, before anything is changed.
     */
    @JvmStatic
    public fun load(path: Path, model: Module): Map<String, String> = load(SafetensorsFile.open(path), model)

    /** The same from a [file] that is open already, or that came with the program: `SafetensorsFile.of(bytes, "digits.safetensors")`. */
    @JvmStatic
    public fun load(file: SafetensorsFile, model: Module): Map<String, String> {
        try {
            scope("load") {
                model.loadStateDict(
                    file.tensors.keys
                        .filterNot { it.startsWith(".") }
                        .associateWith(file::read),
                )
            }
        } catch (other: StateException) {
            throw StateException("${file.name}: ${other.message}").apply { addSuppressed(other) }
        }
        return file.metadata
    }

    /**
     * Fails if no file could be written to [path]: call it before training, not after.
     *
     * @throws FormatException saying why not.
     */
    @JvmStatic
    public fun requireWritable(path: Path) {
        try {
            PartFile.create(place(path)).close()
        } catch (e: IOException) {
            throw FormatException("$path", "cannot be written: ${reason(e)}", cause = e)
        }
    }
}
