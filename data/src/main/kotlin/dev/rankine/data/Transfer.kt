package dev.rankine.data

import java.io.IOException
import java.io.InputStream
import java.net.ConnectException
import java.net.HttpURLConnection
import java.net.NoRouteToHostException
import java.net.SocketTimeoutException
import java.net.URL
import java.net.UnknownHostException
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption

/** Brings the bytes of [url] into [part], after those that are there already where the server can. */
internal class Transfer(
    private val url: String,
    private val part: Path,
    private val timeoutSeconds: Int,
    private val progress: (DownloadProgress) -> Unit,
) {
    private val name = part.fileName.toString().removeSuffix(".part")

    /**
     * Returns when all bytes are there.
     *
     * @throws DownloadException if they do not come.
     * @throws IOException if they cannot be written.
     */
    fun run() {
        val there = if (Files.isRegularFile(part)) Files.size(part) else 0L
        val connection = connect(there)
        try {
            val status = fromServer { connection.responseCode }
            when {
                status == HttpURLConnection.HTTP_OK -> {
                    copy(connection, 0)
                }

                status == HttpURLConnection.HTTP_PARTIAL && starts(connection) == there -> {
                    copy(connection, there)
                }

                // nothing is left after what is there, or the server has another file now: from the start, once
                there > 0 && (status == HttpURLConnection.HTTP_PARTIAL || status == RANGE_NOT_SATISFIABLE) -> {
                    if (status == RANGE_NOT_SATISFIABLE && total(connection) == there) return
                    Files.delete(part)
                    run()
                }

                else -> {
                    throw refused(status, connection)
                }
            }
        } finally {
            connection.disconnect()
        }
    }

    private fun connect(there: Long): HttpURLConnection {
        val connection = URL(url).openConnection() as HttpURLConnection
        val milliseconds = minOf(timeoutSeconds * 1000L, Int.MAX_VALUE.toLong()).toInt()
        connection.connectTimeout = milliseconds
        connection.readTimeout = milliseconds
        // bytes as they are: a checksum is of these
        connection.setRequestProperty("Accept-Encoding", "identity")
        if (there > 0) connection.setRequestProperty("Range", "bytes=$there-")
        return connection
    }

    private fun copy(connection: HttpURLConnection, there: Long) {
        val coming = connection.getHeaderField("Content-Length")?.toLongOrNull()?.takeIf { it >= 0 }
        val total = coming?.plus(there)
        val options =
            if (there > 0) {
                arrayOf(StandardOpenOption.APPEND)
            } else {
                arrayOf(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)
            }
        var bytes = there
        Files.newOutputStream(part, *options).use { out ->
            progress(DownloadProgress(name, bytes, total))
            val block = ByteArray(1 shl 16)
            val input: InputStream = fromServer { connection.inputStream }
            while (true) {
                val count = fromServer(bytes) { input.read(block) }
                if (count < 0) break
                out.write(block, 0, count)
                bytes += count
                progress(DownloadProgress(name, bytes, total))
            }
        }
        // the stream of a connection that was cut ends like any other
        if (total != null && bytes < total) {
            throw DownloadException(url, "the connection ended after ${grouped(bytes)} of ${grouped(total)} bytes", AGAIN)
        }
    }

    /** Where the bytes of a partial answer begin: `bytes 5-9/10`. */
    private fun starts(connection: HttpURLConnection): Long? =
        connection
            .getHeaderField("Content-Range")
            ?.let { RANGE.find(it) }
            ?.groupValues
            ?.get(1)
            ?.toLongOrNull()

    /** How long the whole file is, by an answer that says there is nothing after its end. */
    private fun total(connection: HttpURLConnection): Long? =
        connection.getHeaderField("Content-Range")?.substringAfter('/')?.toLongOrNull()

    private fun refused(status: Int, connection: HttpURLConnection): DownloadException {
        val problem =
            when (status) {
                HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_GONE -> "the server does not have the file ($status)"

                HttpURLConnection.HTTP_UNAUTHORIZED, HttpURLConnection.HTTP_FORBIDDEN -> "the server refuses to give the file ($status)"

                // of the same protocol they were followed
                in 300..399 -> "the server sends elsewhere, to ${connection.getHeaderField("Location")} ($status)"

                in 500..599 -> "the server has failed ($status)"

                else -> "the server answers with $status"
            }
        return DownloadException(url, problem)
    }

    /** What goes wrong in [action] is the network's fault: the file may be written in the same breath, but not in here. */
    private inline fun <T> fromServer(bytes: Long? = null, action: () -> T): T =
        try {
            action()
        } catch (e: IOException) {
            val problem =
                when (e) {
                    is UnknownHostException -> "the server is not known by name; is this machine offline?"
                    is ConnectException, is NoRouteToHostException -> "the server cannot be reached"
                    is SocketTimeoutException -> "the server has said nothing for $timeoutSeconds seconds"
                    else -> "the connection failed: ${reason(e)}"
                }
            throw if (bytes == null) {
                DownloadException(url, problem, cause = e)
            } else {
                DownloadException(url, "$problem; ${grouped(bytes)} bytes have come", AGAIN, e)
            }
        }

    private companion object {
        const val RANGE_NOT_SATISFIABLE = 416
        const val AGAIN = "call fetch again: it goes on where it stopped"
        val RANGE = Regex("""bytes\s+(\d+)-""")
    }
}
