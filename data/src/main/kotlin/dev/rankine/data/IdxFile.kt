package dev.rankine.data

import dev.rankine.shapes.FormatException
import java.io.BufferedInputStream
import java.io.IOException
import java.io.InputStream
import java.nio.file.Files
import java.nio.file.Path

/**
 * The content of an idx file of unsigned bytes: the format of MNIST and its relatives.
 *
 * The file is `00 00 08 axes`, one big-endian 32-bit size per axis, then the bytes in row-major order, nothing after them.
 * Format: Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits".
 *
 * @property sizes the size of every axis.
 * @property bytes as many as the product of [sizes], row-major; each is an unsigned number, 0 to 255.
 */
public class IdxFile internal constructor(public val sizes: List<Int>, public val bytes: ByteArray) {
    /** Reads idx files. */
    public companion object {
        /**
         * Reads the file at [path], plain or compressed with gzip (told by its first bytes, not by its name), which must have [axes] axes:
         * 3 for images, 1 for labels. A header that lies costs no memory: at most twice of what the file holds is reserved.
         *
         * @throws FormatException if there is no such file, it cannot be read, it is not an idx file of unsigned bytes with [axes] axes,
         * or it holds fewer or more bytes than its header says.
         */
        @JvmStatic
        public fun read(path: Path, axes: Int): IdxFile {
            val name = path.fileName?.toString() ?: path.toString()
            if (Files.isDirectory(path)) throw FormatException(name, "is a directory, not a file", "looked at $path")
            if (!Files.exists(path)) throw FormatException(name, "there is no such file", "looked for $path")
            // Opening a pipe would block until somebody writes to it.
            if (!Files.isRegularFile(path)) throw FormatException(name, "is no regular file", "looked at $path")
            try {
                return open(path).use { input -> IdxReader(name, input, axes).read() }
            } catch (e: IOException) {
                throw FormatException(name, "cannot be read: ${reason(e)}", "looked at $path", e)
            }
        }

        private fun open(path: Path): InputStream = BufferedInputStream(Files.newInputStream(path), 1 shl 16)
    }
}
