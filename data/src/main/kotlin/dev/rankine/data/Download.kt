package dev.rankine.data

import java.io.IOException
import java.net.MalformedURLException
import java.net.URL
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import java.security.MessageDigest
import java.util.Locale

/**
 * A file of the network with the checksum of its bytes. Nothing is fetched until [fetch] is called.
 *
 * @property url where it comes from, with `http` or `https`.
 * @property name what it is called in the folder; by default the last part of the address.
 * @param sha256 the SHA-256 checksum of its bytes, 64 hexadecimal digits.
 * @throws IllegalArgumentException if the address, the checksum or the name is not one.
 */
public class Download
    @JvmOverloads
    constructor(
        public val url: String,
        sha256: String,
        public val name: String = url.substringBefore('?').substringAfterLast('/'),
    ) {
        /** The SHA-256 checksum of its bytes, 64 hexadecimal digits in lower case. */
        public val sha256: String = sha256.lowercase(Locale.ROOT)

        init {
            require(this.sha256.length == DIGITS && this.sha256.all { it in "0123456789abcdef" }) {
                "download: a SHA-256 checksum has $DIGITS hexadecimal digits: \"$sha256\""
            }
            require(name.isNotEmpty() && name != "." && name != ".." && name.none { it == '/' || it == '\\' || it == '\u0000' }) {
                "download: this is not the name of a file: \"$name\""
            }
            val protocol =
                try {
                    URL(url).protocol
                } catch (e: MalformedURLException) {
                    throw IllegalArgumentException("download: this is no address: \"$url\"", e)
                }
            require(
                protocol == "http" || protocol == "https",
            ) { "download: the address is of another protocol than http and https: \"$url\"" }
        }

        /**
         * The file in [folder]: fetched if it is not there yet with the right bytes, without the network if it is. The folder is created if need be.
         *
         * While it is fetched it is called `name.part`. If that ends early, what has come stays there, and the next call goes on after it, where the
         * server can; only bytes with the right checksum get the file's name. A thread waits while another of the process fetches the same file; while another process
         * does, fetching is refused.
         *
         * @param timeoutSeconds how long the server may say nothing.
         * @param progress called as bytes come; what it throws ends the download, and is thrown.
         * @throws DownloadException if the server cannot be reached or does not have the file, the connection ends early, the bytes have another checksum,
         * another process fetches the file, or it cannot be written.
         */
        @JvmOverloads
        public fun fetch(folder: Path, timeoutSeconds: Int = 30, progress: (DownloadProgress) -> Unit = {}): Path {
            require(timeoutSeconds >= 1) { "download: the time to wait is at least one second: $timeoutSeconds" }
            val file = folder.resolve(name)
            try {
                if (isThere(file)) return file
                Files.createDirectories(folder)
                val part = folder.resolve("$name.part")
                return PartLock.of(part).whileHeld({ throw DownloadException(url, "another process is fetching $file", it) }) {
                    if (!isThere(file)) {
                        Transfer(url, part, timeoutSeconds, progress).run()
                        verify(part)
                        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING)
                    }
                    file
                }
            } catch (e: IOException) {
                throw DownloadException(url, "$file cannot be written: ${reason(e)}", cause = e)
            }
        }

        private fun isThere(file: Path): Boolean {
            if (!Files.isRegularFile(file)) return false
            val found = checksum(file)
            if (found == sha256) return true
            val hint = "delete it to fetch it again"
            throw DownloadException(url, "$file is there and has another checksum, $found, not $sha256", hint)
        }

        /** What came with a wrong checksum is not kept: going on after it would never make it right. */
        private fun verify(part: Path) {
            val found = checksum(part)
            if (found == sha256) return
            val bytes = Files.size(part)
            Files.delete(part)
            val problem = "the bytes that came have another checksum and were not kept: SHA-256 $sha256 expected, $found found in ${grouped(
                bytes,
            )} bytes"
            throw DownloadException(url, problem)
        }

        override fun toString(): String = "Download($url, SHA-256 $sha256)"

        private companion object {
            const val DIGITS = 64

            fun checksum(file: Path): String {
                val digest = MessageDigest.getInstance("SHA-256")
                Files.newInputStream(file).use { input ->
                    val bytes = ByteArray(1 shl 16)
                    while (true) digest.update(bytes, 0, input.read(bytes).takeIf { it >= 0 } ?: break)
                }
                return digest.digest().joinToString("") { "%02x".format(Locale.ROOT, it) }
            }
        }
    }

/**
 * How far a download is.
 *
 * @property name the file.
 * @property bytes how many bytes are there, those of an earlier call included.
 * @property total how many there will be; null if the server does not say.
 */
public data class DownloadProgress(public val name: String, public val bytes: Long, public val total: Long?)
