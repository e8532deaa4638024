package dev.rankine.io

import dev.rankine.shapes.FormatException
import java.nio.file.Files
import java.nio.file.Path

/**
 * The file that writing to [path] means: absolute, and what a symbolic link points to, so that the link stays a link.
 *
 * @throws FormatException if no file can stand there: a directory, a device, or no directory around it.
 */
internal fun place(path: Path): Path {
    val target = followed(path.toAbsolutePath())
    val folder = target.parent
    if (folder == null || Files.isDirectory(target)) throw FormatException("$path", "is a directory, not a file", "name a file in it")
    if (!Files.isDirectory(folder)) throw FormatException("$path", "cannot be written: $folder is no directory", "create it first")
    if (Files.exists(target) && !Files.isRegularFile(target)) throw FormatException("$path", "cannot be written: it is no regular file")
    return target
}

/** A link that points nowhere yet counts as well. */
private fun followed(path: Path): Path {
    var at = path
    repeat(MAX_LINKS) {
        if (!Files.isSymbolicLink(at)) return at
        at = at.resolveSibling(Files.readSymbolicLink(at))
    }
    throw FormatException("$path", "cannot be written: more than $MAX_LINKS symbolic links lead on from it")
}

/** The limit of Linux. */
private const val MAX_LINKS = 40
