package dev.rankine.data

import java.nio.channels.FileChannel
import java.nio.channels.FileLock
import java.nio.channels.OverlappingFileLockException
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import java.util.concurrent.ConcurrentHashMap

/**
 * The right to write one file: of all threads of this process one at a time, and of all processes one. To others it is a lock of the file `name.lock`,
 * which is there meanwhile.
 */
internal class PartLock private constructor(part: Path) {
    private val file = part.resolveSibling("${part.fileName}.lock")

    /** Runs [block] with the right to write, for which it waits for threads; where a process has it, [refuse] is called with a hint. */
    fun <T> whileHeld(refuse: (String) -> Nothing, block: () -> T): T =
        synchronized(this) {
            // a lock goes with its channel
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).use { channel ->
                locked(channel) ?: refuse("wait until it has ended, then fetch again")
                try {
                    block()
                } finally {
                    Files.deleteIfExists(file)
                }
            }
        }

    /** Null if another has the lock, which code of this process beside this class may be. */
    private fun locked(channel: FileChannel): FileLock? =
        try {
            channel.tryLock()
        } catch (overlapping: OverlappingFileLockException) {
            null
        }

    companion object {
        private val all = ConcurrentHashMap<Path, PartLock>()

        /** The lock of the file at [part], whose folder is there. */
        fun of(part: Path): PartLock = part.parentOrHere().resolve(part.fileName).let { path -> all.computeIfAbsent(path) { PartLock(it) } }

        private fun Path.parentOrHere(): Path = toAbsolutePath().parent.toRealPath()
    }
}
