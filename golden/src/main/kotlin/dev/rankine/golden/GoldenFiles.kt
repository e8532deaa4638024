package dev.rankine.golden

import dev.rankine.io.SafetensorsFile
import dev.rankine.shapes.FormatException
import java.io.IOException
import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.ZipFile
import kotlin.io.path.isDirectory
import kotlin.io.path.name

/** The golden files at [path]: itself, or all in a folder or zip file, folders within included, in the order of their names. */
internal fun goldenFiles(path: Path): Sequence<GoldenFile> {
    val found =
        when {
            path.isDirectory() -> inFolder(path)
            path.name.endsWith(ZIP) -> inZip(path)
            else -> sequenceOf(GoldenFile.of(SafetensorsFile.open(path)))
        }
    val files = found.iterator()
    if (!files.hasNext()) {
        throw FormatException(
            path.toString(),
            "contains no golden file",
            "golden files are called *$FILE, or lie in *$ZIP",
        )
    }
    return files.asSequence()
}

private const val ZIP = ".zip"
private const val FILE = ".safetensors"

private fun inFolder(folder: Path): Sequence<GoldenFile> =
    try {
        Files
            .walk(folder)
            .use { walk -> walk.filter { it.name.endsWith(FILE) || it.name.endsWith(ZIP) }.sorted().toList() }
            .asSequence()
            .flatMap { goldenFiles(it) }
    } catch (e: IOException) {
        throw FormatException(folder.toString(), "cannot be read: ${e.message}", cause = e)
    }

private fun inZip(path: Path): Sequence<GoldenFile> =
    sequence {
        try {
            if (!Files.exists(path)) throw FormatException(path.toString(), "does not exist")
            ZipFile(path.toFile()).use { zip ->
                for (entry in zip
                    .entries()
                    .asSequence()
                    .filter { it.name.endsWith(FILE) }
                    .sortedBy { it.name }) {
                    val bytes = zip.getInputStream(entry).use { it.readBytes() }
                    yield(GoldenFile.of(SafetensorsFile.of(bytes, "$path!${entry.name}")))
                }
            }
        } catch (e: IOException) {
            throw FormatException(path.toString(), "cannot be read as a zip file: ${e.message}", cause = e)
        }
    }
