package dev.rankine.benchmarks.compare

import dev.rankine.ops.Value
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.toLongArray
import dev.rankine.shapes.DType
import java.io.BufferedReader
import java.io.File
import java.io.IOException
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.file.Files

/** NumPy in a Python process that takes its turns by lines of text; arrays go through files. */
internal class NumPy private constructor(private val python: String, private val version: String) : Peer {
    override val name: String get() = NAME

    override val isTorch: Boolean get() = false

    override fun describe(): String = "NumPy $version"

    /** Null also for what NumPy would do with one thread where more are asked for: all but products. */
    override fun open(row: Row, inputs: List<Value>, threads: Int): PeerSide? =
        row.numpy.takeIf { threads == 1 || row.flops > 0 }?.let { Side(python, it, inputs) }

    private class Side(python: String, code: String, inputs: List<Value>) : PeerSide {
        private val folder = Files.createTempDirectory("numpy").toFile()
        private val process: Process
        private val lines: BufferedReader

        init {
            val script = File(folder, "turns.py").apply { writeText(NumPy::class.java.getResource("turns.py")!!.readText()) }
            process = ProcessBuilder(python, "-u", script.path).redirectError(ProcessBuilder.Redirect.INHERIT).start()
            lines = process.inputStream.bufferedReader()
            for ((index, input) in inputs.withIndex()) {
                val file = File(folder, "$index").apply { writeBytes(bytes(input)) }
                say("input ${file.path} ${TYPES.getValue(input.dtype)} ${List(input.rank) { input.sizes[it] }.joinToString(" ")}")
            }
            say("code " + code.replace('\n', ';'))
        }

        override fun run(times: Int): Long = say("run $times").toLong()

        override fun results(): List<FloatArray> =
            List(say("results ${folder.path}").toInt()) {
                val bytes = ByteBuffer.wrap(File(folder, "result$it").readBytes()).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer()
                FloatArray(bytes.remaining()).also(bytes::get)
            }

        override fun close() {
            process.destroy()
            process.waitFor()
            folder.deleteRecursively()
        }

        private fun say(line: String): String {
            process.outputStream.write((line + "\n").toByteArray())
            process.outputStream.flush()
            return lines.readLine() ?: throw IOException("numpy: the process ended at: $line")
        }

        private fun bytes(value: Value): ByteArray {
            val size = if (value.dtype == DType.I64) Long.SIZE_BYTES else Float.SIZE_BYTES
            val buffer = ByteBuffer.allocate(value.elements * size).order(ByteOrder.LITTLE_ENDIAN)
            if (value.dtype == DType.I64) value.toLongArray().forEach(buffer::putLong) else value.toFloatArray().forEach(buffer::putFloat)
            return buffer.array()
        }
    }

    companion object {
        /** What it is called among peers. */
        const val NAME = "numpy"

        private val TYPES = mapOf(DType.F32 to "f4", DType.I64 to "i8", DType.BOOL to "bool")

        /** NumPy, if this machine has a Python that can import it. */
        fun orNull(): NumPy? =
            try {
                val process = ProcessBuilder("python3", "-c", "import numpy; print(numpy.__version__)").redirectErrorStream(true).start()
                val said =
                    process.inputStream
                        .bufferedReader()
                        .readText()
                        .trim()
                if (process.waitFor() == 0) NumPy("python3", said) else null
            } catch (_: IOException) {
                null
            }
    }
}
