package dev.rankine.io

import dev.rankine.shapes.FormatException
import java.io.IOException
import java.nio.channels.FileChannel
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import java.nio.file.StandardOpenOption
import java.nio.file.attribute.PosixFileAttributeView

/**
 * Writes a new file beside [path], forces it to the disk and renames it to [path] in one step. After a failure nothing is left of it;
 * what a killed program left is removed. The permissions of the old file are kept, and a symbolic link stays one.
 *
 * @throws FormatException if that is not possible; the old file is then as it was.
 */
internal fun replaceFile(path: Path, write: (FileChannel) -> Unit) {
    try {
        val target = place(path)
        PartFile.deleteLitter(target)
        PartFile.create(target).use { part ->
            keepPermissions(target, part.path)
            write(part.channel)
            part.channel.force(true)
            Files.move(part.path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING)
        }
        forceName(target.parent)
    } catch (e: IOException) {
        throw FormatException("$path", "cannot be written: ${reason(e)}", cause = e)
    }
}

/** Before the first byte is written: what only its owner may read is never readable by others. */
private fun keepPermissions(old: Path, new: Path) {
    if (!Files.exists(old)) return
    val kept = permissions(old)?.readAttributes()?.permissions() ?: return
    val view = permissions(new) ?: return
    if (view.readAttributes().permissions() != kept) view.setPermissions(kept)
}

/** Null where the file system has no such permissions. */
private fun permissions(path: Path): PosixFileAttributeView? = Files.getFileAttributeView(path, PosixFileAttributeView::class.java)

/** Forces the new name to the disk. The new file is in its place already, whole, so a system that cannot do this (Windows) is no failure. */
private fun forceName(folder: Path) {
    try {
        FileChannel.open(folder, StandardOpenOption.READ).use { it.force(true) }
    } catch (_: IOException) {
        // After a power cut such a system may still show the old file, which is whole too.
    }
}
