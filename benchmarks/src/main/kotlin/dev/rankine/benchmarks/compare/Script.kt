package dev.rankine.benchmarks.compare

import java.io.ByteArrayOutputStream
import java.io.File
import java.util.zip.CRC32
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

/** A TorchScript archive written by hand: both libtorchs run the same text, and no Python is needed to make it. */
internal object Script {
    /** A file with a module whose `forward` takes so many [inputs] `x0`, `x1`, ... and runs [body]. */
    fun file(body: String, inputs: Int): File {
        val parameters = (0 until inputs).joinToString("") { ",\n    x$it: Tensor" }
        val code =
            "class Work(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n" +
                "  def forward(self: __torch__.Work$parameters) -> List[Tensor]:\n" + body.trimIndent().prependIndent("    ") + "\n"
        val file = File.createTempFile("work", ".pt").apply { deleteOnExit() }
        ZipOutputStream(file.outputStream()).use { zip ->
            zip.setMethod(ZipOutputStream.STORED)
            zip.put("data.pkl", instance())
            zip.put("code/__torch__.py", code.toByteArray())
            zip.put("constants.pkl", byteArrayOf(PROTOCOL, 2, ')'.code.toByte(), '.'.code.toByte()))
            zip.put("version", "3\n".toByteArray())
        }
        return file
    }

    /** A pickle of an instance of the class whose one attribute, `training`, is false. */
    private fun instance(): ByteArray {
        val name = "training".toByteArray()
        return ByteArrayOutputStream()
            .apply {
                write(byteArrayOf(PROTOCOL, 2))
                write("c__torch__\nWork\n)".toByteArray())
                write(byteArrayOf(NEW_OBJECT))
                write("}(X".toByteArray())
                write(byteArrayOf(name.size.toByte(), 0, 0, 0))
                write(name)
                write(byteArrayOf(NEW_FALSE))
                write("ub.".toByteArray())
            }.toByteArray()
    }

    private fun ZipOutputStream.put(name: String, bytes: ByteArray) {
        putNextEntry(
            ZipEntry("work/$name").apply {
                size = bytes.size.toLong()
                crc = CRC32().apply { update(bytes) }.value
            },
        )
        write(bytes)
        closeEntry()
    }

    // opcodes of pickle's protocol 2
    private const val PROTOCOL = 0x80.toByte()
    private const val NEW_OBJECT = 0x81.toByte()
    private const val NEW_FALSE = 0x89.toByte()
}
