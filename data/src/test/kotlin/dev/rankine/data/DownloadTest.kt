package dev.rankine.data

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import java.net.InetAddress
import java.net.InetSocketAddress
import java.net.ServerSocket
import java.nio.channels.FileChannel
import java.nio.file.Files
import java.nio.file.StandardOpenOption
import java.security.MessageDigest
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit

private fun sha256(bytes: ByteArray) = MessageDigest.getInstance("SHA-256").digest(bytes).joinToString("") { "%02x".format(it) }

internal class DownloadTest :
    FunSpec({
        val root = tempdir().toPath()
        val content = ByteArray(300_000) { (it * 31 % 251).toByte() }
        val asked = ArrayList<String>()
        val threads = Executors.newCachedThreadPool()
        val server = HttpServer.create(InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)
        val home = "http://127.0.0.1:${server.address.port}"

        /** Answers at `/[path]` as [answer] does; notes which range was asked for. */
        fun serve(path: String, answer: (HttpExchange, range: Int?) -> Unit) {
            server.createContext("/$path") { exchange ->
                val range = exchange.requestHeaders.getFirst("Range")
                asked += "$path ${range ?: "all"}"
                exchange.use { answer(it, range?.removePrefix("bytes=")?.removeSuffix("-")?.toInt()) }
            }
        }

        fun HttpExchange.send(status: Int, bytes: ByteArray) {
            sendResponseHeaders(status, if (bytes.isEmpty()) -1 else bytes.size.toLong())
            if (bytes.isNotEmpty()) responseBody.write(bytes)
        }

        /** [bytes] from the range on. */
        fun HttpExchange.sendRange(bytes: ByteArray, range: Int?) {
            if (range == null) return send(200, bytes)
            if (range >= bytes.size) {
                responseHeaders.add("Content-Range", "bytes */${bytes.size}")
                return send(416, ByteArray(0))
            }
            responseHeaders.add("Content-Range", "bytes $range-${bytes.size - 1}/${bytes.size}")
            send(206, bytes.copyOfRange(range, bytes.size))
        }

        serve("ranges.bin") { exchange, range -> exchange.sendRange(content, range) }
        serve("whole.bin") { exchange, _ -> exchange.send(200, content) }
        serve("other.bin") { exchange, range ->
            if (range == null) return@serve exchange.send(200, content)
            exchange.responseHeaders.add("Content-Range", "bytes 7-${content.size - 1}/${content.size}")
            exchange.send(206, content.copyOfRange(7, content.size))
        }
        serve("missing.bin") { exchange, _ -> exchange.send(404, ByteArray(0)) }
        serve("secret.bin") { exchange, _ -> exchange.send(403, ByteArray(0)) }
        serve("broken.bin") { exchange, _ -> exchange.send(503, ByteArray(0)) }
        serve("teapot.bin") { exchange, _ -> exchange.send(418, ByteArray(0)) }
        serve("moved.bin") { exchange, _ ->
            exchange.responseHeaders.add("Location", "/ranges.bin")
            exchange.send(302, ByteArray(0))
        }
        serve("elsewhere.bin") { exchange, _ ->
            exchange.responseHeaders.add("Location", "https://127.0.0.1:9/x")
            exchange.send(302, ByteArray(0))
        }
        serve("cut.bin") { exchange, _ ->
            exchange.sendResponseHeaders(200, content.size.toLong())
            exchange.responseBody.write(content, 0, 100_000)
            exchange.responseBody.flush()
        }
        server.executor = threads
        server.start()
        afterSpec {
            server.stop(0)
            threads.shutdownNow()
        }
        beforeTest { asked.clear() }

        fun download(name: String, bytes: ByteArray = content) = Download("$home/$name", sha256(bytes))

        fun folder() = Files.createTempDirectory(root, "cache")

        test("a file is fetched once, into a folder that is made for it") {
            val cache = folder().resolve("a/b")
            val steps = ArrayList<DownloadProgress>()
            val file = download("ranges.bin").fetch(cache) { steps += it }
            file shouldBe cache.resolve("ranges.bin")
            Files.readAllBytes(file).contentEquals(content) shouldBe true
            Files.list(cache).use { it.count() } shouldBe 1L
            steps.first() shouldBe DownloadProgress("ranges.bin", 0, 300_000)
            steps.last() shouldBe DownloadProgress("ranges.bin", 300_000, 300_000)
            steps.map { it.bytes } shouldBe steps.map { it.bytes }.sorted()
            download("ranges.bin").fetch(cache) shouldBe file
            asked shouldBe listOf("ranges.bin all")
        }
        test("what is asked for is made of nothing else: nothing is fetched before") {
            download("ranges.bin").toString() shouldStartWith "Download($home/ranges.bin, SHA-256 "
            Mnist.FILES.map { it.name } shouldBe
                listOf("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz")
            Cifar10.DOWNLOAD.name shouldBe "cifar-10-binary.tar.gz"
            asked shouldBe emptyList()
        }
        test("two threads that fetch one file: the second waits and takes what the first has fetched") {
            val cache = folder()
            val both = CyclicBarrier(2)
            val files =
                List(2) {
                    threads.submit<Any> {
                        both.await(20, TimeUnit.SECONDS)
                        download("ranges.bin").fetch(cache)
                    }
                }.map { it.get(20, TimeUnit.SECONDS) }
            files.distinct() shouldBe listOf(cache.resolve("ranges.bin"))
            Files.readAllBytes(cache.resolve("ranges.bin")).contentEquals(content) shouldBe true
            asked shouldBe listOf("ranges.bin all")
        }
        test("while another process fetches a file, fetching it is refused; then it is not, and nothing stays of the lock") {
            val cache = folder()
            val lock = cache.resolve("ranges.bin.part.lock")
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE).use { channel ->
                channel.lock()
                shouldThrow<DownloadException> { download("ranges.bin").fetch(cache) }.message shouldBe
                    "download: another process is fetching ${cache.resolve("ranges.bin")}: $home/ranges.bin\n" +
                    "  hint: wait until it has ended, then fetch again"
                Files.exists(lock) shouldBe true
            }
            asked shouldBe emptyList()
            download("ranges.bin").fetch(cache)
            Files.list(cache).use { all -> all.map { "${it.fileName}" }.toArray().toList() } shouldBe listOf("ranges.bin")
        }
        test("the longest time to wait") {
            Files.exists(download("ranges.bin").fetch(folder(), timeoutSeconds = Int.MAX_VALUE)) shouldBe true
        }
        test("another name, addresses with a question, those that lead on") {
            val cache = folder()
            Download("$home/moved.bin?version=2", sha256(content)).fetch(cache) shouldBe cache.resolve("moved.bin")
            Download("$home/whole.bin", sha256(content).uppercase(), "own name").fetch(cache) shouldBe cache.resolve("own name")
        }
        test("a download that was stopped goes on where it was") {
            val cache = folder()
            shouldThrow<ArithmeticException> {
                download("ranges.bin").fetch(cache) {
                    if (it.bytes >
                        100_000
                    ) {
                        throw ArithmeticException("stop")
                    }
                }
            }
            val there = Files.size(cache.resolve("ranges.bin.part"))
            (there in 100_001L until 300_000L) shouldBe true
            Files.exists(cache.resolve("ranges.bin")) shouldBe false
            val steps = ArrayList<DownloadProgress>()
            val file = download("ranges.bin").fetch(cache) { steps += it }
            Files.readAllBytes(file).contentEquals(content) shouldBe true
            asked shouldBe listOf("ranges.bin all", "ranges.bin bytes=$there-")
            steps.first() shouldBe DownloadProgress("ranges.bin", there, 300_000)
            Files.exists(cache.resolve("ranges.bin.part")) shouldBe false
        }
        test("a server that cannot go on starts again, also one that begins elsewhere; a part that is whole already is taken") {
            for (name in listOf("whole.bin", "other.bin")) {
                val cache = folder()
                Files.write(cache.resolve("$name.part"), content.copyOf(1000))
                Files.readAllBytes(download(name).fetch(cache)).contentEquals(content) shouldBe true
            }
            val whole = folder()
            Files.write(whole.resolve("ranges.bin.part"), content)
            Files.readAllBytes(download("ranges.bin").fetch(whole)).contentEquals(content) shouldBe true
            val longer = folder()
            Files.write(longer.resolve("ranges.bin.part"), content + content)
            Files.readAllBytes(download("ranges.bin").fetch(longer)).contentEquals(content) shouldBe true
            asked.takeLast(3) shouldBe listOf("ranges.bin bytes=300000-", "ranges.bin bytes=600000-", "ranges.bin all")
        }
        test("a connection that ends early is told, and what came is kept") {
            val cache = folder()
            val cut = shouldThrow<DownloadException> { download("cut.bin").fetch(cache) }
            cut.message shouldContain "100,000"
            cut.message!!.lines()[1] shouldBe "  hint: call fetch again: it goes on where it stopped"
            cut.url shouldBe "$home/cut.bin"
            Files.size(cache.resolve("cut.bin.part")) shouldBe 100_000
        }
        test("bytes with another checksum are not kept") {
            val cache = folder()
            val expected = "0".repeat(64)
            shouldThrow<DownloadException> { Download("$home/ranges.bin", expected).fetch(cache) }.message shouldBe
                "download: the bytes that came have another checksum and were not kept: SHA-256 $expected expected, " +
                "${sha256(content)} found in 300,000 bytes: $home/ranges.bin"
            Files.list(cache).use { it.count() } shouldBe 0L
            val damaged = folder()
            Files.write(damaged.resolve("ranges.bin.part"), ByteArray(1000))
            shouldThrow<DownloadException> { download("ranges.bin").fetch(damaged) }.message shouldContain "were not kept"
            Files.readAllBytes(download("ranges.bin").fetch(damaged)).contentEquals(content) shouldBe true
        }
        test("a file that is there with other bytes is left alone") {
            val cache = folder()
            val mine = Files.write(cache.resolve("ranges.bin"), byteArrayOf(1))
            shouldThrow<DownloadException> { download("ranges.bin").fetch(cache) }.message shouldBe
                "download: $mine is there and has another checksum, ${sha256(byteArrayOf(1))}, not ${sha256(content)}: $home/ranges.bin" +
                "\n  hint: delete it to fetch it again"
            Files.size(mine) shouldBe 1
            asked shouldBe emptyList()
        }
        test("what servers answer, as sentences") {
            fun message(name: String) = shouldThrow<DownloadException> { download(name).fetch(folder()) }.message
            message("missing.bin") shouldBe "download: the server does not have the file (404): $home/missing.bin"
            message("secret.bin") shouldBe "download: the server refuses to give the file (403): $home/secret.bin"
            message("broken.bin") shouldBe "download: the server has failed (503): $home/broken.bin"
            message("teapot.bin") shouldBe "download: the server answers with 418: $home/teapot.bin"
            message("elsewhere.bin") shouldBe "download: the server sends elsewhere, to https://127.0.0.1:9/x (302): $home/elsewhere.bin"
        }
        test("no server, an unknown one, one that says nothing") {
            val port = ServerSocket(0).use { it.localPort }
            val nobody = Download("http://127.0.0.1:$port/x.bin", sha256(content))
            shouldThrow<DownloadException> { nobody.fetch(folder()) }.message shouldBe
                "download: the server cannot be reached: http://127.0.0.1:$port/x.bin"
            // RFC 2606: no such name, whoever is asked
            val unknown = Download("http://nowhere.invalid/x.bin", sha256(content))
            shouldThrow<DownloadException> { unknown.fetch(folder()) }.message shouldBe
                "download: the server is not known by name; is this machine offline?: http://nowhere.invalid/x.bin"
            ServerSocket(0, 1, InetAddress.getLoopbackAddress()).use { mute ->
                val silent = Download("http://127.0.0.1:${mute.localPort}/x.bin", sha256(content))
                shouldThrow<DownloadException> { silent.fetch(folder(), timeoutSeconds = 1) }.message shouldBe
                    "download: the server has said nothing for 1 seconds: http://127.0.0.1:${mute.localPort}/x.bin"
            }
        }
        test("a folder that is a file") {
            val file = Files.createFile(folder().resolve("file"))
            shouldThrow<DownloadException> { download("ranges.bin").fetch(file) }.message shouldStartWith
                "download: $file/ranges.bin cannot be written: "
        }
        test("impossible downloads") {
            fun message(url: String, sha256: String = "0".repeat(64), name: String = "x") =
                shouldThrow<IllegalArgumentException> { Download(url, sha256, name) }.message
            message("http://a/b", "12") shouldBe "download: a SHA-256 checksum has 64 hexadecimal digits: \"12\""
            message("http://a/b", "g".repeat(64)) shouldStartWith "download: a SHA-256 checksum has 64 hexadecimal digits: \"ggg"
            message("file:/etc/passwd") shouldBe "download: the address is of another protocol than http and https: \"file:/etc/passwd\""
            message("nothing") shouldBe "download: this is no address: \"nothing\""
            for (name in listOf("", ".", "..", "../x", "a\\b")) {
                message("http://a/b", name = name) shouldBe
                    "download: this is not the name of a file: \"$name\""
            }
            shouldThrow<IllegalArgumentException> { Download("http://a/", "0".repeat(64)) }.message shouldBe
                "download: this is not the name of a file: \"\""
            shouldThrow<IllegalArgumentException> { download("ranges.bin").fetch(folder(), timeoutSeconds = 0) }.message shouldBe
                "download: the time to wait is at least one second: 0"
        }
    })

private fun HttpExchange.use(answer: (HttpExchange) -> Unit) =
    try {
        answer(this)
    } finally {
        close()
    }
