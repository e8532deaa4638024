package dev.rankine.data

import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.coroutines.runBlocking
import java.io.RandomAccessFile
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.file.Path
import java.nio.file.Paths

/** A program for a process of its own, with a small heap: reads 16,384 examples of 64 KiB, once from a file, once drawn on the fly. */
internal object LargeSources {
    private const val COUNT = 16_384
    private const val RECORD = 1 shl 16

    /** What the first numbers of all examples sum to. */
    const val SUM = COUNT.toLong() * (COUNT - 1) / 2

    /** Every record begins with its number; the rest is a hole, which takes no room on the disk. */
    fun write(path: Path) {
        RandomAccessFile(path.toFile(), "rw").use { file ->
            file.setLength(COUNT.toLong() * RECORD)
            for (i in 0 until COUNT) {
                file.seek(i.toLong() * RECORD)
                file.write(
                    ByteBuffer
                        .allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(i)
                        .array(),
                )
            }
        }
    }

    @JvmStatic
    fun main(arguments: Array<String>) {
        val file = RecordFile(Paths.get(arguments[0]), RECORD) { records, count -> IntArray(count) { records.getInt(it * RECORD) } }
        sum(DataLoader(file, 16, shuffle = true, workers = 3).epoch(0))
        val stream = IterableDataset { flow { for (i in 0 until COUNT) emit(IntArray(RECORD / 4) { i }) } }
        val loader = IterableLoader(stream, 16, shuffleBuffer = 64, workers = 3) { examples -> IntArray(examples.size) { examples[it][0] } }
        sum(loader.epoch(0))
    }

    private fun sum(batches: Flow<IntArray>) {
        var sum = 0L
        runBlocking { batches.collect { batch -> sum += batch.sumOf { it.toLong() } } }
        println("sum $sum")
    }
}
