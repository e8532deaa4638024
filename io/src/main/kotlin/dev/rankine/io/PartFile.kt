package dev.rankine.io

import java.io.Closeable
import java.io.IOException
import java.nio.channels.FileChannel
import java.nio.channels.OverlappingFileLockException
import java.nio.file.DirectoryIteratorException
import java.nio.file.Files
import java.nio.file.LinkOption
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import java.util.UUID
import java.util.concurrent.ConcurrentHashMap

/**
 * A new file beside the one that it will replace, called `.name.UUID.part`; closing deletes it unless it was renamed.
 *
 * It is locked while it is open. The system drops the lock of a program that dies, however it dies: a part that can be locked is litter.
 */
internal class PartFile private constructor(val path: Path, val channel: FileChannel) : Closeable {
    override fun close() {
        try {
            channel.close()
        } finally {
            own -= path.fileName.toString()
            Files.deleteIfExists(path)
        }
    }

    companion object {
        private const val TRIES = 8

        /**
         * The parts that this process has open. They must not even be opened again: on POSIX systems closing any channel of a file
         * gives up all locks that the process has on it.
         */
        private val own: MutableSet<String> = ConcurrentHashMap.newKeySet()

        /** An empty part of [target]. Where the file system knows no locks it has none, and nobody can take it for litter. */
        fun create(target: Path): PartFile {
            repeat(TRIES) {
                val path = target.resolveSibling(".${target.fileName}.${UUID.randomUUID()}.part")
                own += path.fileName.toString()
                val part =
                    try {
                        PartFile(path, FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW))
                    } catch (e: IOException) {
                        own -= path.fileName.toString()
                        throw e
                    }
                // Between making and locking, another process may have taken it for litter.
                if (isLocked(part.channel) && Files.exists(path)) return part
                part.close()
            }
            throw IOException("$TRIES new files beside it were removed by another program")
        }

        /** Deletes what programs that were killed while they wrote [target] have left beside it. */
        fun deleteLitter(target: Path) {
            val name = Regex("\\.${Regex.escape(target.fileName.toString())}\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.part")
            try {
                Files.newDirectoryStream(target.parent) { name.matches(it.fileName.toString()) }.use { parts ->
                    parts.forEach(::deleteIfDead)
                }
            } catch (_: IOException) {
                // A directory that may be written to but not listed: saving needs no list, and the next who may list it cleans up.
            } catch (_: DirectoryIteratorException) {
                // The same, found out later.
            }
        }

        private fun deleteIfDead(part: Path) {
            if (part.fileName.toString() in own || !Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) return
            try {
                FileChannel.open(part, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS).use {
                    if (it.tryLock() != null) Files.deleteIfExists(part)
                }
            } catch (_: IOException) {
                // Gone meanwhile, of another user, or on a file system without locks: not ours to delete.
            } catch (_: OverlappingFileLockException) {
                // Another copy of this class in this process (another class loader) is writing it.
            }
        }

        private fun isLocked(channel: FileChannel): Boolean =
            try {
                channel.tryLock() != null
            } catch (_: IOException) {
                true
            }
    }
}
