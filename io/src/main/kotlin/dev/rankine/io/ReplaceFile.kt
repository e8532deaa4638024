package dev.rankine.io

import dev.rankine.shapes.FormatException
import java.io.IOException
import java.nio.channels.FileChannel
import java.nio.file.AccessDeniedException
import java.nio.file.FileSystemException
import java.nio.file.Files
import java.nio.file.NoSuchFileException
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import java.nio.file.StandardOpenOption
import java.util.UUID

/**
 * Writes a new file beside [path], forces it to the disk and renames it to [path] in one step. After a failure nothing is left of it.
 *
 * @throws FormatException if that is not possible.
 */
internal fun replaceFile(path: Path, write: (FileChannel) -> Unit) {
    val name = path.toString()
    val folder = path.toAbsolutePath().parent ?: throw FormatException(name, "is a folder, not a file")
    if (Files.isDirectory(path)) throw FormatException(name, "is a folder, not a file")
    if (!Files.isDirectory(folder)) throw FormatException(name, "cannot be written: $folder is no folder", "create it first")
    val part = folder.resolve(".${path.fileName}.${UUID.randomUUID()}.part")
    try {
        FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW).use {
            write(it)
            it.force(true)
        }
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING)
    } catch (e: IOException) {
        throw FormatException(name, "cannot be written: ${reason(e)}", cause = e)
    } finally {
        part.toFile().delete()
    }
}

private fun reason(e: IOException): String =
    when (e) {
        is AccessDeniedException -> "the folder may not be written to"
        is NoSuchFileException -> "the folder is gone"
        is FileSystemException -> e.reason ?: e.javaClass.simpleName
        else -> e.message ?: e.javaClass.simpleName
    }
